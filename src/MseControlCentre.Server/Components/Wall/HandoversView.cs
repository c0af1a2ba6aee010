using System.Globalization;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>Who waits outside: a bar for each ambulance.</summary>
/// <param name="Waiting">How many wait.</param>
/// <param name="EnRoute">How many are on the way.</param>
/// <param name="NextAt">When the next is expected, local time; null when not told.</param>
/// <param name="LostToday">Hours lost today.</param>
/// <param name="Arrivals">When each of them arrived, longest wait first.</param>
/// <param name="More">Ambulances for which there is no room.</param>
/// <param name="Marks">The handover thresholds in minutes, shortest first.</param>
/// <param name="Trust">Why it cannot be taken as live; null when it can.</param>
public sealed record HandoversView(
    FigureView Waiting,
    FigureView EnRoute,
    string? NextAt,
    FigureView LostToday,
    IReadOnlyList<DateTimeOffset> Arrivals,
    int More,
    IReadOnlyList<int> Marks,
    TrustNote? Trust)
{
    /// <summary>Bars for which there is room; the longest waits come first.</summary>
    public const int MostBars = 11;

    /// <summary>The marks as an attribute for the browser.</summary>
    public string MarksText => string.Join(' ', Marks.Select(mark => mark.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes the row of a site.</summary>
    public static HandoversView Of(SitePicture site, ViewContext views)
    {
        var figures = site.Figures;
        var waiting = figures.Find(HandoverMeasures.AmbulancesWaiting.Id);
        var trusted = waiting is { Quality: not (FigureQuality.Unknown or FigureQuality.Stale) };
        var arrivals = site.Handovers
            .Where(row => row.ArrivedAt is not null)
            .Select(row => row.ArrivedAt!.Value)
            .ToList();
        var next = site.Handovers.Where(row => row.ArrivedAt is null).Min(row => row.ExpectedAt);
        var thresholds = views.Thresholds;
        return new HandoversView(
            FigureView.Of(waiting, "Ambulances waiting", Levels.Handovers(figures)),
            FigureView.Of(figures.Find(HandoverMeasures.AmbulancesEnRoute.Id), "on the way", Level.Normal),
            next is { } expected ? views.Local.Clock(expected) : null,
            FigureView.Of(figures.Find(HandoverMeasures.HandoverLostToday.Id), "lost today", Level.Normal, "0.0", "h"),
            trusted ? [.. arrivals.Take(MostBars)] : [],
            trusted ? Math.Max(0, arrivals.Count - MostBars) : 0,
            [
                (int)thresholds.HandoverStandard.Value,
                (int)thresholds.HandoverSecond.Value,
                (int)thresholds.HandoverMaximum.Value,
                (int)thresholds.HandoverLong.Value,
            ],
            views.Trust(figures, HandoverMeasures.AmbulancesWaiting));
    }
}
