using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>What the board showed of a figure over the last hours.</summary>
/// <param name="Figure">The figure now.</param>
/// <param name="StepMinutes">Minutes from one point to the next.</param>
/// <param name="Points">The figure at each step, as the board showed it then.</param>
/// <param name="WeekEarlier">
/// The figure at the same local times seven days earlier; null when the journal does not reach back so far.
/// </param>
public sealed record HistoryDocument(
    FigureRow Figure, int StepMinutes, IReadOnlyList<PastValue> Points, IReadOnlyList<PastValue>? WeekEarlier)
{
    /// <summary>Writes a history.</summary>
    public static HistoryDocument From(FigureHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new HistoryDocument(
            FigureRow.From(history.Figure),
            (int)history.Span.Step.TotalMinutes,
            Written(history.Points, history.Span),
            history.WeekEarlier is { } before ? Written(before, history.WeekEarlierSpan) : null);
    }

    private static List<PastValue> Written(IReadOnlyList<HistoryPoint> points, HistorySpan span) =>
        [.. points.Select((point, index) => new PastValue(span.At(index), point.Value, point.Quality))];
}

/// <summary>A figure at an instant.</summary>
/// <param name="At">The instant (UTC).</param>
/// <param name="Value">What the board showed; null when it was not known.</param>
/// <param name="Quality">How far it could be trusted: a stale value no longer described that instant.</param>
public sealed record PastValue(DateTimeOffset At, double? Value, FigureQuality Quality);
