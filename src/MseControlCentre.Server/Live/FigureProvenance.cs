using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>Why a figure is what it is: what is behind it, now or at a past instant, and how it came about.</summary>
public sealed class FigureProvenance(
    LiveState state, PastPictures past, FigureHistories histories, NetworkMap network, TimeProvider clock)
{
    /// <summary>Bound of the evidence that is listed in one answer.</summary>
    public const int MostEvidence = 1000;

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
        var earlier = span.AWeekEarlier(_zone);
        var weekEarlier = histories.OfAsync(figure.Scope, earlier, cancellationToken);
        await Task.WhenAll(now, weekEarlier);
        var before = await weekEarlier;
        return new FigureHistory(
            figure,
            span,
            (await now).Of(figure.Measure.Id),
            earlier,
            before.IsEmpty ? null : before.Of(figure.Measure.Id));
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
    IReadOnlyList<HistoryPoint>? WeekEarlier);
