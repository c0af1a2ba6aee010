using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>How the figures of ambulances and their handovers are worked out.</summary>
internal static class HandoverRules
{
    public static IEnumerable<FigureRule> For(NetworkMap network) => Now(network.Thresholds).Concat(SinceMidnight());

    private static IEnumerable<FigureRule> Now(Thresholds limits) =>
    [
        new CountRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulancesEnRoute, Scope.SiteAndSystem, HandoverPopulations.EnRoute),
        new CountRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulancesWaiting, Scope.SiteAndSystem, HandoverPopulations.Waiting),
        Over(HandoverMeasures.AmbulancesOverStandard, limits.HandoverStandard),
        Over(HandoverMeasures.AmbulancesOverSecond, limits.HandoverSecond),
        Over(HandoverMeasures.AmbulancesOverMaximum, limits.HandoverMaximum),
        Over(HandoverMeasures.AmbulancesOverLong, limits.HandoverLong),

        // None waits: then there is no longest wait, which is not a wait of zero minutes.
        new SummaryRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulanceLongestWait,
            Scope.SiteAndSystem,
            HandoverPopulations.Waiting,
            (story, moment) => Math.Max(0, Math.Floor((moment.At - story.Standing.ArrivedAt!.Value).TotalMinutes)),
            Statistics.Greatest),
    ];

    private static IEnumerable<FigureRule> SinceMidnight() =>
    [
        new CountRule<FlowMark>(
            HandoverMeasures.HandoversToday, Scope.SiteAndSystem, HandoverPopulations.HandedOverToday),
        new SummaryRule<FlowMark>(
            HandoverMeasures.HandoverMeanToday,
            Scope.SiteAndSystem,
            HandoverPopulations.HandedOverToday,
            (mark, _) => mark.Took?.TotalMinutes,
            Statistics.Mean),
        new SummaryRule<FlowMark>(
            HandoverMeasures.HandoverLostToday,
            Scope.SiteAndSystem,
            HandoverPopulations.HandedOverToday,
            HoursBeyondStandard,
            Statistics.Sum),
    ];

    private static CountRule<Story<ConveyanceStanding>> Over(Measure measure, Threshold minutes) => new(
        measure,
        Scope.SiteAndSystem,
        HandoverPopulations.Waiting,
        (story, moment) => moment.IsOver(story.Standing.ArrivedAt, TimeSpan.FromMinutes(minutes.Value)));

    private static double? HoursBeyondStandard(FlowMark mark, Moment moment)
    {
        var standard = TimeSpan.FromMinutes(moment.Network.Thresholds.HandoverStandard.Value);
        return mark.Took is { } took ? Math.Max(0, (took - standard).TotalHours) : null;
    }
}
