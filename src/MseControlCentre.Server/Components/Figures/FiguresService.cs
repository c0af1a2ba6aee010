using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>
/// What the pages of figures may know. Counts, clocks and pseudonyms only: anybody who reaches them may see them.
/// </summary>
public sealed class FiguresService(
    Lazy<PictureFeed> feed, FigureProvenance provenance, NetworkMap network, TimeProvider clock)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>Hours of a figure's chart.</summary>
    public const int ChartHours = 24;

    /// <summary>Minutes from one point of the chart to the next.</summary>
    public const int ChartStepMinutes = 15;

    /// <summary>Every figure of an area and a site; of all for null. Null until the journal has been read.</summary>
    public FiguresView? Current(string? area, string? site)
    {
        if (feed.Value.Current?.Picture is not { } picture)
        {
            return null;
        }

        var grids = new FigureGrids(picture, network.Standards, _local);
        FigureGrid[] shown = [.. grids.ByArea(area, site), .. grids.OfParts(area, site)];
        var cells = shown.SelectMany(grid => grid.Rows).SelectMany(row => row.Cells).OfType<FigureGridCell>().ToList();
        return new FiguresView(
            [.. MeasureAreas.InOrder(picture.AllFigures().Select(figure => MeasureAreas.Of(figure.Measure.Id)))
                .Select(code => (code, MeasureAreas.Name(code)))],
            [(picture.NetworkCode, picture.NetworkName), .. picture.Sites.Select(one => (one.Code, one.Name))],
            shown,
            cells.Count,
            cells.Count(cell => cell.Figure.Quality is FigureQuality.Unknown));
    }

    /// <summary>
    /// A figure with all that is behind it, now or at an instant that the board showed it. Null when there is none, or
    /// until the journal has been read.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public async Task<FigurePageView?> OfAsync(
        string figureId, DateTimeOffset? at, int most, CancellationToken cancellationToken)
    {
        if (feed.Value.Current?.Picture is not { } picture || picture.Find(figureId) is not { } figure)
        {
            return null;
        }

        var evidence = at is { } instant
            ? await provenance.EvidenceAtAsync(figureId, instant, most, cancellationToken)
            : provenance.EvidenceNow(figureId, most);
        return evidence is null
            ? null
            : new FigurePageView(
                figure, picture.At, evidence, at, new FigureNames(picture, network), picture.Feeds, _local);
    }

    /// <summary>What the board showed of a figure in the last 24 hours.</summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public Task<FigureHistory> HistoryAsync(Figure figure, CancellationToken cancellationToken) =>
        provenance.HistoryAsync(figure, ChartHours, ChartStepMinutes, cancellationToken);

    /// <summary>
    /// Reads a local time as a form sends it (<c>2026-11-22T14:30</c>); null when it is none or lies in the future.
    /// </summary>
    public DateTimeOffset? PastInstant(string? text) =>
        Shared.PastInstant.Read(text, _local, clock.GetUtcNow());
}
