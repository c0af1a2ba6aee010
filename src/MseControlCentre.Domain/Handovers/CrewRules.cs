using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Handovers;

/// <summary>How the figures of crews are worked out: release to respond, and clear after handover.</summary>
internal static class CrewRules
{
    private const Scope SiteAndSystem = Scope.SiteAndSystem;

    public static IEnumerable<FigureRule> For(NetworkMap network)
    {
        var maximum = TimeSpan.FromMinutes(network.Thresholds.HandoverMaximum.Value);
        return
        [
            new CountRule<Story<ConveyanceStanding>>(
                CrewMeasures.ReleaseToRespond,
                SiteAndSystem,
                HandoverPopulations.WaitingWithCrew,
                (story, moment) => moment.IsOver(story.Standing.ArrivedAt, maximum)),
            new CountRule<CrewWait>(
                CrewMeasures.ReleaseToRespondToday, SiteAndSystem, HandoverPopulations.BeyondMaximumToday),
            new SummaryRule<FlowMark>(
                CrewMeasures.CrewClearMeanToday,
                SiteAndSystem,
                HandoverPopulations.ClearedToday,
                (mark, _) => mark.Took?.TotalMinutes,
                Statistics.Mean),
            SlowToClear(network.Thresholds.CrewClear),
            new OnceToldRule(
                new CountRule<Story<ConveyanceStanding>>(
                    CrewMeasures.CrewsNotClear, SiteAndSystem, HandoverPopulations.NotClear),
                TellsOfCrewsClear),
        ];
    }

    /// <summary>Without a limit in the network file there is nothing to be slower than: unknown.</summary>
    private static OnceToldRule SlowToClear(Threshold? minutes)
    {
        var limit = minutes is null ? (TimeSpan?)null : TimeSpan.FromMinutes(minutes.Value);
        return new OnceToldRule(
            new CountRule<FlowMark>(
                CrewMeasures.CrewClearOverToday,
                SiteAndSystem,
                HandoverPopulations.ClearedToday,
                (mark, _) => mark.Took > limit),
            view => limit is not null && TellsOfCrewsClear(view));
    }

    private static bool TellsOfCrewsClear(ScopeView view) =>
        view.Logs.Any(log => log.Holds(MarkKind.CrewClear));
}
