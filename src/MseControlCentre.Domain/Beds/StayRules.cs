using System.Collections.Frozen;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Beds;

/// <summary>How long patients have stayed, and whether they are in a ward for their specialty.</summary>
internal static class StayRules
{
    public static IEnumerable<FigureRule> For(NetworkMap network, BedPopulations populations) =>
    [
        Long(BedMeasures.LongStay7, 7, populations.Acute),
        Long(BedMeasures.LongStay14, 14, populations.Acute),
        Long(BedMeasures.LongStay21, 21, populations.Acute),
        new CountRule<WardPatient>(
            BedMeasures.LongStay7,
            Scope.Ward,
            populations.Patients,
            (patient, moment) => moment.HasStayed(7, patient.Standing.AdmittedAt)),
        Outliers(network, populations),
    ];

    /// <summary>A patient on leave still stays: the bed is kept for them.</summary>
    private static CountRule<WardPatient> Long(Measure measure, int nights, Population<WardPatient> patients) => new(
        measure,
        Scope.SiteAndSystem,
        patients,
        (patient, moment) => moment.HasStayed(nights, patient.Standing.AdmittedAt));

    private static FigureRule Outliers(NetworkMap network, BedPopulations populations)
    {
        const Scope Scopes = Scope.SiteAndSystem | Scope.Ward;
        if (network.Specialties.Count == 0)
        {
            return new UnknownRule(BedMeasures.Outliers, Scopes);
        }

        var divisions = network.Specialties
            .ToFrozenDictionary(one => one.Code, one => one.Division, StringComparer.Ordinal);
        return new CountRule<WardPatient>(
            BedMeasures.Outliers, Scopes, populations.Patients, (patient, _) => IsOutlier(patient, divisions));
    }

    private static bool IsOutlier(WardPatient patient, FrozenDictionary<string, string> divisions) =>
        patient is { Ward.Divisions.Count: > 0, IsOnLeave: false, Standing.Specialty: { } specialty }
        && divisions.TryGetValue(specialty, out var division)
        && !patient.Ward.Divisions.Contains(division, StringComparer.Ordinal);
}
