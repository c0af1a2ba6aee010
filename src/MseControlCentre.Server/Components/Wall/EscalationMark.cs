using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What is escalated at a place: how many, and the worst. No person is named on a wall.</summary>
/// <param name="Code">Code of the place; null for everywhere.</param>
/// <param name="Count">How many are open.</param>
/// <param name="Worst">The level of the worst, as its place among the levels; null when nothing is open.</param>
/// <param name="Acknowledge">Its time to acknowledge; null when nothing is open.</param>
/// <param name="Resolve">Its time to resolve; null when nothing is open.</param>
/// <param name="Level">How loud it is.</param>
public sealed record EscalationMark(
    string? Code, int Count, string? Worst, MarkedClock? Acknowledge, MarkedClock? Resolve, Level Level)
{
    /// <summary>Both clocks of the worst; none when nothing is open.</summary>
    public IEnumerable<MarkedClock> Clocks => new[] { Acknowledge, Resolve }.OfType<MarkedClock>();

    /// <summary>Makes the mark of a place, or of everywhere.</summary>
    public static EscalationMark Of(ViewContext views, string? code)
    {
        ArgumentNullException.ThrowIfNull(views);
        var context = ContextOf(views);
        var open = context.Open
            .Where(one => code is null || string.Equals(one.Scope, code, StringComparison.Ordinal))
            .ToList();
        if (open.Count == 0)
        {
            return new EscalationMark(code, 0, null, null, null, Level.Normal);
        }

        // The first is the worst: a clock past its limit goes before the others of its level.
        var rows = open.Select(one => (one, Row: EscalationRow.Of(one, context))).ToList();
        var level = open[0].Level;
        var (worst, row) = rows
            .Where(one => string.Equals(one.one.Level, level, StringComparison.Ordinal))
            .MaxBy(one => one.Row.Level);
        var agreed = context.Plan.Level(worst.Level);
        return new EscalationMark(
            code,
            open.Count,
            context.Plan.Levels.Count == 0
                ? null
                : FormattableString.Invariant($"level {context.Plan.RankOf(worst.Level) + 1}"),
            MarkedClock.Of(row.Acknowledge, agreed?.AcknowledgeWithin),
            MarkedClock.Of(row.Resolve, agreed?.ResolveWithin),
            rows.Max(one => one.Row.Level));
    }

    /// <summary>What nobody has acknowledged within the limit of its level, each place on one row.</summary>
    public static IEnumerable<LimitRow> NotAcknowledged(ViewContext views, Func<string, string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(nameOf);
        var context = ContextOf(views);
        return context.Open
            .Where(one => one.AcknowledgedAt is null && EscalationClock.ToAcknowledge(one, context).IsOver)
            .GroupBy(one => one.Scope, StringComparer.Ordinal)
            .Select(place => new LimitRow(
                string.Equals(place.Key, views.Picture.NetworkCode, StringComparison.Ordinal)
                    ? LimitsView.WholeSystem
                    : nameOf(place.Key, context.NameOf(place.Key)),
                $"{place.Count()} not acknowledged",
                Level.Alarm,
                [place.Min(one => one.LevelSince)]));
    }

    private static EscalationContext ContextOf(ViewContext views) =>
        new(views.Network, views.Escalations, null, [], views.Local, views.Picture.At);
}

/// <summary>A clock of an escalation and its limit, in as few words as are read across a room.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Limit">What is agreed, such as <c>of 10 min</c>; null when nothing is.</param>
public sealed record MarkedClock(EscalationClock Clock, string? Limit)
{
    /// <summary>Marks a clock.</summary>
    public static MarkedClock Of(EscalationClock clock, Threshold? limit) =>
        new(clock, limit is null ? null : FormattableString.Invariant($"of {limit.Value:0.#} min"));
}
