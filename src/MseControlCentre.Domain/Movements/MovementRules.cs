using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Movements;

/// <summary>How the figures of the flow map are worked out.</summary>
internal static class MovementRules
{
    private const Scope SiteAndSystem = Scope.SiteAndSystem;

    public static IEnumerable<FigureRule> For(WardKinds wards, BedPopulations inBeds)
    {
        var moved = new MovementPopulations(wards);
        return
        [
            .. Arriving(moved),
            .. Admitted(moved),
            .. Moving(moved),
            .. Leaving(moved),
            .. OnVirtualWards(),
            .. Places(inBeds),
        ];
    }

    private static IEnumerable<FigureRule> Arriving(MovementPopulations moved) =>
    [
        new CountRule<FlowMark>(
            MovementMeasures.HandoversLastHour, SiteAndSystem, HandoverPopulations.HandedOverLastHour),
        new OnceToldRule(
            new CountRule<Arrival>(
                MovementMeasures.OtherArrivals,
                SiteAndSystem,
                moved.Arrivals,
                (arrival, _) => arrival.Mode == ArrivalMode.Other),
            view => IsModeTold(view.Of(moved.Arrivals))),
        new CountRule<Arrival>(
            MovementMeasures.UntoldArrivals,
            SiteAndSystem,
            moved.Arrivals,
            (arrival, _) => arrival.Mode == ArrivalMode.Unknown),
        new CountRule<Departure>(
            MovementMeasures.DepartmentToHome,
            SiteAndSystem,
            moved.Departures,
            (departure, _) => departure.Outcome == EdOutcome.Discharged),
        new CountRule<Departure>(
            MovementMeasures.DepartmentElsewhere,
            SiteAndSystem,
            moved.Departures,
            (departure, _) => departure.Outcome is not (EdOutcome.Discharged or EdOutcome.Admitted)),
    ];

    /// <summary>Nobody came: that is known without anybody's saying how.</summary>
    private static bool IsModeTold(IReadOnlyList<Arrival> arrivals) =>
        arrivals.Count == 0 || arrivals.Any(arrival => arrival.Mode != ArrivalMode.Unknown);

    private static IEnumerable<FigureRule> Admitted(MovementPopulations moved) =>
    [
        To(MovementMeasures.DepartmentToAssessment, moved, MovementPlace.Assessment, throughDepartment: true),
        To(MovementMeasures.DepartmentToWards, moved, MovementPlace.Wards, throughDepartment: true),
        To(MovementMeasures.DepartmentToCriticalCare, moved, MovementPlace.CriticalCare, throughDepartment: true),
        To(MovementMeasures.DirectToAssessment, moved, MovementPlace.Assessment, throughDepartment: false),
        To(MovementMeasures.DirectToWards, moved, MovementPlace.Wards, throughDepartment: false),
        To(MovementMeasures.DirectToCriticalCare, moved, MovementPlace.CriticalCare, throughDepartment: false),
        new CountRule<Admission>(
            MovementMeasures.ToOtherBeds,
            SiteAndSystem,
            moved.Admissions,
            (admission, _) => admission.To == MovementPlace.Other),
    ];

    private static CountRule<Admission> To(
        Measure measure, MovementPopulations moved, MovementPlace place, bool throughDepartment) => new(
            measure,
            SiteAndSystem,
            moved.Admissions,
            (admission, _) => admission.To == place && admission.ThroughDepartment == throughDepartment);

    private static IEnumerable<FigureRule> Moving(MovementPopulations moved) =>
    [
        Between(MovementMeasures.AssessmentToWards, moved, MovementPlace.Assessment, MovementPlace.Wards),
        Between(MovementMeasures.AssessmentToCriticalCare, moved, MovementPlace.Assessment, MovementPlace.CriticalCare),
        Between(MovementMeasures.WardsToCriticalCare, moved, MovementPlace.Wards, MovementPlace.CriticalCare),
        Between(MovementMeasures.CriticalCareToWards, moved, MovementPlace.CriticalCare, MovementPlace.Wards),
    ];

    private static CountRule<Move> Between(
        Measure measure, MovementPopulations moved, MovementPlace from, MovementPlace to) =>
        new(measure, SiteAndSystem, moved.Moves, (move, _) => move.From == from && move.To == to);

    private static IEnumerable<FigureRule> Leaving(MovementPopulations moved) =>
    [
        Leaving(MovementMeasures.DischargedHome, moved, Way.Home),
        Leaving(MovementMeasures.DischargedPathway1, moved, Way.Pathway1),
        Leaving(MovementMeasures.DischargedPathway2, moved, Way.Pathway2),
        Leaving(MovementMeasures.DischargedPathway3, moved, Way.Pathway3),
        Leaving(MovementMeasures.DischargedElsewhere, moved, Way.Elsewhere),
    ];

    private static CountRule<Leaving> Leaving(Measure measure, MovementPopulations moved, Way way) =>
        new(measure, SiteAndSystem, moved.Discharges, (leaving, _) => leaving.Way == way);

    private static IEnumerable<FigureRule> OnVirtualWards()
    {
        const Scope every = Scope.VirtualWard | SiteAndSystem;
        var taken = VirtualWardPopulations.LastHour(MarkKind.VirtualWardAdmission);
        return
        [
            new CountRule<VirtualWardMovement>(
                MovementMeasures.StepUp, every, taken, (one, _) => one.Route == VirtualWardRoute.StepUp),
            new CountRule<VirtualWardMovement>(
                MovementMeasures.StepDown, every, taken, (one, _) => one.Route == VirtualWardRoute.StepDown),
            new CountRule<VirtualWardMovement>(
                MovementMeasures.VirtualWardDischarges,
                every,
                VirtualWardPopulations.LastHour(MarkKind.VirtualWardDischarge)),
            new CountRule<Story<VirtualWardStanding>>(
                MovementMeasures.StepUpWaiting,
                every,
                VirtualWardPopulations.Referred,
                (stay, _) => stay.Standing.Route == VirtualWardRoute.StepUp),
        ];
    }

    private static IEnumerable<FigureRule> Places(BedPopulations inBeds) =>
    [
        new WardBedsRule(
            MovementMeasures.DepartmentSpaces,
            SiteAndSystem,
            ward => ward.Ward.Type == WardType.EmergencyDepartment,
            ward => ward.Open,
            unknownWithoutWards: true),
        In(MovementMeasures.InAssessment, inBeds, MovementPlace.Assessment),
        Open(MovementMeasures.AssessmentPlaces, MovementPlace.Assessment),
        In(MovementMeasures.InWards, inBeds, MovementPlace.Wards),
        Open(MovementMeasures.WardBeds, MovementPlace.Wards),
        In(MovementMeasures.InCriticalCare, inBeds, MovementPlace.CriticalCare),
        Open(MovementMeasures.CriticalCareBeds, MovementPlace.CriticalCare),
    ];

    private static CountRule<WardPatient> In(Measure measure, BedPopulations inBeds, MovementPlace place) => new(
        measure,
        SiteAndSystem,
        inBeds.Patients,
        (patient, _) => MovementPlaces.Of(patient.Ward) == place && !patient.IsOnLeave);

    private static WardBedsRule Open(Measure measure, MovementPlace place) =>
        new(measure, SiteAndSystem, ward => MovementPlaces.Of(ward.Ward) == place, ward => ward.Open);
}
