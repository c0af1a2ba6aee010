using System.Numerics;

namespace MseControlCentre.Saturation;

/// <summary>
/// Counts latencies in buckets that grow with the value (64 to each doubling, so within 1.6%). It holds any number of
/// measurements in the same memory, and histograms of several connections add up.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    // Bound: 64 doublings of a microsecond.
    private readonly long[] _counts = new long[64 * Steps];

    /// <summary>How many were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Records one latency.</summary>
    public void Record(TimeSpan latency)
    {
        _counts[BucketOf((long)latency.TotalMicroseconds)]++;
        Count++;
        Longest = latency > Longest ? latency : Longest;
    }

    /// <summary>Adds what another has counted.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            _counts[bucket] += other._counts[bucket];
        }

        Count += other.Count;
        Longest = other.Longest > Longest ? other.Longest : Longest;
    }

    /// <summary>The latency in milliseconds that a share of all did not exceed; null without any.</summary>
    public double? Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * Count);
        var seen = 0L;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= rank && seen > 0)
            {
                return Math.Round(UpperEdgeOf(bucket) / 1000.0, 3);
            }
        }

        return null;
    }

    private static int BucketOf(long microseconds)
    {
        var value = (ulong)Math.Max(0, microseconds);
        if (value < Steps)
        {
            return (int)value;
        }

        var shift = BitOperations.Log2(value) - StepBits;
        return ((shift + 1) << StepBits) + (int)((value >> shift) - Steps);
    }

    private static long UpperEdgeOf(int bucket)
    {
        if (bucket < Steps)
        {
            return bucket;
        }

        var shift = (bucket >> StepBits) - 1;
        return (((long)(bucket & (Steps - 1)) + Steps + 1) << shift) - 1;
    }
}
