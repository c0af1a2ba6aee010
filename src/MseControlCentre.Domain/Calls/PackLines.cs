using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Calls;

/// <summary>Which figures a pack shows of now and ahead: what 20 people can look at, front door to back door.</summary>
internal static class PackLines
{
    /// <summary>Figures of now; a place shows those that it has.</summary>
    public static IReadOnlyList<Measure> Standing { get; } =
    [
        EmergencyCallMeasures.CallsWaiting,
        HandoverMeasures.AmbulancesWaiting,
        HandoverMeasures.AmbulanceLongestWait,
        CrewMeasures.ReleaseToRespond,
        EmergencyDepartmentMeasures.InDepartment,
        EmergencyDepartmentMeasures.EdOverStandard,
        EmergencyDepartmentMeasures.EdOverLong,
        EmergencyDepartmentMeasures.OverLongFromDecision,
        EmergencyDepartmentMeasures.AwaitingBed,
        BedMeasures.BedsOpen,
        BedMeasures.BedsOccupied,
        BedMeasures.BedsAvailable,
        BedMeasures.BedOccupancy,
        BedMeasures.EscalationBedsOpen,
        BedMeasures.CriticalCareOccupied,
        BedMeasures.CriticalCareOpen,
        DischargeMeasures.NoCriteriaToReside,
        BedMeasures.NoCriteriaShare,
        BedMeasures.LongStay21,
        VirtualWardMeasures.VirtualWardOccupied,
        VirtualWardMeasures.VirtualWardAvailable,
    ];

    /// <summary>Figures of what is to come, each with what it rests on.</summary>
    public static IReadOnlyList<(Measure Measure, Func<Figure, string> Basis)> Ahead { get; } =
    [
        (BedMeasures.ExpectedAdmissions, figure =>
            $"By midnight, by {figure.Source}; at least those who wait for a bed now, and those planned for today."),
        (ThroughputMeasures.NeededToday, _ =>
            "A discharge for each admission since midnight and for each that the rest of the day usually brings."),
        (DischargeMeasures.DefiniteDischarges, _ =>
            "Planned by the wards for today, or overdue, and marked definite."),
        (DischargeMeasures.PotentialDischarges, _ =>
            "Planned by the wards for today, or overdue, and marked potential."),
        (BedMeasures.PredictedMidnight, _ =>
            "Free now, and definite and potential discharges left, less the admissions expected; without an interval."),
    ];
}
