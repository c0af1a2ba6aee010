namespace MseControlCentre.Domain.Histories;

/// <summary>The mark logs of all sites. Bounded by the sites that events name.</summary>
internal sealed class SiteLogs
{
    private readonly SortedDictionary<string, MarkLog> _bySite = new(StringComparer.Ordinal);

    /// <summary>
    /// Told of each mark that settles, just before it loses its group and its time; null when nobody asks.
    /// </summary>
    public Action<FlowMark>? Settling { get; set; }

    public IEnumerable<KeyValuePair<string, MarkLog>> All => _bySite;

    public MarkLog Of(string site)
    {
        if (!_bySite.TryGetValue(site, out var log))
        {
            _bySite.Add(site, log = new MarkLog());
        }

        return log;
    }

    /// <summary>
    /// Puts a story's new marks in the place of its old ones. Most events change none: then nothing is searched for.
    /// </summary>
    public void Replace(IReadOnlyList<FlowMark> old, IReadOnlyList<FlowMark> marks)
    {
        var same = 0;
        while (same < old.Count && same < marks.Count && old[same] == marks[same])
        {
            same++;
        }

        for (var index = same; index < old.Count; index++)
        {
            Of(old[index].Site).Remove(old[index]);
        }

        Add(marks, same);
    }

    /// <summary>Adds a story's marks from an index on.</summary>
    public void Add(IReadOnlyList<FlowMark> marks, int from)
    {
        for (var index = from; index < marks.Count; index++)
        {
            Of(marks[index].Site).Add(marks[index]);
        }
    }

    public void Settle(IReadOnlyList<FlowMark> marks)
    {
        foreach (var mark in marks)
        {
            Settling?.Invoke(mark);
            Of(mark.Site).Settle(mark);
        }
    }

    public void Trim(DateTimeOffset now)
    {
        foreach (var log in _bySite.Values)
        {
            log.Trim(now);
        }
    }
}
