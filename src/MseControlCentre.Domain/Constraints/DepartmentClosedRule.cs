using MseControlCentre.Domain.Handovers;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// A department declared on divert: watch; declared closed: alarm. The ambulances on their way there are affected.
/// </summary>
internal sealed class DepartmentClosedRule(Situation situation)
    : ConstraintRule(ConstraintKind.DepartmentClosed, HandoverMeasures.AmbulancesEnRoute, situation)
{
    public override Holding Read(Reading figures) =>
        figures[CohortMeasures.ClosuresInForce] > 0
            ? Holding.Alarm
            : Above(figures[CohortMeasures.DivertsInForce], 0);

    public override string What(Place place) => IsClosed(place) ? "ED declared closed" : "ED on divert";

    public override IEnumerable<string?> Behind(Place place) =>
    [
        Words.Some(place.Now[Affected], "ambulances on the way"),
        Words.Some(place.Now[CohortMeasures.DivertedToday], "sent on today"),
    ];

    public override IEnumerable<Room> Rooms(Place place) =>
        RoomFinder.Departments(Situation.Others(place));

    public override string FigureId(Place place) =>
        place.FigureId(IsClosed(place) ? CohortMeasures.ClosuresInForce : CohortMeasures.DivertsInForce);

    private static bool IsClosed(Place place) => place.Now[CohortMeasures.ClosuresInForce] > 0;
}
