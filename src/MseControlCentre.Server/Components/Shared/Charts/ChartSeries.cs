using System.Runtime.InteropServices;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Shared.Charts;

/// <summary>A value at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Value">The value; null where nothing is known: the line is broken there.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartPoint(DateTimeOffset At, double? Value);

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Class">
/// How it is drawn: <c>main</c>, <c>aim</c> or <c>limit</c>, which differ in more than colour.
/// </param>
/// <param name="Points">Its points, oldest first.</param>
public sealed record ChartSeries(string Name, string Class, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>What the board showed of a figure; what no longer described its time is a gap.</summary>
    public static ChartSeries Of(string name, string style, IReadOnlyList<TrailPoint> trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return new ChartSeries(
            name,
            style,
            [
                .. trail.Select(point => new ChartPoint(
                    point.At,
                    point.Quality is FigureQuality.Stale or FigureQuality.Unknown ? null : point.Value)),
            ]);
    }
}
