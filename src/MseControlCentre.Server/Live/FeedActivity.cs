using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Live;

/// <summary>
/// How much each feed tells and how late, over the last days, worked out from the journal: the same journal gives the
/// same numbers on any node. Times are those at which entries were recorded. Safe for several threads.
/// </summary>
public sealed class FeedActivity
{
    /// <summary>Time that one count is of.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>How far back it reaches: today and the same hour on each of the seven days before.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(8);

    private readonly Lock _gate = new();

    // Bound: the feeds of the network file.
    private readonly Dictionary<string, FeedCounts> _feeds;
    private readonly TimeZoneInfo _zone;
    private DateTimeOffset? _knownFrom;

    /// <summary>Nothing is known yet of the feeds of a network.</summary>
    public FeedActivity(NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);
        _feeds = network.Feeds.ToDictionary(feed => feed.Id, _ => new FeedCounts(), StringComparer.Ordinal);
    }

    /// <summary>Takes entries, in the order of the journal. What came before the first of them is not known.</summary>
    public void Take(IReadOnlyList<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _knownFrom ??= entry.RecordedAt;
                Take(entry);
            }
        }
    }

    /// <summary>How a feed fares at an instant, with the last hours of it; null when there is no such feed.</summary>
    /// <param name="feed">Identity of the feed.</param>
    /// <param name="at">The instant (UTC).</param>
    /// <param name="hours">Hours to look back over.</param>
    public FeedPace? Of(string feed, DateTimeOffset at, int hours)
    {
        lock (_gate)
        {
            return _feeds.TryGetValue(feed, out var counts)
                ? new FeedPaceReader(counts, _zone, _knownFrom ?? at, at).Read(hours)
                : null;
        }
    }

    private void Take(JournalEntry entry)
    {
        if (_feeds.TryGetValue(entry.Event.Source, out var counts))
        {
            counts.Add(entry.RecordedAt, entry.RecordedAt - entry.Event.OccurredAt);
        }
        else if (entry.Event.Detail is FeedSilenced silenced && _feeds.TryGetValue(silenced.Feed, out var silent))
        {
            silent.Silenced(silenced.LastHeardAt ?? silent.LastAt ?? entry.Event.OccurredAt);
        }
        else if (entry.Event.Detail is FeedResumed resumed && _feeds.TryGetValue(resumed.Feed, out var back))
        {
            back.Resumed(entry.Event.OccurredAt);
        }
    }
}
