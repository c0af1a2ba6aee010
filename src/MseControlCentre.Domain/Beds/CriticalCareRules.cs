using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>
/// Critical care by the beds that are really there (UEC daily situation report): actual, not planned; level 2 and 3.
/// </summary>
internal static class CriticalCareRules
{
    public static IEnumerable<FigureRule> For(BedPopulations populations) =>
    [
        Occupied(BedMeasures.CriticalCareOccupied, populations, WardPopulation.Adult),
        new CriticalCareBedsRule(BedMeasures.CriticalCareOpen, WardPopulation.Adult, Open),
        new CriticalCareBedsRule(
            BedMeasures.CriticalCareLevel2Open, WardPopulation.Adult, (_, declared) => declared?.Level2Beds),
        new CriticalCareBedsRule(
            BedMeasures.CriticalCareLevel3Open, WardPopulation.Adult, (_, declared) => declared?.Level3Beds),
        Occupied(BedMeasures.PaediatricCriticalCareOccupied, populations, WardPopulation.Paediatric),
        new CriticalCareBedsRule(BedMeasures.PaediatricCriticalCareOpen, WardPopulation.Paediatric, Open),
        Occupied(BedMeasures.NeonatalCriticalCareOccupied, populations, WardPopulation.Neonatal),
        new CriticalCareBedsRule(BedMeasures.NeonatalCriticalCareOpen, WardPopulation.Neonatal, Open),
    ];

    /// <summary>Unfunded beds that are occupied are counted: a ward never has fewer open than occupied.</summary>
    private static double? Open(WardBeds ward, CriticalCareDeclared? declared) => Math.Max(
        ward.Occupied, declared is null ? ward.Open : declared.Level2Beds + declared.Level3Beds);

    private static CountRule<WardPatient> Occupied(
        Measure measure, BedPopulations populations, WardPopulation population) => new(
            measure,
            Scope.SiteAndSystem,
            populations.Patients,
            (patient, _) => patient.IsInCriticalCare(population) && !patient.IsOnLeave);
}
