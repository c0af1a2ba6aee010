using System.Text.Json.Serialization;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A history as the browser's chart reads it. Its names are those of <c>explore.ts</c>.</summary>
/// <param name="From">The first instant, in seconds since 1970 (UTC).</param>
/// <param name="Step">Seconds from one point to the next.</param>
/// <param name="Values">The figure at each instant; null where it was not known.</param>
/// <param name="Week">The same times a week earlier; null when the journal does not reach back.</param>
/// <param name="Levels">Levels of the standards it is held against, each with its words.</param>
/// <param name="Unit">Unit of the values.</param>
public sealed record ExploredSeries(
    long From,
    long Step,
    IReadOnlyList<double?> Values,
    IReadOnlyList<double?>? Week,
    IReadOnlyList<ExploredLevel> Levels,
    string Unit)
{
    /// <summary>The series of a history.</summary>
    public static ExploredSeries Of(FigureHistory history, IReadOnlyList<HeldStandard> standards)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new ExploredSeries(
            history.Span.From.ToUnixTimeSeconds(),
            (long)history.Span.Step.TotalSeconds,
            [.. history.Points.Select(Known)],
            history.WeekEarlier is { } earlier ? [.. earlier.Select(Known)] : null,
            [.. standards.Select(held => new ExploredLevel(
                held.Standard.Level.Value, FigurePageView.LevelOf(held.Standard)))],
            history.Figure.Measure.Unit);
    }

    private static double? Known(HistoryPoint point) => HistoryChartView.IsKnown(point) ? point.Value : null;
}

/// <summary>A line across the chart.</summary>
/// <param name="Value">Where.</param>
/// <param name="Words">What it is, such as <c>at most 92%</c>.</param>
public sealed record ExploredLevel(double Value, string Words);

/// <summary>How the series is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExploredSeries))]
internal sealed partial class ExploredSeriesJson : JsonSerializerContext;
