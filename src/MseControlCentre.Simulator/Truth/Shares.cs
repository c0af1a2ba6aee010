namespace MseControlCentre.Simulator.Truth;

/// <summary>Shares, means and centiles of the truth; null where there is nothing to measure.</summary>
public static class Shares
{
    /// <summary>A part as a percentage of a whole.</summary>
    public static double? Percent(double part, double whole) => whole == 0 ? null : 100 * part / whole;

    /// <summary>Mean of seconds, in another unit.</summary>
    public static double? Mean(IReadOnlyCollection<long> seconds, double unit) =>
        seconds.Count == 0 ? null : seconds.Sum() / unit / seconds.Count;

    /// <summary>Median of seconds, in another unit: the mean of the middle two when their number is even.</summary>
    public static double? Median(IEnumerable<long> seconds, double unit)
    {
        var sorted = seconds.Order().ToList();
        return sorted.Count == 0 ? null
            : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0 / unit;
    }

    /// <summary>90th centile of seconds by nearest rank, in another unit.</summary>
    public static double? NinetiethCentile(IEnumerable<long> seconds, double unit)
    {
        var sorted = seconds.Order().ToList();
        return sorted.Count == 0 ? null : sorted[((9 * sorted.Count) + 9) / 10 - 1] / unit;
    }
}
