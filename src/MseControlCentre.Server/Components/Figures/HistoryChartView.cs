using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>A figure's last hours as a drawing. Coordinates are those of the drawing.</summary>
public sealed class HistoryChartView
{
    private const int Left = 58;
    private const int Right = 16;
    private const int Top = 30;
    private const int Bottom = 30;

    private readonly FigureHistory _history;
    private readonly LocalTime _local;
    private readonly ChartScale _scale;
    private readonly double _nowIndex;
    private readonly int _hoursBetweenTicks;

    /// <summary>Draws a history.</summary>
    /// <param name="history">What the board showed.</param>
    /// <param name="standards">Standards it is held against.</param>
    /// <param name="local">Local time of the system.</param>
    /// <param name="now">When the figure has the value it has now: the line goes on until then.</param>
    /// <param name="width">Width of the drawing.</param>
    /// <param name="height">Height of the drawing.</param>
    public HistoryChartView(
        FigureHistory history,
        IReadOnlyList<HeldStandard> standards,
        LocalTime local,
        DateTimeOffset now,
        int width,
        int height)
    {
        ArgumentNullException.ThrowIfNull(history);
        _history = history;
        _local = local;
        (Width, Height) = (width, height);
        var hours = (history.Span.Step * history.Span.Points).TotalHours;
        _hoursBetweenTicks = hours > 73 ? 24 : hours > 25 ? 12 : width < 600 ? 6 : 3;
        Standards = standards;
        double[] shown =
        [
            .. history.Points.Where(IsKnown).Select(point => point.Value!.Value),
            .. (history.WeekEarlier ?? []).Where(IsKnown).Select(point => point.Value!.Value),
            .. standards.Select(held => held.Standard.Level.Value),
        ];
        if (IsKnown(Now))
        {
            shown = [.. shown, Now.Value!.Value];
        }

        _scale = ChartScale.Of(shown, history.Figure.Measure.Unit);
        _nowIndex = Math.Max(history.Span.Points - 1, (now - history.Span.From) / history.Span.Step);
    }

    /// <summary>Width of the drawing.</summary>
    public int Width { get; }

    /// <summary>Height of the drawing.</summary>
    public int Height { get; }

    /// <summary>Where the plot begins and ends.</summary>
    public (int Left, int Right, int Top, int Bottom) Plot => (Left, Width - Right, Top, Height - Bottom);

    /// <summary>The standards, each a line across.</summary>
    public IReadOnlyList<HeldStandard> Standards { get; }

    /// <summary>Ticks of the value axis.</summary>
    public IEnumerable<(double Y, string Label)> ValueTicks =>
        _scale.Ticks.Select(tick =>
            (Y(tick), tick.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−')));

    /// <summary>Ticks of the time axis, at whole hours of local time.</summary>
    public IEnumerable<(double X, string Label, bool Midnight)> TimeTicks
    {
        get
        {
            for (var index = 0; index < _history.Span.Points; index++)
            {
                var instant = _history.Span.At(index);
                var local = TimeZoneInfo.ConvertTime(instant, _local.Zone);
                if (local.Minute == 0 && local.Hour % _hoursBetweenTicks == 0)
                {
                    yield return (X(index), TickText(local), local.Hour == 0);
                }
            }
        }
    }

    /// <summary>The line of the figure, broken where it was not known.</summary>
    public string Line => Path(_history.Points)
        + (IsKnown(Now) && IsKnown(_history.Points[^1]) ? $"L{Coordinates(_nowIndex, Now)}" : string.Empty);

    /// <summary>The line of the same times a week earlier; empty when the journal does not reach back.</summary>
    public string WeekEarlierLine => _history.WeekEarlier is { } earlier ? Path(earlier) : string.Empty;

    /// <summary>Single points between two gaps, which no line would show.</summary>
    public IEnumerable<(double X, double Y)> LonePoints => _history.Points.Index()
        .Where(point => IsKnown(point.Item) && !IsKnownAt(point.Index - 1) && !IsKnownAt(point.Index + 1))
        .Select(point => (X(point.Index), Y(point.Item.Value!.Value)));

    /// <summary>Spans in which the figure was not known or no longer described its time.</summary>
    public IEnumerable<(double X, double Width)> Gaps
    {
        get
        {
            var points = _history.Points;
            for (var start = 0; start < points.Count; start++)
            {
                if (IsKnown(points[start]))
                {
                    continue;
                }

                var end = start;
                while (end + 1 < points.Count && !IsKnown(points[end + 1]))
                {
                    end++;
                }

                var from = X(Math.Max(0, start - 0.5));
                yield return (from, X(Math.Min(points.Count - 1, end + 0.5)) - from);
                start = end;
            }
        }
    }

    /// <summary>The figure now; null when it is not known.</summary>
    public (double X, double Y)? Last => IsKnown(Now) ? (X(_nowIndex), Y(Now.Value!.Value)) : null;

    private HistoryPoint Now => new(_history.Figure.Value, _history.Figure.Quality);

    /// <summary>Where a value lies.</summary>
    public double Y(double value) =>
        Plot.Bottom - ((value - _scale.Low) / (_scale.High - _scale.Low) * (Plot.Bottom - Plot.Top));

    /// <summary>Whether a point says something about its time.</summary>
    internal static bool IsKnown(HistoryPoint point) =>
        point is { Value: not null, Quality: not (FigureQuality.Stale or FigureQuality.Unknown) };

    /// <summary>Over several days midnight is named by its day.</summary>
    private string TickText(DateTimeOffset local) => _hoursBetweenTicks >= 12 && local.Hour == 0
        ? local.ToString("ddd d", CultureInfo.GetCultureInfo("en-GB"))
        : _local.Clock(local);

    private double X(double index) =>
        Plot.Left + (index / Math.Max(1, _nowIndex) * (Plot.Right - Plot.Left));

    private string Coordinates(double index, HistoryPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(index):0.#} {Y(point.Value!.Value):0.#}");

    private bool IsKnownAt(int index) =>
        index >= 0 && index < _history.Points.Count && IsKnown(_history.Points[index]);

    private string Path(IReadOnlyList<HistoryPoint> points)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var index = 0; index < points.Count; index++)
        {
            if (!IsKnown(points[index]))
            {
                pen = 'M';
                continue;
            }

            path.Append(pen).Append(Coordinates(index, points[index]));
            pen = 'L';
        }

        return path.ToString();
    }
}
