using System.Globalization;
using System.Text;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>
/// The last hours of a feed as a drawing: a bar for each five minutes, a line for what is usual, grey where it was not
/// heard. The five minutes that still go on are left out: half of them would look like a fall.
/// </summary>
public sealed record PaceChartView
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 340;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 92;

    /// <summary>Left edge of the plot.</summary>
    public const int Left = 34;

    /// <summary>Top of the plot.</summary>
    public const int Top = 12;

    /// <summary>Base line of the plot.</summary>
    public const int Bottom = 70;

    private const int HoursBetweenTicks = 2;
    private static readonly double[] s_rounds =
        [0.2, 0.4, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    private readonly IReadOnlyList<FeedSlot> _slots;

    /// <summary>Draws the whole steps of a feed's last hours.</summary>
    public PaceChartView(IReadOnlyList<FeedSlot> slots, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(local);
        _slots = [.. slots.SkipLast(1)];
        var most = _slots.Max(slot => Math.Max(PerMinute(slot.Count) ?? 0, PerMinute(slot.Usual) ?? 0));
        Most = s_rounds.FirstOrDefault(round => round >= most, Math.Ceiling(most));
        Bars = BarPath();
        UsualLine = LinePath();
        Gaps = [.. GapsOf()];
        Ticks = [.. TicksOf(local)];
        Label = Words(local);
    }

    /// <summary>Events a minute at the top of the axis.</summary>
    public double Most { get; }

    /// <summary>The top of the axis as written.</summary>
    public string MostText => Most.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The bars as one path.</summary>
    public string Bars { get; }

    /// <summary>What is usual, as a path; empty when not known.</summary>
    public string UsualLine { get; }

    /// <summary>Where nothing is known or nothing was heard.</summary>
    public IReadOnlyList<(double X, double Width)> Gaps { get; }

    /// <summary>Whole hours on the axis of time.</summary>
    public IReadOnlyList<(double X, string Label)> Ticks { get; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Label { get; }

    /// <summary>Whether it draws the same.</summary>
    public bool Equals(PaceChartView? other) => other is not null
        && string.Equals(Bars, other.Bars, StringComparison.Ordinal)
        && string.Equals(UsualLine, other.UsualLine, StringComparison.Ordinal)
        && string.Equals(Label, other.Label, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Bars, UsualLine, Label);

    private static double? PerMinute(double? count) => count / FeedActivity.Step.TotalMinutes;

    private double X(int index) => Left + ((double)index / _slots.Count * (Width - Left));

    private double Y(double perMinute) => Bottom - (perMinute / Most * (Bottom - Top));

    private string BarPath()
    {
        var path = new StringBuilder();
        foreach (var (index, slot) in _slots.Index())
        {
            if (PerMinute(slot.Count) is > 0 and var rate)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{X(index) + 0.5:0.#} {Bottom}V{Y(rate):0.#}");
                path.Append(CultureInfo.InvariantCulture, $"H{X(index + 1) - 0.5:0.#}V{Bottom}Z");
            }
        }

        return path.ToString();
    }

    private string LinePath()
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (index, slot) in _slots.Index())
        {
            if (PerMinute(slot.Usual) is not { } rate)
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{X(index) + 2.5:0.#} {Y(rate):0.#}");
            pen = 'L';
        }

        return path.ToString();
    }

    private IEnumerable<(double X, double Width)> GapsOf()
    {
        for (var start = 0; start < _slots.Count; start++)
        {
            var end = start;
            while (end < _slots.Count && _slots[end].Count is null)
            {
                end++;
            }

            if (end > start)
            {
                yield return (X(start), X(end) - X(start));
                start = end;
            }
        }
    }

    private IEnumerable<(double X, string Label)> TicksOf(LocalTime local) => _slots.Index()
        .Select(slot => (slot.Index, At: TimeZoneInfo.ConvertTime(slot.Item.From, local.Zone)))
        .Where(slot => slot.At.Minute == 0 && slot.At.Hour % HoursBetweenTicks == 0)
        .Select(slot => (X(slot.Index), slot.At.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private string Words(LocalTime local)
    {
        var known = _slots.Where(slot => slot.Count is not null).ToList();
        var hours = string.Create(CultureInfo.InvariantCulture, $"the last {_slots.Count / 12.0:0} hours");
        if (known.Count == 0)
        {
            return $"Events a minute: not known in {hours}.";
        }

        var most = known.MaxBy(slot => slot.Count);
        var gap = known.Count < _slots.Count ? " Not heard or not known in part of them." : string.Empty;
        return $"Events a minute in {hours}: most {FeedWords.Rate(PerMinute(most.Count))} at {local.Clock(most.From)}, "
            + $"last {FeedWords.Rate(PerMinute(known[^1].Count))} at {local.Clock(known[^1].From)}.{gap}";
    }
}
