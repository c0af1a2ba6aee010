using System.Globalization;
using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
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

/// <summary>What holds the site's patients up, in words, and what is not known of it.</summary>
/// <param name="Worst">The site's worst constraints, worst first.</param>
/// <param name="NotKnown">
/// Areas of which nothing is told now, as people say them, and which no constraint names: a worse one may hide there.
/// </param>
/// <param name="IsNothingKnown">Whether these are all areas.</param>
public sealed record SiteSituation(
    IReadOnlyList<SiteConstraint> Worst, IReadOnlyList<string> NotKnown, bool IsNothingKnown)
{
    /// <summary>Constraints that a reader takes in before the lists.</summary>
    public const int MostShown = 3;

    private static readonly (string Name, Measure Shown)[] s_areas =
    [
        ("ambulances", HandoverMeasures.AmbulancesWaiting),
        ("ED", EmergencyDepartmentMeasures.InDepartment),
        ("beds", BedMeasures.Inpatients),
        ("discharge delays", DischargeMeasures.NoCriteriaToReside),
    ];

    /// <summary>Makes it.</summary>
    /// <param name="constraints">Every constraint, worst first.</param>
    /// <param name="context">What the board is made from.</param>
    public static SiteSituation Of(IReadOnlyList<Constraint> constraints, SiteContext context)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        ArgumentNullException.ThrowIfNull(context);
        var worst = constraints
            .Where(one => string.Equals(one.Scope, context.Site.Code, StringComparison.Ordinal))
            .Take(MostShown)
            .ToList();
        string[] notKnown = worst.Exists(one => one.Kind is ConstraintKind.NotKnown)
            ? []
            : [.. s_areas.Where(area => IsNotKnown(area.Shown, context)).Select(area => area.Name)];
        return new SiteSituation(
            [.. worst.Select(one => InWords(one, context))], notKnown, notKnown.Length == s_areas.Length);
    }

    private static bool IsNotKnown(Measure shown, SiteContext context) =>
        context.Trust(shown)?.Quality is FigureQuality.Unknown or FigureQuality.Stale;

    private static SiteConstraint InWords(Constraint constraint, SiteContext context) => new(
        ConstraintCard.LevelOf(constraint.Severity),
        char.ToUpperInvariant(constraint.What[0]) + constraint.What[1..],
        constraint.Behind.Count > 0 ? string.Join(", ", constraint.Behind) : null,
        MovedOf(constraint, context.Local),
        constraint.LongestSince,
        constraint.Rooms,
        constraint.FigureId);

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
