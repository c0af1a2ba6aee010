using System.Runtime.InteropServices;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>The figures of one scope as the board showed them at some instants of the past.</summary>
/// <param name="span">The instants.</param>
public sealed class ScopeHistory(HistorySpan span)
{
    // Bound: the measures of one scope; each holds as many points as the span.
    private readonly Dictionary<string, HistoryPoint[]> _byMeasure = new(StringComparer.Ordinal);

    /// <summary>The instants.</summary>
    public HistorySpan Span { get; } = span;

    /// <summary>Whether anything was on the board at any of the instants.</summary>
    public bool IsEmpty => _byMeasure.Count == 0;

    /// <summary>A measure at each of the instants, in their order; all unknown when it was never shown.</summary>
    public IReadOnlyList<HistoryPoint> Of(string measureId) =>
        _byMeasure.GetValueOrDefault(measureId) ?? Nothing();

    /// <summary>Takes what the board showed at one of the instants.</summary>
    internal void Take(int index, FigureSet figures)
    {
        foreach (var figure in figures)
        {
            if (!_byMeasure.TryGetValue(figure.Measure.Id, out var points))
            {
                _byMeasure.Add(figure.Measure.Id, points = Nothing());
            }

            points[index] = new HistoryPoint(figure.Value, figure.Quality);
        }
    }

    private HistoryPoint[] Nothing()
    {
        var points = new HistoryPoint[Span.Points];
        Array.Fill(points, new HistoryPoint(null, FigureQuality.Unknown));
        return points;
    }
}

/// <summary>What the board showed of a figure.</summary>
/// <param name="Value">The value; null when it was not known.</param>
/// <param name="Quality">How far it could be trusted.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HistoryPoint(double? Value, FigureQuality Quality);

/// <summary>Instants at even steps.</summary>
/// <param name="From">The first (UTC).</param>
/// <param name="Step">The time from one to the next.</param>
/// <param name="Points">How many.</param>
public sealed record HistorySpan(DateTimeOffset From, TimeSpan Step, int Points)
{
    /// <summary>The last.</summary>
    public DateTimeOffset To => At(Points - 1);

    /// <summary>One of them.</summary>
    public DateTimeOffset At(int index) => From + (Step * index);

    /// <summary>The whole steps of some hours up to an instant, the last at or before it.</summary>
    public static HistorySpan UpTo(DateTimeOffset instant, int hours, int stepMinutes)
    {
        var step = TimeSpan.FromMinutes(stepMinutes);
        var last = new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % step.Ticks), TimeSpan.Zero);
        var steps = (int)(TimeSpan.FromHours(hours) / step);
        return new HistorySpan(last - (step * steps), step, steps + 1);
    }

    /// <summary>The same times by the clocks of a time zone, seven days earlier.</summary>
    public HistorySpan AWeekEarlier(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(From, zone).DateTime.AddDays(-7);
        return this with { From = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() };
    }
}
