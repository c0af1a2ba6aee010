namespace MseControlCentre.Feeds.Monitoring;

/// <summary>Counts by name. Names come from senders, so only so many are kept; later ones count as others.</summary>
/// <param name="most">Names kept.</param>
internal sealed class BoundedCounts(int most)
{
    /// <summary>Where names are counted that came when the table was full.</summary>
    public const string Others = "(others)";

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts one more. True when the name is counted for the first time.</summary>
    public bool Add(string name)
    {
        var key = _counts.ContainsKey(name) || _counts.Count < most ? name : Others;
        var known = _counts.TryGetValue(key, out var count);
        _counts[key] = count + 1;
        return !known;
    }

    public Dictionary<string, long> ToDictionary() => new(_counts, StringComparer.Ordinal);
}
