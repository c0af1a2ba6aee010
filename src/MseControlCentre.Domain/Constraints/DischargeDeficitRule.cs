using MseControlCentre.Domain.Discharges;

namespace MseControlCentre.Domain.Constraints;

/// <summary>At least one whole patient fewer has left than should have by now: watch.</summary>
internal sealed class DischargeDeficitRule(Situation situation)
    : ConstraintRule(ConstraintKind.DischargeDeficit, ThroughputMeasures.Deficit, situation)
{
    public override Holding Read(Reading figures) => figures[Affected] switch
    {
        null => Holding.NotKnown,
        >= 1 => Holding.Watch,
        _ => Holding.No,
    };

    public override string What(Place place) =>
        Words.Count(Math.Floor(place.Now[Affected]!.Value), "discharge", "discharges") + " behind";

    public override IEnumerable<string?> Behind(Place place)
    {
        var now = place.Now;
        return
        [
            now[DischargeMeasures.DischargesToday] is { } left && now[ThroughputMeasures.TargetByNow] is { } target
                ? $"{Words.Number(left)} of {Words.Number(Math.Floor(target))} left by now"
                : null,
            Words.Known(now[DischargeMeasures.DefiniteDischarges], "definite to leave today"),
            Words.Some(now[DischargeMeasures.NoCriteriaToReside], "with no criteria to reside"),
        ];
    }

    public override IEnumerable<Room> Rooms(Place place) =>
        [.. Owners(place).Take(1), .. RoomFinder.OutOfHospital(Situation), .. Owners(place).Skip(1)];

    private IEnumerable<Room> Owners(Place place) => Situation.Network.Partners
        .Select(partner => (Partner: partner, Measure: DelayMeasures.OfOwner(partner)))
        .Where(owner => place.Now[owner.Measure] >= 1)
        .OrderByDescending(owner => place.Now[owner.Measure])
        .ThenBy(owner => owner.Partner.Code, StringComparer.Ordinal)
        .Select(owner => new Room(
            owner.Partner.Code,
            $"{owner.Partner.Name} can unblock {Words.Number(place.Now[owner.Measure]!.Value)}",
            place.FigureId(owner.Measure))
        {
            Ask = Room.UnblockDischarges,
        });
}
