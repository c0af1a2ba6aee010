using System.Globalization;
using System.Text;
using MseControlCentre.Server.Components.Figures;

namespace MseControlCentre.Server.Components.Shared.Charts;

/// <summary>Lines over a span of time as a drawing with axes. Coordinates are those of the drawing.</summary>
/// <param name="lines">The lines; gaps are those of the first.</param>
/// <param name="from">Where the time axis begins.</param>
/// <param name="to">Where it ends.</param>
/// <param name="now">The instant that the chart is of: what is not known until then is a gap; null for none.</param>
/// <param name="unit">Unit of the values.</param>
/// <param name="local">Local time of the system.</param>
/// <param name="width">Width of the drawing.</param>
/// <param name="height">Height of the drawing.</param>
public sealed class LineChartView(
    IReadOnlyList<ChartSeries> lines,
    DateTimeOffset from,
    DateTimeOffset to,
    DateTimeOffset? now,
    string unit,
    LocalTime local,
    int width,
    int height)
{
    private const int Left = 48;
    private const int Right = 14;
    private const int Top = 26;
    private const int Bottom = 28;
    private const int WideFrom = 600;

    private readonly ChartScale _scale = ChartScale.Of(
        [0, .. lines.SelectMany(line => line.Points).Select(point => point.Value).OfType<double>()], unit);

    /// <summary>Width of the drawing.</summary>
    public int Width { get; } = width;

    /// <summary>Height of the drawing.</summary>
    public int Height { get; } = height;

    /// <summary>Where the plot begins and ends.</summary>
    public (int Left, int Right, int Top, int Bottom) Plot => (Left, Width - Right, Top, Height - Bottom);

    /// <summary>Where the present is; null when it is not on the chart.</summary>
    public double? Now => now is { } instant && instant >= from && instant <= to ? X(instant) : null;

    /// <summary>Ticks of the value axis.</summary>
    public IEnumerable<(double Y, string Label)> ValueTicks => _scale.Ticks.Select(tick =>
        (Y(tick), tick.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−')));

    /// <summary>Ticks of the time axis at whole hours of local time; midnight at the end of a day is 24:00.</summary>
    public IEnumerable<(double X, string Label)> TimeTicks
    {
        get
        {
            var hours = Width < WideFrom ? 6 : 3;
            for (var instant = FirstHour(); instant <= to; instant = instant.AddHours(1))
            {
                var clock = TimeZoneInfo.ConvertTime(instant, local.Zone);
                if (clock.Hour % hours == 0)
                {
                    var isEnd = instant == to && clock.Hour == 0;
                    yield return (X(instant), isEnd ? "24:00" : local.Clock(instant));
                }
            }
        }
    }

    /// <summary>The lines, broken where nothing is known.</summary>
    public IEnumerable<(string Class, string Path)> Lines => lines.Select(line => (line.Class, Path(line.Points)));

    /// <summary>The newest known point of the first line; null when it has none.</summary>
    public (double X, double Y)? Last => lines[0].Points.LastOrDefault(point => point.Value is not null) is
        { Value: { } value, At: var at } ? (X(at), Y(value)) : null;

    /// <summary>Spans up to the present in which the first line is not known.</summary>
    public IEnumerable<(double X, double Width)> Gaps
    {
        get
        {
            var end = now ?? to;
            var knownTo = from;
            var step = lines[0].Points.Count > 1 ? lines[0].Points[1].At - lines[0].Points[0].At : TimeSpan.Zero;
            foreach (var point in lines[0].Points.Where(point => point.Value is not null && point.At <= end))
            {
                if (point.At - knownTo > 1.5 * step)
                {
                    yield return (X(knownTo), X(point.At) - X(knownTo));
                }

                knownTo = point.At;
            }

            if (end - knownTo > 1.5 * step)
            {
                yield return (X(knownTo), X(end) - X(knownTo));
            }
        }
    }

    /// <summary>Where a value lies.</summary>
    public double Y(double value) =>
        Plot.Bottom - ((value - _scale.Low) / (_scale.High - _scale.Low) * (Plot.Bottom - Plot.Top));

    private double X(DateTimeOffset at) => Plot.Left + ((at - from) / (to - from) * (Plot.Right - Plot.Left));

    private DateTimeOffset FirstHour()
    {
        var past = from.UtcTicks % TimeSpan.TicksPerHour;
        return past == 0 ? from : from.AddTicks(TimeSpan.TicksPerHour - past);
    }

    private string Path(IReadOnlyList<ChartPoint> points)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var point in points.Where(point => point.At >= from && point.At <= to))
        {
            if (point.Value is not { } value)
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{X(point.At):0.#} {Y(value):0.#}");
            pen = 'L';
        }

        return path.ToString();
    }
}
