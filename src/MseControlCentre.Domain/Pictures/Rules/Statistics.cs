namespace MseControlCentre.Domain.Pictures.Rules;

/// <summary>Numbers that stand for many. Each is null for none, but the sum of none is zero.</summary>
internal static class Statistics
{
    /// <summary>The arithmetic mean.</summary>
    public static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Average();

    /// <summary>The sum.</summary>
    public static double? Sum(IReadOnlyList<double> values) => values.Sum();

    /// <summary>The greatest.</summary>
    public static double? Greatest(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Max();

    /// <summary>The median: the middle one, or the mean of the two in the middle.</summary>
    public static double? Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = Sorted(values);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>
    /// The 90th centile by nearest rank: the smallest value that at least 90% do not exceed. A value that really
    /// occurred, as a response time is reported.
    /// </summary>
    public static double? NinetiethCentile(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var sorted = Sorted(values);

        // In whole numbers: 0.9 * 10 is a little more than 9 in binary, and would take the tenth of ten.
        var rank = ((sorted.Length * 9) + 9) / 10;
        return sorted[rank - 1];
    }

    private static double[] Sorted(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }
}
