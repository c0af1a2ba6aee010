namespace MseControlCentre.Simulator.Randomness;

/// <summary>A hash that is the same on every machine and in every run (FNV-1a, then the finaliser of
/// SplitMix64).</summary>
public static class StableHash
{
    /// <summary>Hash of a text.</summary>
    public static ulong Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>Hash of bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in bytes)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>One hash from two numbers.</summary>
    public static ulong Of(ulong first, ulong second) => Mix(Mix(first) + (second * 0x9E3779B97F4A7C15UL));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
