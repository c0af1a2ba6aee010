using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>How the figures of ambulances and their handovers are worked out.</summary>
internal static class HandoverRules
{
    private const Scope SiteAndSystem = Scope.SiteAndSystem;

    public static IEnumerable<FigureRule> For(NetworkMap network) => Now(network.Thresholds)
        .Concat(SinceMidnight())
        .Concat(Within(
            network.Thresholds.HandoverStandard,
            HandoverMeasures.HandedOverWithin15Today,
            HandoverMeasures.HandedOverWithin15Share))
        .Concat(Within(
            network.Thresholds.HandoverSecond,
            HandoverMeasures.HandedOverWithin30Today,
            HandoverMeasures.HandedOverWithin30Share))
        .Concat(Within(
            network.Thresholds.HandoverMaximum,
            HandoverMeasures.HandedOverWithin45Today,
            HandoverMeasures.HandedOverWithin45Share))
        .Concat(Within(
            network.Thresholds.HandoverLong,
            HandoverMeasures.HandedOverWithin60Today,
            HandoverMeasures.HandedOverWithin60Share));

    private static IEnumerable<FigureRule> Now(Thresholds limits) =>
    [
        new CountRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulancesEnRoute, SiteAndSystem, HandoverPopulations.EnRoute),
        new CountRule<FlowMark>(
            HandoverMeasures.ArrivalsLastHour, SiteAndSystem, HandoverPopulations.ArrivedLastHour),
        new CountRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulancesWaiting, SiteAndSystem, HandoverPopulations.Waiting),
        Over(HandoverMeasures.AmbulancesOverStandard, limits.HandoverStandard),
        Over(HandoverMeasures.AmbulancesOverSecond, limits.HandoverSecond),
        Over(HandoverMeasures.AmbulancesOverMaximum, limits.HandoverMaximum),
        Over(HandoverMeasures.AmbulancesOverLong, limits.HandoverLong),

        // None waits: then there is no longest wait, which is not a wait of zero minutes.
        new SummaryRule<Story<ConveyanceStanding>>(
            HandoverMeasures.AmbulanceLongestWait,
            SiteAndSystem,
            HandoverPopulations.Waiting,
            (story, moment) => Math.Max(0, Math.Floor((moment.At - story.Standing.ArrivedAt!.Value).TotalMinutes)),
            Statistics.Greatest),
        new SummaryRule<Story<ConveyanceStanding>>(
            HandoverMeasures.HandoverLostWaiting,
            SiteAndSystem,
            HandoverPopulations.Waiting,
            (story, moment) => HoursBeyondStandard(moment.At - story.Standing.ArrivedAt, moment),
            Statistics.Sum),
    ];

    private static IEnumerable<FigureRule> SinceMidnight() =>
    [
        new CountRule<FlowMark>(HandoverMeasures.ArrivalsToday, SiteAndSystem, HandoverPopulations.ArrivedToday),
        new CountRule<FlowMark>(HandoverMeasures.HandoversToday, SiteAndSystem, HandoverPopulations.HandedOverToday),
        new SummaryRule<FlowMark>(
            HandoverMeasures.HandoverMeanToday,
            SiteAndSystem,
            HandoverPopulations.HandedOverToday,
            (mark, _) => mark.Took?.TotalMinutes,
            Statistics.Mean),
        new SummaryRule<FlowMark>(
            HandoverMeasures.HandoverLostToday,
            SiteAndSystem,
            HandoverPopulations.HandedOverToday,
            (mark, moment) => HoursBeyondStandard(mark.Took, moment),
            Statistics.Sum),
    ];

    /// <summary>Handed over within a limit: the limit itself is within (15:00 is within 15 minutes).</summary>
    private static IEnumerable<FigureRule> Within(Threshold minutes, Measure count, Measure share)
    {
        var limit = TimeSpan.FromMinutes(minutes.Value);
        return
        [
            new CountRule<FlowMark>(
                count, SiteAndSystem, HandoverPopulations.TimedHandoversToday, (mark, _) => mark.Took <= limit),
            new ShareRule<FlowMark>(
                share, SiteAndSystem, HandoverPopulations.TimedHandoversToday, (mark, _) => mark.Took <= limit),
        ];
    }

    private static CountRule<Story<ConveyanceStanding>> Over(Measure measure, Threshold minutes) => new(
        measure,
        SiteAndSystem,
        HandoverPopulations.Waiting,
        (story, moment) => moment.IsOver(story.Standing.ArrivedAt, TimeSpan.FromMinutes(minutes.Value)));

    private static double? HoursBeyondStandard(TimeSpan? took, Moment moment)
    {
        var standard = TimeSpan.FromMinutes(moment.Network.Thresholds.HandoverStandard.Value);
        return took is { } time ? Math.Max(0, (time - standard).TotalHours) : null;
    }
}
