using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>
/// Which measures need a part of the network file that may be left out. The program has no number of its own to put in
/// its place, so that without it the figure is not known.
/// </summary>
internal static class Settings
{
    private static readonly (string Name, Func<NetworkMap, bool> IsThere, string[] Measures)[] s_optional =
    [
        ("thresholds.initialAssessment", network => network.Thresholds.InitialAssessment is not null,
            ["ed.assessment-within-share"]),
        ("thresholds.mentalHealthWait", network => network.Thresholds.MentalHealthWait is not null,
            ["ed.mental-health-over"]),
        ("thresholds.virtualWardLongStay", network => network.Thresholds.VirtualWardLongStay is not null,
            ["virtual-ward.long-stay"]),
        ("thresholds.crewClear", network => network.Thresholds.CrewClear is not null,
            ["ambulance.crew-clear-over-today"]),
        ("demand", network => network.Demand is not null,
            ["ed.arrivals-expected-hour", "ed.arrivals-variation-today", "beds.expected-admissions"]),
        ("dischargeTarget", network => network.DischargeTarget is not null,
            ["discharge.target-by-now", "discharge.deficit", "discharge.needed-next-hour"]),
        ("specialties", network => network.Specialties.Count > 0, ["beds.outliers"]),
    ];

    /// <summary>The parts of the network file that a measure needs and that are left out.</summary>
    public static IEnumerable<string> LeftOut(string measureId, NetworkMap network) => s_optional
        .Where(setting => setting.Measures.Contains(measureId, StringComparer.Ordinal) && !setting.IsThere(network))
        .Select(setting => setting.Name);
}
