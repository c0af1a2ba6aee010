using MseControlCentre.Domain.Handovers;

namespace MseControlCentre.Domain.Constraints;

/// <summary>Ambulances past the handover standard, from which time is lost; past the maximum handover, alarm.</summary>
internal sealed class AmbulancesWaitingRule(Situation situation)
    : ConstraintRule(ConstraintKind.AmbulancesWaiting, HandoverMeasures.AmbulancesOverStandard, situation)
{
    public override Holding Read(Reading figures) =>
        figures[Affected] > 0 && figures[HandoverMeasures.AmbulancesOverMaximum] > 0
            ? Holding.Alarm
            : Above(figures[Affected], 0);

    public override string What(Place place) =>
        Words.Count(place.Now[Affected]!.Value, "ambulance", "ambulances")
        + $" over {Words.Number(Situation.Limits.HandoverStandard.Value)} min";

    public override IEnumerable<string?> Behind(Place place)
    {
        var now = place.Now;
        return
        [
            Over(now[HandoverMeasures.AmbulancesOverLong], Situation.Limits.HandoverLong.Value)
                ?? Over(now[HandoverMeasures.AmbulancesOverMaximum], Situation.Limits.HandoverMaximum.Value)
                ?? Over(now[HandoverMeasures.AmbulancesOverSecond], Situation.Limits.HandoverSecond.Value),
            Words.Some(now[HandoverMeasures.AmbulancesEnRoute], "on the way"),
            now[HandoverMeasures.HandoverLostToday] is { } lost and >= 0.05
                ? $"{Words.Number(lost)} h lost today"
                : null,
        ];
    }

    public override IEnumerable<Room> Rooms(Place place) =>
        RoomFinder.Departments(FreeSites(place));

    public override DateTimeOffset? LongestSince(Place place) => place.Site?.Handovers.Min(row => row.ArrivedAt);

    public override DateTimeOffset? LimitPassed(Place place) =>
        LongestSince(place)?.AddMinutes(Situation.Limits.HandoverStandard.Value);

    private static string? Over(double? count, double minutes) =>
        Words.Some(count, $"over {Words.Number(minutes)} min");
}
