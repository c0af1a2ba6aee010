namespace MseControlCentre.Domain.Histories;

/// <summary>The mark logs of all sites. Bounded by the sites that events name.</summary>
internal sealed class SiteLogs
{
    private readonly SortedDictionary<string, MarkLog> _bySite = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, MarkLog>> All => _bySite;

    public MarkLog Of(string site)
    {
        if (!_bySite.TryGetValue(site, out var log))
        {
            _bySite.Add(site, log = new MarkLog());
        }

        return log;
    }

    public void Add(IReadOnlyList<FlowMark> marks)
    {
        foreach (var mark in marks)
        {
            Of(mark.Site).Add(mark);
        }
    }

    public void Remove(IReadOnlyList<FlowMark> marks)
    {
        foreach (var mark in marks)
        {
            Of(mark.Site).Remove(mark);
        }
    }

    public void Settle(IReadOnlyList<FlowMark> marks)
    {
        foreach (var mark in marks)
        {
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
