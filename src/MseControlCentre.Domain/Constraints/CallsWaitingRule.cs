using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// 999 calls wait while the Category 2 mean is past a standard of the network: watch; past the worst of several: alarm.
/// </summary>
internal sealed class CallsWaitingRule(Situation situation)
    : ConstraintRule(ConstraintKind.CallsWaiting, EmergencyCallMeasures.CallsWaiting, situation)
{
    private static readonly Measure s_mean = EmergencyCallMeasures.Mean[AmbulanceCategory.C2];
    private readonly IReadOnlyList<double> _standards = situation.StandardsOf(s_mean);

    public override IEnumerable<Place> Places => [Situation.System];

    public override Holding Read(Reading figures) => (_standards, figures[Affected], figures[s_mean]) switch
    {
        ([], _, _) or (_, <= 0, _) => Holding.No,
        (_, null, _) or (_, _, null) => Holding.NotKnown,
        ([_, .., var worst], _, var mean) when mean > worst => Holding.Alarm,
        ([var first, ..], _, var mean) => mean > first ? Holding.Watch : Holding.No,
    };

    public override string What(Place place) =>
        "999: " + Words.Count(place.Now[Affected]!.Value, "call waits", "calls wait")
        + $", Cat 2 mean {Words.Number(Math.Floor(place.Now[s_mean]!.Value))} min";

    public override IEnumerable<string?> Behind(Place place) =>
    [
        $"standard {Words.Number(_standards[0])} min",
        Words.Some(
            place.Now[EmergencyCallMeasures.WaitingByCategory[AmbulanceCategory.C2]], "of them Category 2"),
        Words.Some(place.Now[HandoverMeasures.AmbulancesWaiting], "ambulances held at hospitals"),
    ];

    /// <summary>Crews held past the maximum handover, which their sites can release.</summary>
    public override IEnumerable<Room> Rooms(Place place) => Situation.Sites
        .Where(site => site.Now[CrewMeasures.ReleaseToRespond] > 0)
        .OrderByDescending(site => site.Now[CrewMeasures.ReleaseToRespond])
        .ThenBy(site => site.Scope, StringComparer.Ordinal)
        .Select(site => RoomFinder.Of(
            site,
            CrewMeasures.ReleaseToRespond,
            "has " + Words.Count(site.Now[CrewMeasures.ReleaseToRespond]!.Value, "crew", "crews") + " to release") with
        {
            Ask = Room.ReleaseCrews,
        });
}
