using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Charts;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>
/// What matters first: how many should have left by now against how many have, in the system and at each site.
/// </summary>
/// <param name="Headline">It in a sentence.</param>
/// <param name="Level">How loud the sentence is.</param>
/// <param name="Places">The system and each site.</param>
/// <param name="DayStart">Local midnight.</param>
/// <param name="DayEnd">The next one.</param>
public sealed record LeavingView(
    string Headline,
    Level Level,
    IReadOnlyList<LeavingPlace> Places,
    DateTimeOffset DayStart,
    DateTimeOffset DayEnd)
{
    /// <summary>Heads of the columns of figures.</summary>
    public static IReadOnlyList<(Measure Measure, string Head)> Columns { get; } =
    [
        (ThroughputMeasures.NeededToday, "Needed today"),
        (ThroughputMeasures.TargetByNow, "Should have left by now"),
        (DischargeMeasures.DischargesToday, "Have left"),
        (ThroughputMeasures.Deficit, "Behind by (− is ahead)"),
        (DischargeMeasures.DischargesLastHour, "Left in the last hour"),
        (ThroughputMeasures.NeededNextHour, "Needed in the next hour"),
        (DischargeMeasures.DefiniteDischarges, "Definite, still to leave"),
        (DischargeMeasures.PotentialDischarges, "Potential, still to leave"),
    ];

    /// <summary>Makes it of a picture.</summary>
    public static LeavingView Of(Picture picture, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(local);
        var start = MidnightBefore(picture.At, local);
        var hours = picture.Sites.Max(site => site.DischargeTargetByHour.Count);
        var sites = picture.Sites.Select(site => LeavingPlace.Of(
            site.Name,
            site.Figures,
            picture,
            local,
            start,
            [.. site.DischargesByHour.Select(count => (double?)count)],
            site.DischargeTargetByHour,
            site.CountedSince));
        var system = LeavingPlace.Of(
            "All sites",
            picture.Figures,
            picture,
            local,
            start,
            Sum([.. picture.Sites.Select(site => site.DischargesByHour.Select(count => (double?)count).ToList())]),
            Sum([.. picture.Sites.Select(site => site.DischargeTargetByHour)]),
            picture.Sites.Max(site => site.CountedSince));
        var (words, level) = HeadlineOf(picture.Figures);
        return new LeavingView(words, level, [system, .. sites], start, start.AddHours(hours));
    }

    private static (string Words, Level Level) HeadlineOf(FigureSet figures)
    {
        if (Known(figures, ThroughputMeasures.Deficit) is not { } deficit)
        {
            return ("How many should have left by now is not known.", Level.Normal);
        }

        var behind = Math.Round(deficit, MidpointRounding.AwayFromZero);
        var next = Known(figures, ThroughputMeasures.NeededNextHour);
        var ready = (Known(figures, DischargeMeasures.DefiniteDischarges) ?? 0)
            + (Known(figures, DischargeMeasures.PotentialDischarges) ?? 0);
        var words = behind switch
        {
            > 0 => Text($"{behind:0} fewer {Patients(behind)} left than should have by now."),
            0 => "As many patients have left as should have by now.",
            _ => Text($"{-behind:0} more {Patients(-behind)} left than should have by now."),
        };
        return (
            next is null ? words : Text($"{words} {NextHour(next.Value)}; {ready:0} definite or potential are to come."),
            behind > 0 ? Level.Watch : Level.Normal);
    }

    private static string NextHour(double needed) => needed is 0
        ? "Nobody must leave in the next hour to keep up"
        : Text($"{needed:0} more must leave in the next hour");

    private static string Patients(double number) => number is 1 ? "patient has" : "patients have";

    private static string Text(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static double? Known(FigureSet figures, Measure measure) =>
        figures.Find(measure.Id) is { Quality: not (FigureQuality.Stale or FigureQuality.Unknown) } figure
            ? figure.Value
            : null;

    /// <summary>
    /// Hour by hour over the sites; unknown as soon as one site's is: a part must not pass for the whole.
    /// </summary>
    private static List<double?> Sum(IReadOnlyList<IReadOnlyList<double?>> sites) =>
    [
        .. Enumerable.Range(0, sites.Max(hours => hours.Count))
            .Select(hour => sites.Aggregate((double?)0, (sum, site) => sum + site.ElementAtOrDefault(hour))),
    ];

    private static DateTimeOffset MidnightBefore(DateTimeOffset at, LocalTime local)
    {
        var day = TimeZoneInfo.ConvertTime(at, local.Zone).Date;
        return new DateTimeOffset(day, local.Zone.GetUtcOffset(day)).ToUniversalTime();
    }
}

/// <summary>Who leaves a site today, or the system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">The figures of <see cref="LeavingView.Columns"/>.</param>
/// <param name="Trust">Why they cannot be taken as live; null when they can.</param>
/// <param name="CountedSince">Since when they count, when that is later than midnight; null otherwise.</param>
/// <param name="Left">How many had left by the end of each hour, and have left now.</param>
/// <param name="Needed">How many should have.</param>
/// <param name="Words">The chart in words.</param>
public sealed record LeavingPlace(
    string Name,
    IReadOnlyList<FigureView> Figures,
    TrustNote? Trust,
    string? CountedSince,
    ChartSeries Left,
    ChartSeries Needed,
    string Words)
{
    /// <summary>Makes it.</summary>
    internal static LeavingPlace Of(
        string name,
        FigureSet figures,
        Picture picture,
        LocalTime local,
        DateTimeOffset midnight,
        IReadOnlyList<double?> byHour,
        IReadOnlyList<double?> target,
        DateTimeOffset? since)
    {
        var shown = LeavingView.Columns.Select(column => View(figures.Find(column.Measure.Id), column.Head)).ToList();
        return new LeavingPlace(
            name,
            shown,
            TrustNote.On([figures.Find(DischargeMeasures.DischargesToday.Id)], picture.Feeds, local),
            since is { } start ? local.Clock(start) : null,
            new ChartSeries("have left", "main", Cumulated(byHour, midnight, picture.At)),
            new ChartSeries("should have left", "aim", FromZero(target, midnight)),
            $"{name}, today by hour: {shown[2].Text} have left, {shown[1].Text} should have by now, "
            + $"{shown[0].Text} by midnight.");
    }

    private static FigureView View(Figure? figure, string head)
    {
        // The target is the network file's; half a patient behind it is none.
        var isBehind = figure?.Measure == ThroughputMeasures.Deficit && figure.Value >= 0.5;
        var view = FigureView.Of(figure, head, isBehind ? Level.Watch : Level.Normal, "#,0");
        return view.Text is "−0" ? view with { Text = "0" } : view;
    }

    private static List<ChartPoint> FromZero(IReadOnlyList<double?> target, DateTimeOffset midnight) =>
    [
        new ChartPoint(midnight, target.Count > 0 && target[0] is not null ? 0 : null),
        .. target.Select((value, hour) => new ChartPoint(midnight.AddHours(hour + 1), value)),
    ];

    /// <summary>The hours before the site was told of have no point; the hour that runs ends now.</summary>
    private static List<ChartPoint> Cumulated(
        IReadOnlyList<double?> byHour, DateTimeOffset midnight, DateTimeOffset now)
    {
        var points = new List<ChartPoint>();
        var sum = 0.0;
        for (var hour = 0; hour < byHour.Count; hour++)
        {
            var end = midnight.AddHours(hour + 1);
            if (byHour[hour] is not { } count)
            {
                points.Add(new ChartPoint(end < now ? end : now, null));
                continue;
            }

            if (points.Count == 0 || points[^1].Value is null)
            {
                points.Add(new ChartPoint(midnight.AddHours(hour), 0));
            }

            sum += count;
            points.Add(new ChartPoint(end < now ? end : now, sum));
        }

        return points;
    }
}
