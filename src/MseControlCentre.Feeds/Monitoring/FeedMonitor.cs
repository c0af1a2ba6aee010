using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Monitoring;

/// <summary>
/// Watches the feeds: what each sent, and whether it has fallen silent. A silence is an event like any other, so that
/// the board of a past minute greys out where it did then. Safe for several threads. Holds one record for each feed of
/// the network and one for unknown senders.
/// </summary>
public sealed class FeedMonitor
{
    /// <summary>Source of the events about feeds: the server itself.</summary>
    public const string Source = "control-centre";

    /// <summary>Under which messages are counted whose sender is no feed of the network.</summary>
    public const string UnknownSender = "(unknown sender)";

    // A sender that reconnects at once has not gone away.
    private static readonly TimeSpan s_reconnectTime = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly string _network;
    private readonly FeedRecord[] _inOrder;
    private readonly Dictionary<string, FeedRecord> _byId;
    private readonly FeedRecord _unknown;

    /// <summary>Creates a monitor for a network's feeds.</summary>
    public FeedMonitor(NetworkMap network, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(network);
        _time = time;
        Since = time.GetUtcNow();
        _network = network.Code;
        _inOrder = [.. network.Feeds.Select(feed => new FeedRecord(feed))];
        _byId = _inOrder.ToDictionary(record => record.Feed.Id, StringComparer.Ordinal);
        _unknown = new FeedRecord(new Feed(
            UnknownSender, "Unknown senders", FeedProtocol.Hl7v2, [], [], null, null, "", int.MaxValue, int.MaxValue));
    }

    /// <summary>When it began to watch: its counts are of what came since (UTC).</summary>
    public DateTimeOffset Since { get; }

    /// <summary>MLLP connections refused because as many were open as are allowed.</summary>
    public long RefusedConnections { get; private set; }

    /// <summary>Bytes that came between MLLP frames.</summary>
    public long StrayBytes { get; private set; }

    /// <summary>Events of a message became durable.</summary>
    public void Accepted(string feed, int appended, int alreadyKnown, DateTimeOffset newest) => Count(feed, (record,
        now) =>
    {
        record.Accepted += appended;
        record.AlreadyKnown += alreadyKnown;
        record.LastOccurredAt = record.LastOccurredAt is { } last && last > newest ? last : newest;
        Understood(record, now);
        return false;
    });

    /// <summary>
    /// Events of a quarantined message became durable. It says nothing about whether the feed is heard now.
    /// </summary>
    public void Replayed(string feed, int appended, int alreadyKnown) => Count(feed, (record, _) =>
    {
        record.Accepted += appended;
        record.AlreadyKnown += alreadyKnown;
        return false;
    }, isMessage: false);

    /// <summary>A message was understood and changes nothing.</summary>
    public void Ignored(string feed, string name) => Count(feed, (record, now) =>
    {
        record.Ignored++;
        Understood(record, now);
        return record.Types.Add(name);
    });

    /// <summary>A message was rejected. True when it is the first for this reason.</summary>
    /// <param name="feed">The feed; null when the sender is no feed.</param>
    /// <param name="reason">The field it was rejected for.</param>
    public bool Rejected(string? feed, string reason) => Count(feed, (record, _) =>
    {
        record.Rejected++;
        return record.Reasons.Add(reason);
    });

    /// <summary>
    /// Somebody was not let in who spoke for a feed. It says nothing about the feed itself, and does not count as
    /// heard. True when it is the first for this reason.
    /// </summary>
    /// <param name="feed">The feed that was named; null when none was.</param>
    /// <param name="reason">What was wrong with the sender.</param>
    public bool TurnedAway(string? feed, string reason) => Count(feed, (record, _) =>
    {
        record.Rejected++;
        return record.Reasons.Add(reason);
    }, isMessage: feed is null);

    /// <summary>An optional field was left out of an accepted event.</summary>
    public void DroppedField(string feed, string field) => Count(feed, (record, _) =>
    {
        record.Dropped++;
        return record.Reasons.Add("dropped " + field);
    }, isMessage: false);

    /// <summary>A feed was heard on an MLLP connection for the first time.</summary>
    public void Connected(string feed) => Count(feed, (record, _) =>
    {
        record.Connections++;
        record.DisconnectedAt = null;
        return false;
    }, isMessage: false);

    /// <summary>An MLLP connection on which a feed was heard closed.</summary>
    public void Disconnected(string feed) => Count(feed, (record, now) =>
    {
        record.Connections--;
        record.DisconnectedAt = record.Connections == 0 ? now : null;
        return false;
    }, isMessage: false);

    /// <summary>A connection was refused.</summary>
    public void Refused()
    {
        lock (_lock)
        {
            RefusedConnections++;
        }
    }

    /// <summary>Bytes outside frames were skipped.</summary>
    public void Strayed(long bytes)
    {
        lock (_lock)
        {
            StrayBytes += bytes;
        }
    }

    /// <summary>Every feed, in the order of the network file; unknown senders last, once there were any.</summary>
    public IReadOnlyList<FeedStatus> Snapshot()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            var shown = _unknown.LastMessageAt is null ? _inOrder : [.. _inOrder, _unknown];
            return [.. shown.Select(record => record.StatusAt(now))];
        }
    }

    /// <summary>
    /// The events of a start: until a feed is heard again, its figures are not live. Declared figures expire by
    /// themselves, so only feeds that send are meant.
    /// </summary>
    public IReadOnlyList<FlowEvent> Start()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            return [.. Sending().Select(record => Silenced(record, SilenceReason.ServerStarted, now, null))];
        }
    }

    /// <summary>Looks at the clock: the feeds that fell silent, or were heard again, since the last look.</summary>
    public IReadOnlyList<FlowEvent> Tick()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            return [.. Sending().Select(record => ChangeOf(record, now)).OfType<FlowEvent>()];
        }
    }

    private IEnumerable<FeedRecord> Sending() =>
        _inOrder.Where(record => record.Feed.Protocol is FeedProtocol.Hl7v2 or FeedProtocol.Json);

    private FlowEvent? ChangeOf(FeedRecord record, DateTimeOffset now)
    {
        if (record.Silence is not null)
        {
            return record.BackSince is { } back ? Resumed(record, back) : null;
        }

        if (record.LastUnderstoodAt is not { } last)
        {
            return null;
        }

        if (record.DisconnectedAt is { } since && now - since >= s_reconnectTime)
        {
            return Silenced(record, SilenceReason.Disconnected, now, last);
        }

        return (now - last).TotalSeconds >= record.Feed.LateAfterSeconds
            ? Silenced(record, SilenceReason.NothingHeard, now, last)
            : null;
    }

    private FlowEvent Silenced(FeedRecord record, SilenceReason reason, DateTimeOffset now, DateTimeOffset? lastHeard)
    {
        record.Silence = reason;
        record.BackSince = null;
        return EventOf("silenced", record, now, new FeedSilenced(record.Feed.Id, reason, lastHeard));
    }

    private FlowEvent Resumed(FeedRecord record, DateTimeOffset back)
    {
        record.Silence = null;
        record.BackSince = null;
        return EventOf("resumed", record, back, new FeedResumed(record.Feed.Id));
    }

    private FlowEvent EventOf(string what, FeedRecord record, DateTimeOffset at, EventDetail detail) => new()
    {
        Source = Source,
        MessageId = string.Create(CultureInfo.InvariantCulture, $"{what}:{record.Feed.Id}:{at.UtcDateTime:O}"),
        OccurredAt = at,
        Site = _network,
        Detail = detail,
    };

    private static void Understood(FeedRecord record, DateTimeOffset now)
    {
        record.LastUnderstoodAt = now;
        record.BackSince ??= record.Silence is null ? null : now;
    }

    private bool Count(string? feed, Func<FeedRecord, DateTimeOffset, bool> change, bool isMessage = true)
    {
        lock (_lock)
        {
            var record = feed is not null && _byId.TryGetValue(feed, out var known) ? known : _unknown;
            var now = _time.GetUtcNow();
            if (isMessage)
            {
                record.LastMessageAt = now;
                record.Rate.Add(now);
            }

            return change(record, now);
        }
    }
}
