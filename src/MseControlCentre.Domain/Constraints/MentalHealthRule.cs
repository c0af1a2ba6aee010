using MseControlCentre.Domain.EmergencyDepartments;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// Mental-health patients in the department past the wait of the network file, the only limit there is: alarm.
/// </summary>
internal sealed class MentalHealthRule(Situation situation)
    : ConstraintRule(ConstraintKind.MentalHealthWaits, EmergencyDepartmentMeasures.MentalHealthOver, situation)
{
    public override Holding Read(Reading figures) =>
        Above(figures[Affected], 0) is Holding.Watch ? Holding.Alarm : Above(figures[Affected], 0);

    public override string What(Place place)
    {
        var over = $"{Words.Number(place.Now[Affected]!.Value)} mental health";
        return Situation.Limits.MentalHealthWait is { } limit ? $"{over} over {Words.Number(limit.Value)} h" : over;
    }

    public override IEnumerable<string?> Behind(Place place) =>
    [
        Words.Known(place.Now[EmergencyDepartmentMeasures.MentalHealthWaiting], "wait for mental health in all"),
    ];

    // No figure says which mental-health service could take a patient from a department now.
    public override IEnumerable<Room> Rooms(Place place) => [];
}
