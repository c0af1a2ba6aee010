using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A figure's last 24 hours for its drawer, and how it compares with a week ago.</summary>
/// <param name="History">What the board showed.</param>
/// <param name="Standards">Standards it is held against.</param>
/// <param name="TakenAt">The instant of now.</param>
/// <param name="Local">Local time of the system.</param>
public sealed record FigureChartView(
    FigureHistory History, IReadOnlyList<HeldStandard> Standards, DateTimeOffset TakenAt, LocalTime Local)
{
    private string Unit => History.Figure.Measure.Unit;

    /// <summary>The value at the same time a week ago; null when it was not known then.</summary>
    public double? WeekAgo => History.WeekEarlier is [.., var last] && HistoryChartView.IsKnown(last)
        ? last.Value
        : null;

    /// <summary>The value a week ago as written, with its unit; a dash when it was not known.</summary>
    public string WeekAgoText => WeekAgo is { } value ? FigureText.WithUnit(value, Unit) : FigureView.Dash;

    /// <summary>How now differs from then, in words; null when either is not known.</summary>
    public string? Change
    {
        get
        {
            var now = new HistoryPoint(History.Figure.Value, History.Figure.Quality);
            if (WeekAgo is not { } then || !HistoryChartView.IsKnown(now))
            {
                return null;
            }

            var change = now.Value!.Value - then;
            var size = FigureText.Number(Math.Abs(change), Unit);
            return Math.Abs(change) < 0.05 ? "the same now"
                : change > 0 ? $"{size} more now{Judged(Better.Higher)}"
                : $"{size} less now{Judged(Better.Lower)}";
        }
    }

    private string Judged(Better moved) => History.Figure.Measure.Better is Better.Neither ? string.Empty
        : History.Figure.Measure.Better == moved ? ", better"
        : ", worse";
}
