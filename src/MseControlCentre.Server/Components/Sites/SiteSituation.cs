using System.Globalization;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>Something that holds the site's patients up, in words.</summary>
/// <param name="Level">How loud.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Behind">What stands behind it; null when nothing is known to.</param>
/// <param name="Moved">Since when, and how it moved in the last hour; null when neither is known.</param>
/// <param name="LongestSince">When the oldest wait behind it began (UTC); null when not known.</param>
/// <param name="Rooms">Who has room, best first.</param>
/// <param name="FigureId">The figure that leads to what is behind it.</param>
public sealed record SiteConstraint(
    Level Level,
    string What,
    string? Behind,
    string? Moved,
    DateTimeOffset? LongestSince,
    IReadOnlyList<Room> Rooms,
    string FigureId);

/// <summary>The site's worst constraints in words.</summary>
public static class SiteSituation
{
    /// <summary>Constraints that a reader takes in before the lists.</summary>
    public const int MostShown = 3;

    /// <summary>Makes them, worst first.</summary>
    /// <param name="constraints">Every constraint, worst first.</param>
    /// <param name="context">What the board is made from.</param>
    public static IReadOnlyList<SiteConstraint> Of(IReadOnlyList<Constraint> constraints, SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. constraints
                .Where(one => string.Equals(one.Scope, context.Site.Code, StringComparison.Ordinal))
                .Take(MostShown)
                .Select(one => new SiteConstraint(
                    ConstraintCard.LevelOf(one.Severity),
                    char.ToUpperInvariant(one.What[0]) + one.What[1..],
                    one.Behind.Count > 0 ? string.Join(", ", one.Behind) : null,
                    MovedOf(one, context.Local),
                    one.LongestSince,
                    one.Rooms,
                    one.FigureId)),
        ];
    }

    private static string? MovedOf(Constraint constraint, LocalTime local)
    {
        var change = constraint.ChangeInLastHour switch
        {
            null => null,
            > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"▲ {more:0.#} more than an hour ago"),
            < 0 and var fewer => string.Create(
                CultureInfo.InvariantCulture, $"▼ {-fewer:0.#} fewer than an hour ago"),
            _ => "as an hour ago",
        };
        var began = constraint.Since is { } since
            ? $"since {(constraint.SinceAtLeast ? "before " : "")}{local.DayAndClock(since)}"
            : null;
        string[] said = [.. new[] { began, change }.OfType<string>()];
        return said.Length > 0 ? string.Join(", ", said) : null;
    }
}
