using System.Globalization;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One constraint in words.</summary>
/// <param name="Level">How loud.</param>
/// <param name="Headline">What is wrong and where.</param>
/// <param name="Behind">What stands behind it, as far as there is room.</param>
/// <param name="Moved">Since when, and how it moved in the last hour.</param>
/// <param name="Relief">Who has room; null when nobody is known to have any.</param>
/// <param name="LongestSince">When the oldest wait behind it began; null when not known.</param>
/// <param name="Minutes">Patient-minutes of the last hour; null when not known.</param>
/// <param name="FigureId">The figure that leads to what is behind it.</param>
public sealed record ConstraintCard(
    Level Level,
    string Headline,
    string Behind,
    string Moved,
    string? Relief,
    DateTimeOffset? LongestSince,
    string? Minutes,
    string FigureId)
{
    // Characters that fit a line of a card.
    private const int LongestLine = 50;
    private const int LongestBesideClock = 38;
    private const int LongestRelief = 40;
    private const int LongestHeadline = 39;

    /// <summary>Whether the headline is too long for its usual size.</summary>
    public bool IsLong => Headline.Length > LongestHeadline;

    /// <summary>Makes the card of a constraint.</summary>
    public static ConstraintCard Of(Constraint constraint, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        ArgumentNullException.ThrowIfNull(views);
        return new ConstraintCard(
            LevelOf(constraint.Severity),
            constraint.Headline,
            Fitting(constraint.Behind, constraint.LongestSince is null ? LongestLine : LongestBesideClock),
            Join(Since(constraint, views), Change(constraint)),
            constraint.Rooms.Count > 0 ? Fitting(constraint.Rooms.Select(room => room.Words), LongestRelief) : null,
            constraint.LongestSince,
            constraint.PatientMinutes is { } minutes and > 0
                ? (constraint.MinutesAtLeast ? "≥ " : "") + minutes.ToString("N0", CultureInfo.InvariantCulture)
                : null,
            constraint.FigureId);
    }

    /// <summary>How loud a severity is.</summary>
    public static Level LevelOf(Severity severity) => severity is Severity.Alarm ? Level.Alarm : Level.Watch;

    private static string? Since(Constraint constraint, ViewContext views) => constraint.Since is { } since
        ? (constraint.SinceAtLeast ? "before " : "since ") + views.Say(since)
        : null;

    private static string? Change(Constraint constraint) => constraint.ChangeInLastHour switch
    {
        // The time before which it began says already that an hour ago is not known.
        null => constraint.SinceAtLeast ? null : "an hour ago not known",
        > 0 and var change => string.Create(CultureInfo.InvariantCulture, $"▲ {change:0.#} in an hour"),
        < 0 and var change => string.Create(CultureInfo.InvariantCulture, $"▼ {-change:0.#} in an hour"),
        _ => "as an hour ago",
    };

    private static string Join(params IEnumerable<string?> parts) => string.Join(" · ", parts.OfType<string>());

    // The first is always said; others where they fit whole.
    private static string Fitting(IEnumerable<string> facts, int longest)
    {
        var line = "";
        foreach (var fact in facts)
        {
            var longer = line.Length == 0 ? fact : line + " · " + fact;
            line = line.Length == 0 || longer.Length <= longest ? longer : line;
        }

        return line;
    }
}
