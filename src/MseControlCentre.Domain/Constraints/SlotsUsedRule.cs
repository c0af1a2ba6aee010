using MseControlCentre.Domain.Community;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Constraints;

/// <summary>
/// Every intermediate-care slot of the day used while patients with no criteria to reside wait on pathway 1: watch.
/// </summary>
internal sealed class SlotsUsedRule(Situation situation)
    : ConstraintRule(
        ConstraintKind.SlotsUsed, DelayMeasures.Pathways[DischargePathway.P1], situation)
{
    public override IEnumerable<Place> Places => [Situation.System];

    public override Holding Read(Reading figures) =>
        (figures[CommunityMeasures.SlotsOffered], figures[CommunityMeasures.SlotsUnused], figures[Affected]) switch
        {
            (> 0, <= 0, > 0) => Holding.Watch,
            (<= 0, _, _) or (_, > 0, _) or (_, _, <= 0) => Holding.No,
            _ => Holding.NotKnown,
        };

    public override string What(Place place) =>
        $"all {Words.Number(place.Now[CommunityMeasures.SlotsOffered]!.Value)} slots at home used, "
        + $"{Words.Number(place.Now[Affected]!.Value)} wait";

    public override IEnumerable<string?> Behind(Place place) =>
    [
        "pathway 1",
        Words.Some(place.Now[DischargeMeasures.NoCriteriaToReside], "with no criteria to reside in all"),
    ];

    public override IEnumerable<Room> Rooms(Place place) => RoomFinder.OutOfHospital(Situation);

    public override string FigureId(Place place) => place.FigureId(CommunityMeasures.SlotsUnused);
}
