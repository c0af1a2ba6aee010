using MseControlCentre.Domain.Escalations;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>What is escalated at a place: how many, and the worst. No person is named on a wall.</summary>
/// <param name="Code">Code of the place; null for everywhere.</param>
/// <param name="Count">How many are open.</param>
/// <param name="Worst">The level of the worst, as its place among the levels; null when nothing is open.</param>
/// <param name="Clock">
/// Its clock: to acknowledge until somebody has, then to resolve; null when nothing is open.
/// </param>
/// <param name="Level">How loud it is.</param>
public sealed record EscalationMark(string? Code, int Count, string? Worst, EscalationClock? Clock, Level Level)
{
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
            return new EscalationMark(code, 0, null, null, Level.Normal);
        }

        // The first is the worst: a clock past its limit goes before the others of its level.
        var rows = open.Select(one => (one, Row: EscalationRow.Of(one, context))).ToList();
        var level = open[0].Level;
        var (worst, row) = rows
            .Where(one => string.Equals(one.one.Level, level, StringComparison.Ordinal))
            .MaxBy(one => one.Row.Level);
        return new EscalationMark(
            code,
            open.Count,
            context.Plan.Levels.Count == 0
                ? null
                : FormattableString.Invariant($"level {context.Plan.RankOf(worst.Level) + 1}"),
            worst.AcknowledgedAt is null ? row.Acknowledge : row.Resolve,
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
