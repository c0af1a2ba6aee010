using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>
/// What the pages of figures may know: counts and clocks, and rows of single patients by pseudonym for those who may
/// see them.
/// </summary>
public sealed class FiguresService(
    Lazy<PictureFeed> feed, FigureProvenance provenance, NetworkMap network, IAccess access, TimeProvider clock)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>
    /// Spans that a figure's chart may show, in hours, each with the minutes from one point to the next.
    /// </summary>
    public static IReadOnlyDictionary<int, int> ChartSteps { get; } = new Dictionary<int, int>
    {
        [FigureProvenance.DayHours] = FigureProvenance.DayStepMinutes,
        [72] = 15,
        [168] = 30,
    };

    /// <summary>Every figure of an area and a site; of all for null. Null until the journal has been read.</summary>
    public FiguresView? Current(string? area, string? site)
    {
        access.Require(Operation.SeeFigures, Subject.System);
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
    /// until the journal has been read. Rows of patients whom they may not see are left out.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public async Task<FigurePageView?> OfAsync(
        string figureId, DateTimeOffset? at, int most, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeFigures, Subject.System);
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
                figure, picture.At, evidence, at, new FigureNames(picture, network), picture.Feeds, _local)
            {
                MaySeePatients = access.Actor.May(
                    Operation.SeePatients, SubjectOf.Figure(figureId, network)),
            };
    }

    /// <summary>The rows behind a figure; null when they are of patients whom the reader may not see.</summary>
    public IReadOnlyList<Evidence>? RowsOf(FigurePageView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = view.Behind.Evidence;
        if (rows.All(row => !row.IsOfPatient))
        {
            return rows;
        }

        if (!view.MaySeePatients)
        {
            return null;
        }

        access.Require(Operation.SeePatients, SubjectOf.Figure(view.Now.Id, network));
        return rows;
    }

    /// <summary>What the board showed of a figure in one of the spans of <see cref="ChartSteps"/>.</summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public Task<FigureHistory> HistoryAsync(Figure figure, int hours, CancellationToken cancellationToken) =>
        hours == FigureProvenance.DayHours
            ? provenance.LastDayAsync(figure, withWeekEarlier: true, cancellationToken)
            : provenance.HistoryAsync(figure, hours, ChartSteps[hours], cancellationToken);

    /// <summary>
    /// The last 24 hours of a figure for its drawer, with or without the week earlier, for which the journal is read.
    /// Null when there is no such figure, or until the journal has been read.
    /// </summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public async Task<FigureChartView?> ChartAsync(
        string figureId, bool withWeekEarlier, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeFigures, Subject.System);
        return feed.Value.Current?.Picture is { } picture && picture.Find(figureId) is { } figure
            ? new FigureChartView(
                await provenance.LastDayAsync(figure, withWeekEarlier, cancellationToken),
                HeldStandard.Of(figure, network.Standards),
                picture.At,
                _local)
            : null;
    }

    /// <summary>
    /// Reads a local time as a form sends it (<c>2026-11-22T14:30</c>); null when it is none or lies in the future.
    /// </summary>
    public DateTimeOffset? PastInstant(string? text) =>
        Shared.PastInstant.Read(text, _local, clock.GetUtcNow());
}
