using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// Makes the pack of a call. The same facts, past and trail give the same pack, so that the pack of an instant can be
/// made again at any later time.
/// </summary>
public static class CallPacking
{
    /// <summary>The pack.</summary>
    /// <param name="call">Identity of the call; its own actions are not owed to it from before.</param>
    /// <param name="facts">What the state of the instant gives.</param>
    /// <param name="then">The picture of when the pack begins to look back; null when nothing was known then.</param>
    /// <param name="trail">What the board showed up to the instant, for how long constraints have held.</param>
    public static CallPack Of(string call, PackFacts facts, Picture? then, IFigureTrail trail)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(trail);
        var places = PackPlaces.Of(facts, then);
        var delays = PackDelayCounts.Of(facts, then);
        var owed = PackOwing.Of(call, facts);
        var open = facts.Escalations.Where(one => one.IsOpen).ToList();
        return new CallPack(
            facts.Spans.At,
            facts.Spans.Since,
            facts.Spans.NightFrom,
            facts.Spans.NightTo,
            places,
            [
                .. RankedConstraints.Of(facts.Picture, facts.Network, trail)
                    .Take(CallPack.MostConstraints)
                    .Select(Shown),
            ],
            delays,
            [.. facts.Picture.VirtualWards.Select(PackPlaces.Of)],
            [.. InOrder(open, facts.Network.Escalation).Take(CallPack.MostEscalations)],
            [.. owed.Take(CallPack.MostOwed)],
            PackDoubts.Of(facts, then, places, delays, open.Count, owed.Count));
    }

    private static PackConstraint Shown(Constraint constraint) => new(
        constraint.Scope,
        constraint.Headline,
        constraint.Severity,
        constraint.Patients,
        constraint.Since,
        string.Join("; ", constraint.Rooms.Select(room => room.Words)),
        constraint.FigureId);

    private static IEnumerable<PackEscalation> InOrder(IEnumerable<Escalation> open, EscalationPlan plan)
    {
        var rank = plan.Levels.Index()
            .ToDictionary(level => level.Item.Code, level => level.Index, StringComparer.Ordinal);
        return open
            .OrderByDescending(one => one.Level is { } level ? rank.GetValueOrDefault(level, -1) : -1)
            .ThenBy(one => one.RaisedAt)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new PackEscalation(
                one.Id,
                one.Scope,
                one.Headline,
                plan.Level(one.Level)?.Name ?? one.Level,
                one.RaisedAt,
                one.Owner?.Name));
    }
}
