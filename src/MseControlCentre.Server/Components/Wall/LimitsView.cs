using System.Globalization;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// What is past its limit now, grouped by place, each with a running clock: crews to be released, and every constraint
/// that has no card above. It says what is so; it does not say that anybody has raised it.
/// </summary>
/// <param name="Rows">The rows, worst place first; rows of one place stand together.</param>
/// <param name="More">Rows for which there is no room.</param>
/// <param name="IsBlind">Whether nothing can be known, because no feed is heard.</param>
public sealed record LimitsView(IReadOnlyList<LimitRow> Rows, int More, bool IsBlind)
{
    /// <summary>Rows for which there is room.</summary>
    public const int MostRows = 6;

    /// <summary>What the whole system is called beside the sites.</summary>
    public const string WholeSystem = "System";

    /// <summary>Makes the list.</summary>
    public static LimitsView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var shown = SituationView.Shown(views.Constraints);
        var rows = EscalationMark.NotAcknowledged(views, NameOf)
            .Concat(views.Picture.Sites.Select(site => Crews(site, views)).OfType<LimitRow>())
            .Concat(views.Constraints.Except(shown).Where(one => !IsSaid(one, views)).Select(one => Of(one, views)))
            .GroupBy(row => row.Place, StringComparer.Ordinal)
            .OrderByDescending(place => place.Max(row => row.Level))
            .ThenBy(place => place.SelectMany(row => row.Clocks).DefaultIfEmpty(DateTimeOffset.MaxValue).Min())
            .SelectMany(place => place.Select((row, index) => row with { IsFirst = index == 0 }))
            .ToList();
        var room = rows.Count > MostRows ? MostRows - 1 : MostRows;
        return new LimitsView([.. rows.Take(room)], Math.Max(0, rows.Count - room), SilenceAlarm.Of(views) is not null);
    }

    // A name that has no room stands as its code, whole.
    private static string NameOf(string code, string name) => name.Length <= LimitRow.LongestPlace ? name : code;

    private static string PlaceOf(Constraint constraint) => constraint.Kind is ConstraintKind.VirtualWardFull
        ? ShortNames.OfVirtualWard(constraint.Place)
        : constraint.Place;

    // Crews are told in December 2024 to be released at the maximum handover: one that has its patient in a cohort
    // area can go.
    private static LimitRow? Crews(SitePicture site, ViewContext views)
    {
        var release = site.Figures.Find(CrewMeasures.ReleaseToRespond.Id);
        if (release is not { Quality: not (FigureQuality.Unknown or FigureQuality.Stale), Value: > 0 })
        {
            return null;
        }

        var limit = TimeSpan.FromMinutes(views.Thresholds.HandoverMaximum.Value);
        var held = site.Handovers
            .Where(row => row.CohortArea is null && row.ArrivedAt is { } arrived && views.Picture.At - arrived > limit)
            .Select(row => row.ArrivedAt!.Value)
            .ToList();
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{held.Count} {(held.Count is 1 ? "crew" : "crews")} past {limit.TotalMinutes:0} min");
        return new LimitRow(NameOf(site.Code, site.Name), words, Level.Alarm, [.. held.Take(LimitRow.MostClocks)]);
    }

    // The crews to release are its worst part and stand there already.
    private static bool IsSaid(Constraint constraint, ViewContext views) =>
        constraint.Kind is ConstraintKind.AmbulancesWaiting
        && views.Picture.Sites.Any(site =>
            string.Equals(site.Code, constraint.Scope, StringComparison.Ordinal) && Crews(site, views) is not null);

    private static LimitRow Of(Constraint constraint, ViewContext views) => new(
        string.Equals(constraint.Scope, views.Picture.NetworkCode, StringComparison.Ordinal)
            ? WholeSystem
            : NameOf(constraint.Scope, PlaceOf(constraint)),
        constraint.What,
        ConstraintCard.LevelOf(constraint.Severity),
        (constraint.LongestSince ?? constraint.Since) is { } since ? [since] : [])
    {
        IsAtLeast = constraint.LongestSince is null && constraint.SinceAtLeast,
    };
}

/// <summary>Something past its limit.</summary>
/// <param name="Place">Where.</param>
/// <param name="Words">What.</param>
/// <param name="Level">How bad.</param>
/// <param name="Clocks">When each of the longest waits behind it began, longest first.</param>
public sealed record LimitRow(string Place, string Words, Level Level, IReadOnlyList<DateTimeOffset> Clocks)
{
    /// <summary>Clocks for which there is room.</summary>
    public const int MostClocks = 2;

    /// <summary>Longest name that stands on one line.</summary>
    public const int LongestPlace = 12;

    /// <summary>Whether the clock may have run for longer: nobody saw it begin.</summary>
    public bool IsAtLeast { get; init; }

    /// <summary>Whether it is the first row of its place, which names it.</summary>
    public bool IsFirst { get; init; }
}
