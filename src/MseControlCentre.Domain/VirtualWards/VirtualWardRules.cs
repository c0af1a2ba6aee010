using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>How the figures of virtual wards are worked out.</summary>
internal static class VirtualWardRules
{
    private const Scope Every = Scope.VirtualWard | Scope.SiteAndSystem;
    private const Scope WardAndSystem = Scope.VirtualWard | Scope.System;

    public static IEnumerable<FigureRule> For(NetworkMap network) =>
    [
        .. Places(),
        .. Referrals(),
        .. Patients(network),
        .. Flex(),
    ];

    private static IEnumerable<FigureRule> Places() =>
    [
        new VirtualWardCapacityRule(VirtualWardMeasures.VirtualWardCapacity, WardAndSystem),
        new CountRule<Story<VirtualWardStanding>>(
            VirtualWardMeasures.VirtualWardOccupied, Every, VirtualWardPopulations.OnWard),
        new DerivedRule(
            VirtualWardMeasures.VirtualWardAvailable,
            WardAndSystem,
            [VirtualWardMeasures.VirtualWardCapacity, VirtualWardMeasures.VirtualWardOccupied],
            (values, _) => values[0] - values[1],
            view => view.TrustIn(FeedSubject.VirtualWards)),
        new DerivedRule(
            VirtualWardMeasures.Occupancy,
            WardAndSystem,
            [VirtualWardMeasures.VirtualWardOccupied, VirtualWardMeasures.VirtualWardCapacity],
            (values, _) => FigureList.Percent(values[0], values[1]),
            view => view.TrustIn(FeedSubject.VirtualWards)),
    ];

    private static IEnumerable<FigureRule> Referrals() =>
    [
        Count(VirtualWardMeasures.VirtualWardReferrals, VirtualWardPopulations.Referred),
        Count(VirtualWardMeasures.StepDownWaiting, VirtualWardPopulations.Referred, IsStepDown),
        Count(VirtualWardMeasures.ReferralsToday, VirtualWardPopulations.ReferredToday),
        Count(VirtualWardMeasures.StepUpToday, VirtualWardPopulations.ReferredToday, IsStepUp),
        Count(VirtualWardMeasures.StepDownToday, VirtualWardPopulations.ReferredToday, IsStepDown),
    ];

    private static IEnumerable<FigureRule> Patients(NetworkMap network) =>
    [
        Count(VirtualWardMeasures.StepUp, VirtualWardPopulations.OnWard, IsStepUp),
        Count(VirtualWardMeasures.StepDown, VirtualWardPopulations.OnWard, IsStepDown),
        new CountRule<FlowMark>(
            VirtualWardMeasures.AdmissionsToday,
            Every,
            VirtualWardPopulations.Today(MarkKind.VirtualWardAdmission)),
        new CountRule<FlowMark>(
            VirtualWardMeasures.DischargesToday,
            Every,
            VirtualWardPopulations.Today(MarkKind.VirtualWardDischarge)),
        new SummaryRule<Story<VirtualWardStanding>>(
            VirtualWardMeasures.LengthOfStayMean,
            Every,
            VirtualWardPopulations.OnWard,
            (stay, moment) => Days(stay, moment),
            Statistics.Mean),
        LongStay(network),
        Count(
            VirtualWardMeasures.DischargesDue,
            VirtualWardPopulations.OnWard,
            (stay, moment) => stay.Standing.DischargeExpectedAt < moment.DayEnd),
        Count(
            VirtualWardMeasures.BackToBedToday,
            VirtualWardPopulations.Stays,
            (stay, moment) => VirtualWardPopulations.IsToday(stay.Standing.BackToBedAt, moment)),
        new ShareRule<Story<VirtualWardStanding>>(
            VirtualWardMeasures.TechnologyShare,
            Every,
            VirtualWardPopulations.OnWard.Where((stay, _) => stay.Standing.TechnologyEnabled is not null),
            (stay, _) => stay.Standing.TechnologyEnabled == true),
    ];

    private static IEnumerable<FigureRule> Flex() =>
    [
        new WorkedRule(
            VirtualWardMeasures.CouldMove,
            Every,
            view =>
            {
                var judged = view.Of(VirtualWardPopulations.Judged);
                return judged.Count == 0 ? null : judged.Count(encounter => CouldMove(encounter, view));
            },
            view => view.TrustIn(FeedSubject.Discharge),
            view => view.Of(VirtualWardPopulations.Judged).Select(encounter =>
                VirtualWardPopulations.Judged.EvidenceOf(encounter, view) with
                {
                    Counted = CouldMove(encounter, view),
                })),
        new DerivedRule(
            VirtualWardMeasures.FlexLeft,
            WardAndSystem,
            [VirtualWardMeasures.VirtualWardAvailable, VirtualWardMeasures.CouldMove],
            (values, _) => Math.Max(0, values[0] - values[1])),
    ];

    private static FigureRule LongStay(NetworkMap network) => network.Thresholds.VirtualWardLongStay is { } limit
        ? Count(
            VirtualWardMeasures.LongStay,
            VirtualWardPopulations.OnWard,
            (stay, moment) => Days(stay, moment) > limit.Value)
        : new UnknownRule(VirtualWardMeasures.LongStay, Every);

    private static CountRule<Story<VirtualWardStanding>> Count(
        Measure measure,
        Population<Story<VirtualWardStanding>> population,
        Func<Story<VirtualWardStanding>, Moment, bool>? condition = null) => new(measure, Every, population, condition);

    private static bool IsStepUp(Story<VirtualWardStanding> stay, Moment moment) =>
        stay.Standing.Route == VirtualWardRoute.StepUp;

    private static bool IsStepDown(Story<VirtualWardStanding> stay, Moment moment) =>
        stay.Standing.Route == VirtualWardRoute.StepDown;

    /// <summary>Whole local dates, so that a day of a clock change is a day.</summary>
    private static double? Days(Story<VirtualWardStanding> stay, Moment moment) => stay.Standing.AdmittedAt is { } from
        ? (moment.Local(moment.At).Date - moment.Local(from).Date).Days
        : null;

    private static bool CouldMove(Encounter encounter, ScopeView view) =>
        encounter.Standing.SuitableForVirtualWard == true
        && (view.Kind != Scope.VirtualWard
            || string.Equals(encounter.Standing.SuitableVirtualWard, view.Code, StringComparison.Ordinal));
}
