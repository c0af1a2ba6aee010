using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>Why a figure is what it is: what is behind it, now or at a past instant, and how it came about.</summary>
public sealed class FigureProvenance(
    LiveState state,
    PastPictures past,
    FigureHistories histories,
    IFigureTrail trail,
    NetworkMap network,
    TimeProvider clock)
{
    /// <summary>Bound of the evidence that is listed in one answer.</summary>
    public const int MostEvidence = 1000;

    /// <summary>Hours of a figure's day.</summary>
    public const int DayHours = 24;

    /// <summary>Minutes from one point of a figure's day to the next.</summary>
    public const int DayStepMinutes = 15;

    /// <summary>Evidence that is listed when nobody says how much.</summary>
    public const int UsualEvidence = 100;

    /// <summary>
    /// Entries of an instant may still be on their way into the journal for as long; a span ends before that.
    /// </summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(5);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);

    /// <summary>A figure of now with what is behind it; null when there is none.</summary>
    public FigureEvidence? EvidenceNow(string figureId, int most) =>
        state.EvidenceAt(figureId, clock.GetUtcNow(), most);

    /// <summary>A figure that the board showed with what was behind it; null when there was none.</summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public Task<FigureEvidence?> EvidenceAtAsync(
        string figureId, DateTimeOffset at, int most, CancellationToken cancellationToken) =>
        past.EvidenceAsync(figureId, at, most, cancellationToken);

    /// <summary>What the board showed of a figure in the last hours, and at the same times a week earlier.</summary>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public async Task<FigureHistory> HistoryAsync(
        Figure figure, int hours, int stepMinutes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var span = HistorySpan.UpTo(clock.GetUtcNow() - s_settling, hours, stepMinutes);
        var now = histories.OfAsync(figure.Scope, span, cancellationToken);
        var weekEarlier = WeekEarlierAsync(figure, span, cancellationToken);
        await Task.WhenAll(now, weekEarlier);
        return new FigureHistory(
            figure, span, (await now).Of(figure.Measure.Id), span.AWeekEarlier(_zone), await weekEarlier);
    }

    /// <summary>
    /// What the board showed of a figure in the last 24 hours, each quarter of an hour: from the trail where it reaches
    /// back so far, which takes no time, else from the journal. The week earlier is always read from the journal.
    /// </summary>
    /// <param name="figure">The figure now.</param>
    /// <param name="withWeekEarlier">Whether to read the same times a week earlier, which may take seconds.</param>
    /// <param name="cancellationToken">Stops waiting for the journal.</param>
    /// <exception cref="TooManyReplaysException">Too many others look back.</exception>
    public async Task<FigureHistory> LastDayAsync(
        Figure figure, bool withWeekEarlier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var span = HistorySpan.UpTo(clock.GetUtcNow() - s_settling, DayHours, DayStepMinutes);

        // The first of 97 quarters lies a few minutes before the trail's reach.
        var covered = new HistorySpan(span.At(1), span.Step, span.Points - 1);
        IReadOnlyList<HistoryPoint>? points = OfTrail(figure, covered);
        if (points is null)
        {
            points = (await histories.OfAsync(figure.Scope, span, cancellationToken)).Of(figure.Measure.Id);
            covered = span;
        }

        return new FigureHistory(
            figure,
            covered,
            points,
            covered.AWeekEarlier(_zone),
            withWeekEarlier ? await WeekEarlierAsync(figure, covered, cancellationToken) : null)
        {
            IsWeekEarlierRead = withWeekEarlier,
        };
    }

    private async Task<IReadOnlyList<HistoryPoint>?> WeekEarlierAsync(
        Figure figure, HistorySpan span, CancellationToken cancellationToken)
    {
        var before = await histories.OfAsync(figure.Scope, span.AWeekEarlier(_zone), cancellationToken);
        return before.IsEmpty ? null : before.Of(figure.Measure.Id);
    }

    /// <summary>The trail at each instant; null when it does not cover the span, or keeps no such figure.</summary>
    private HistoryPoint[]? OfTrail(Figure figure, HistorySpan span)
    {
        if (figure.Scope.Contains('/', StringComparison.Ordinal)
            || trail.Of(figure.Id, FigureTrail.Reach) is not [var first, .., var last] steps
            || first.At > span.From
            || last.At < span.To)
        {
            return null;
        }

        var byInstant = steps.ToDictionary(step => step.At);
        return
        [
            .. Enumerable.Range(0, span.Points)
                .Select(index => byInstant.TryGetValue(span.At(index), out var step)
                    ? new HistoryPoint(step.Value, step.Quality)
                    : new HistoryPoint(null, FigureQuality.Unknown)),
        ];
    }
}

/// <summary>What the board showed of a figure over a span.</summary>
/// <param name="Figure">The figure now.</param>
/// <param name="Span">The instants.</param>
/// <param name="Points">The figure at each of them.</param>
/// <param name="WeekEarlierSpan">The same local times a week earlier.</param>
/// <param name="WeekEarlier">
/// The figure at the same times a week earlier; null when the journal does not reach back.
/// </param>
public sealed record FigureHistory(
    Figure Figure,
    HistorySpan Span,
    IReadOnlyList<HistoryPoint> Points,
    HistorySpan WeekEarlierSpan,
    IReadOnlyList<HistoryPoint>? WeekEarlier)
{
    /// <summary>Whether the week earlier was looked for; a chart may be shown before it is.</summary>
    public bool IsWeekEarlierRead { get; init; } = true;
}
