using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>General and acute beds of adults and of children, as the daily situation report splits them.</summary>
internal static class PopulationBedRules
{
    public static IEnumerable<FigureRule> For(BedPopulations populations) =>
    [
        Adult(BedMeasures.AdultBedsOpen, ward => ward.Open),
        Adult(BedMeasures.AdultCoreBedsOpen, ward => ward.Core),
        Adult(BedMeasures.AdultEscalationBedsOpen, ward => ward.Escalation),
        Occupied(BedMeasures.AdultBedsOccupied, populations, patient => patient.IsAdult),
        BedRules.Occupancy(BedMeasures.AdultOccupancy, BedMeasures.AdultBedsOccupied, BedMeasures.AdultBedsOpen),
        Paediatric(BedMeasures.PaediatricBedsOpen, ward => ward.Open),
        Paediatric(BedMeasures.PaediatricCoreBedsOpen, ward => ward.Core),
        Paediatric(BedMeasures.PaediatricEscalationBedsOpen, ward => ward.Escalation),
        Occupied(BedMeasures.PaediatricBedsOccupied, populations, patient => !patient.IsAdult),
    ];

    private static WardBedsRule Adult(Measure measure, Func<WardBeds, double> beds) =>
        new(measure, Scope.SiteAndSystem, ward => WardKinds.IsAdultAcute(ward.Ward), beds);

    private static WardBedsRule Paediatric(Measure measure, Func<WardBeds, double> beds) =>
        new(measure, Scope.SiteAndSystem, ward => WardKinds.IsPaediatricAcute(ward.Ward), beds);

    private static CountRule<WardPatient> Occupied(
        Measure measure, BedPopulations populations, Func<WardPatient, bool> condition) =>
        new(measure, Scope.SiteAndSystem, populations.InAcuteBeds, (patient, _) => condition(patient));
}
