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
                return "Nothing was known in the last 24 hours.";
            }

            var least = known.MinBy(point => point.Item.Value!.Value);
            var most = known.MaxBy(point => point.Item.Value!.Value);
            return $"The last 24 hours in {Unit}: least {Text(least.Item)} at {At(least.Index)}, "
                + $"most {Text(most.Item)} at {At(most.Index)}, last {Text(known[^1].Item)} at {At(known[^1].Index)}.";
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        Wide = new HistoryChartView(History, Standards, Local, 960, 320);
        Narrow = new HistoryChartView(History, Standards, Local, 380, 280);
    }

    private string At(int index) => Local.Clock(History.Span.At(index));

    private string Text(HistoryPoint point) => point.Quality is FigureQuality.Stale
        ? $"{FigureText.Number(point.Value, Unit)} (silent)"
        : FigureText.Number(point.Value, Unit);
}
