using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// No general and acute bed free, or somebody waiting longer than the long stay from the decision to admit: alarm.
/// Occupancy past the threshold: watch. Whoever waits for a bed is affected.
/// </summary>
internal sealed class WaitingForBedRule(Situation situation)
    : ConstraintRule(ConstraintKind.WaitingForBed, EmergencyDepartmentMeasures.AwaitingBed, situation)
{
    public override Holding Read(Reading figures)
    {
        var free = figures[BedMeasures.BedsAvailable];
        var full = figures[BedMeasures.BedOccupancy];
        var late = figures[EmergencyDepartmentMeasures.OverLongFromDecision];
        if (free <= 0 || late > 0)
        {
            return Holding.Alarm;
        }

        return full > Situation.Limits.BedOccupancy.Value ? Holding.Watch
            : free is null || full is null || late is null ? Holding.NotKnown
            : Holding.No;
    }

    public override string What(Place place)
    {
        var now = place.Now;
        var waiting = now[Affected];
        var beds = now[BedMeasures.BedsAvailable] <= 0 ? "no bed free"
            : now[BedMeasures.BedOccupancy] is { } full && full > Situation.Limits.BedOccupancy.Value
                ? $"{Words.Number(full)}% full"
                : null;
        return (beds, waiting) switch
        {
            (null, > 0) => $"{Words.Number(waiting.Value)} wait for a bed",
            (null, _) => LateWords(now)!,
            (_, > 0) => $"{beds}, {Words.Number(waiting.Value)} wait for one",
            _ => beds,
        };
    }

    public override IEnumerable<string?> Behind(Place place)
    {
        var now = place.Now;
        return
        [
            LateWords(now),
            now[BedMeasures.BedsAvailable] switch
            {
                < 0 and var over => Words.Count(-over, "patient", "patients") + " more than open beds",
                > 0 and var free => Words.Count(free, "bed", "beds") + " free",
                _ => null,
            },
            Words.Known(now[DischargeMeasures.DefiniteDischarges], "definite to leave today"),
        ];
    }

    public override IEnumerable<Room> Rooms(Place place) =>
    [
        .. RoomFinder.Beds(Situation, FreeSites(place)),
        .. RoomFinder.OutOfHospital(Situation),
    ];

    public override string FigureId(Place place) =>
        place.FigureId(place.Now[Affected] is > 0 ? Affected : BedMeasures.BedsAvailable);

    private string? LateWords(Reading now) => Words.Some(
        now[EmergencyDepartmentMeasures.OverLongFromDecision],
        $"over {Words.Number(Situation.Limits.EdLong.Value)} h from decision");
}
