using MseControlCentre.Domain.EmergencyDepartments;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// Patients in the department past the long stay: watch; past a standard for their share of the department: alarm.
/// </summary>
internal sealed class LongStaysRule(Situation situation)
    : ConstraintRule(ConstraintKind.LongStays, EmergencyDepartmentMeasures.EdOverLong, situation)
{
    private readonly IReadOnlyList<double> _shares =
        situation.StandardsOf(EmergencyDepartmentMeasures.EdOverLongShare);

    public override Holding Read(Reading figures) =>
        figures[Affected] > 0
        && _shares is [.., var worst]
        && figures[EmergencyDepartmentMeasures.EdOverLongShare] > worst
            ? Holding.Alarm
            : Above(figures[Affected], 0);

    public override string What(Place place) =>
        $"{Words.Number(place.Now[Affected]!.Value)} in ED over {Words.Number(Situation.Limits.EdLong.Value)} h";

    public override IEnumerable<string?> Behind(Place place)
    {
        var now = place.Now;
        return
        [
            now[EmergencyDepartmentMeasures.EdOverLongShare] is { } share
                ? $"{Words.Number(share)}% of those in ED"
                : null,

            // Whole hours: a wait by the minute would change the words each minute.
            now[EmergencyDepartmentMeasures.LongestWait] is { } minutes
                ? $"longest {Words.Number(Math.Floor(minutes / 60))} h"
                : null,
            Words.Some(now[EmergencyDepartmentMeasures.AwaitingBed], "wait for a bed"),
        ];
    }

    public override IEnumerable<Room> Rooms(Place place) => RoomFinder.Beds(Situation, FreeSites(place));
}
