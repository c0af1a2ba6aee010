using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A figure's last 24 hours: a drawing for wide screens, one for phones, and a table.</summary>
public sealed partial class HistoryChart
{
    /// <summary>What the board showed.</summary>
    [Parameter, EditorRequired]
    public required FigureHistory History { get; set; }

    /// <summary>Standards it is held against.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<HeldStandard> Standards { get; set; }

    /// <summary>Local time of the system.</summary>
    [Parameter, EditorRequired]
    public required LocalTime Local { get; set; }

    /// <summary>When the figure has the value it has now.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Whether it stands in a drawer: one drawing, of the drawer's width.</summary>
    [Parameter]
    public bool IsCompact { get; set; }

    private HistoryChartView Compact { get; set; } = null!;

    private HistoryChartView Wide { get; set; } = null!;

    private HistoryChartView Narrow { get; set; } = null!;

    private string Unit => History.Figure.Measure.Unit;

    private IEnumerable<int> Hours
    {
        get
        {
            var stepsAnHour = (int)(TimeSpan.FromHours(1) / History.Span.Step);
            for (var index = History.Points.Count - 1; index >= 0; index -= stepsAnHour)
            {
                yield return index;
            }
        }
    }

    private string Label
    {
        get
        {
            var known = History.Points.Index().Where(point => HistoryChartView.IsKnown(point.Item)).ToList();
            if (known.Count == 0)
            {
                return $"Nothing was known in the last {SpanText}.";
            }

            var least = known.MinBy(point => point.Item.Value!.Value);
            var most = known.MaxBy(point => point.Item.Value!.Value);
            return $"The last {SpanText} in {Unit}: least {Text(least.Item)} at {At(least.Index)}, "
                + $"most {Text(most.Item)} at {At(most.Index)}, last {Text(known[^1].Item)} at {At(known[^1].Index)}.";
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        Compact = new HistoryChartView(History, Standards, Local, Now, 460, 250);
        Wide = new HistoryChartView(History, Standards, Local, Now, 960, 320);
        Narrow = new HistoryChartView(History, Standards, Local, Now, 380, 280);
    }

    private string SpanText => Span.TotalHours > 73
        ? $"{Math.Round(Span.TotalDays)} days"
        : $"{Math.Round(Span.TotalHours)} hours";

    private TimeSpan Span => History.Span.Step * History.Span.Points;

    private string Series => JsonSerializer.Serialize(
        ExploredSeries.Of(History, Standards), ExploredSeriesJson.Default.ExploredSeries);

    private string At(int index) => Local.Clock(History.Span.At(index));

    private string Text(HistoryPoint point) => point.Quality is FigureQuality.Stale
        ? $"{FigureText.Number(point.Value, Unit)} (no longer current)"
        : FigureText.Number(point.Value, Unit);
}
