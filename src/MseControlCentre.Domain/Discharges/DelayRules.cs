using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>How the figures of patients with no criteria to reside are worked out.</summary>
internal static class DelayRules
{
    public static IEnumerable<FigureRule> For(NetworkMap network) =>
    [
        .. DelayMeasures.Pathways.Select(one => Count(
            one.Value, delay => delay.Encounter.Standing.Pathway == one.Key)),
        Count(DelayMeasures.PathwayUnknown, delay => delay.Encounter.Standing.Pathway is null),
        .. DelayMeasures.Groups.Select(one => Count(one.Value, delay => ReferenceEquals(delay.Reason?.Group, one.Key))),
        .. DelayMeasures.OfReasons.Select(one => Count(one.Value, delay => ReferenceEquals(delay.Reason, one.Key))),
        Count(DelayMeasures.ReasonUnknown, delay => delay.Reason is null),
        .. network.Partners.Select(partner => Count(
            DelayMeasures.OfOwner(partner),
            delay => string.Equals(delay.Owner, partner.Code, StringComparison.Ordinal))),
        Count(DelayMeasures.OwnerUnknown, delay => delay.Owner is null),
        new SummaryRule<Delay>(
            DelayMeasures.DaysSinceReadyMean,
            Scope.SiteAndSystem,
            DischargePopulations.Delayed,
            (delay, _) => delay.DaysSinceReady,
            Statistics.Mean),
        new WorkedRule(
            DelayMeasures.BedDaysLost,
            Scope.SiteAndSystem,
            BedDaysLost,
            view => view.TrustIn(FeedSubject.Discharge),
            view => view.Of(DischargePopulations.Delayed).Select(delay =>
                DischargePopulations.Delayed.EvidenceOf(delay, view) with
                {
                    Value = delay.DaysSinceReady,
                    Counted = delay.DaysSinceReady is not null,
                })),
        .. DelayMeasures.LongStays.Select(one => Count(one.Value, delay => delay.StayDays >= one.Key)),
    ];

    private static CountRule<Delay> Count(Measure measure, Func<Delay, bool> condition) =>
        new(measure, Scope.SiteAndSystem, DischargePopulations.Delayed, (delay, _) => condition(delay));

    private static double? BedDaysLost(ScopeView view)
    {
        var delays = view.Of(DischargePopulations.Delayed);
        return delays.Count > 0 && delays.All(delay => delay.DaysSinceReady is null)
            ? null
            : delays.Sum(delay => delay.DaysSinceReady ?? 0);
    }
}
