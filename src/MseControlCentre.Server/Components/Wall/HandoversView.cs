using System.Globalization;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who waits outside a site: a bar for each ambulance.</summary>
/// <param name="Cell">How many wait, how many are on the way, what was lost.</param>
/// <param name="Arrivals">When each of them arrived, longest wait first.</param>
/// <param name="Marks">The handover thresholds in minutes, shortest first.</param>
public sealed record HandoversView(
    CellView Cell, IReadOnlyList<DateTimeOffset> Arrivals, IReadOnlyList<int> Marks)
{
    /// <summary>Bars for which there is room; the longest waits come first.</summary>
    public const int MostBars = 7;

    /// <summary>The marks as an attribute for the browser.</summary>
    public string MarksText => string.Join(' ', Marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes the cell of a site.</summary>
    public static HandoversView Of(SitePicture site, ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(views);
        var figures = site.Figures;
        var waiting = figures.Find(HandoverMeasures.AmbulancesWaiting.Id);
        var trusted = waiting is { Quality: not (FigureQuality.Unknown or FigureQuality.Stale) };
        var arrivals = site.Handovers
            .Where(row => row.ArrivedAt is not null)
            .Select(row => row.ArrivedAt!.Value)
            .ToList();
        var thresholds = views.Thresholds;
        return new HandoversView(
            new CellView(
                FigureView.Of(waiting, "Ambulances waiting", Levels.Handovers(figures)),
                [],
                Said(site, trusted ? arrivals.Count - MostBars : 0, views),
                views.Trust(figures, HandoverMeasures.AmbulancesWaiting)),
            trusted ? [.. arrivals.Take(MostBars)] : [],
            [
                (int)thresholds.HandoverStandard.Value,
                (int)thresholds.HandoverSecond.Value,
                (int)thresholds.HandoverMaximum.Value,
                (int)thresholds.HandoverLong.Value,
            ]);
    }

    /// <summary>Makes the cell of the system: no bars, the figures behind them.</summary>
    public static CellView OfSystem(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var figures = views.Picture.Figures;
        var lost = figures.Find(HandoverMeasures.HandoverLostToday.Id);
        return new CellView(
            FigureView.Of(
                figures.Find(HandoverMeasures.AmbulancesWaiting.Id), "Ambulances waiting", Levels.Handovers(figures)),
            [
                FigureView.Of(
                    figures.Find(CrewMeasures.ReleaseToRespond.Id), "release", ReleaseLevel(figures)),
                FigureView.Of(figures.Find(HandoverMeasures.AmbulancesEnRoute.Id), "coming", Level.Normal),
                FigureView.Of(figures.Find(HandoverMeasures.ArrivalsLastHour.Id), "last hour", Level.Normal),
            ],
            [SaidView.Today(lost, FigureView.Of(lost, "", Level.Normal, "0.0", " h"), "lost", views)],
            views.Trust(figures, HandoverMeasures.AmbulancesWaiting));
    }

    private static List<SaidView> Said(SitePicture site, int more, ViewContext views)
    {
        var lost = site.Figures.Find(HandoverMeasures.HandoverLostToday.Id);
        var next = site.Handovers.Where(row => row.ArrivedAt is null).Min(row => row.ExpectedAt);
        var coming = new SaidView(
            FigureView.Of(site.Figures.Find(HandoverMeasures.AmbulancesEnRoute.Id), "", Level.Normal),
            next is { } expected && lost?.CountedSince is null
                ? $"coming, next {views.Local.Clock(expected)}"
                : "coming");
        return more > 0
            ? [new SaidView(null, string.Create(CultureInfo.InvariantCulture, $"and {more} more")), coming]
            : [coming, SaidView.Today(lost, FigureView.Of(lost, "", Level.Normal, "0.0", " h"), "lost", views)];
    }

    private static Level ReleaseLevel(FigureSet figures) =>
        figures.Find(CrewMeasures.ReleaseToRespond.Id)?.Value > 0 ? Level.Alarm : Level.Normal;
}
