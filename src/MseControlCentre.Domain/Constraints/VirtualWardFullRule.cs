using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Constraints;

/// <summary>A virtual ward without a place left while referrals wait for it: watch.</summary>
internal sealed class VirtualWardFullRule(Situation situation)
    : ConstraintRule(ConstraintKind.VirtualWardFull, VirtualWardMeasures.VirtualWardReferrals, situation)
{
    public override IEnumerable<Place> Places => Situation.VirtualWards;

    public override Holding Read(Reading figures) =>
        (figures[VirtualWardMeasures.VirtualWardAvailable], figures[Affected]) switch
        {
            (<= 0, > 0) => Holding.Watch,
            (> 0, _) or (_, <= 0) => Holding.No,
            _ => Holding.NotKnown,
        };

    public override string What(Place place) => $"full, {Words.Number(place.Now[Affected]!.Value)} wait";

    public override IEnumerable<string?> Behind(Place place)
    {
        var now = place.Now;
        return
        [
            now[VirtualWardMeasures.VirtualWardOccupied] is { } patients
            && now[VirtualWardMeasures.VirtualWardCapacity] is { } places
                ? $"{Words.Number(patients)} on {Words.Number(places)} places"
                : null,
            Words.Some(now[VirtualWardMeasures.StepDownWaiting], "of them in a hospital bed"),
            Words.Known(now[VirtualWardMeasures.DischargesDue], "due to leave today"),
        ];
    }

    public override IEnumerable<Room> Rooms(Place place) => Situation.VirtualWards
        .Where(other => !ReferenceEquals(other, place)
            && other.Now[VirtualWardMeasures.VirtualWardAvailable] > 0)
        .OrderByDescending(other => other.Now[VirtualWardMeasures.VirtualWardAvailable])
        .ThenBy(other => other.Scope, StringComparer.Ordinal)
        .Select(other => RoomFinder.Of(
            other,
            VirtualWardMeasures.VirtualWardAvailable,
            "has " + Words.Count(
                other.Now[VirtualWardMeasures.VirtualWardAvailable]!.Value, "place", "places") + " free"));
}
