using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Messages;

/// <summary>
/// Where the records of the world become messages. Each feed sends in the order of its entries; an entry is made a few
/// seconds after what it tells. Bounded by whoever drains it: one step of the world.
/// </summary>
public sealed class Outbox
{
    private readonly Dictionary<string, FeedState> _feeds = new(StringComparer.Ordinal);
    private readonly ulong _seed;
    private List<OutgoingMessage> _deliveries = [];

    /// <summary>Starts silent: the days before the origin leave no message.</summary>
    public Outbox(ulong seed) => _seed = seed;

    /// <summary>Whether messages are made at all.</summary>
    public bool IsMuted { get; set; } = true;

    /// <summary>While a census is taken: the instant at which all of it is sent; null otherwise.</summary>
    public long? CensusAt { get; set; }

    /// <summary>Messages made so far.</summary>
    public long Made { get; private set; }

    /// <summary>Opens the next message of a feed.</summary>
    /// <returns>Its number in the feed, and when the sender enters it.</returns>
    public (long Number, long EnteredAt) Next(string feed, long occurredAt)
    {
        if (!_feeds.TryGetValue(feed, out var state))
        {
            state = new FeedState();
            _feeds.Add(feed, state);
        }

        state.Number++;
        var delay = CensusAt is null
            ? 1 + (long)(StableHash.Of(_seed + (ulong)state.Number, StableHash.Of(feed)) % 12) : 0;
        state.EnteredAt = Math.Max(state.EnteredAt, (CensusAt ?? occurredAt) + delay);
        return (state.Number, state.EnteredAt);
    }

    /// <summary>Puts a finished message with the others.</summary>
    public void Add(string feed, bool isHl7, string messageId, long occurredAt, long enteredAt, string payload)
    {
        Made++;
        _deliveries.Add(new OutgoingMessage(
            feed,
            isHl7,
            messageId,
            DateTimeOffset.FromUnixTimeSeconds(occurredAt),
            DateTimeOffset.FromUnixTimeSeconds(enteredAt),
            payload));
    }

    /// <summary>Takes the messages made since the last time, in the order in which they were made.</summary>
    public IReadOnlyList<OutgoingMessage> Drain()
    {
        var drained = _deliveries;
        _deliveries = [];
        return drained;
    }

    private sealed class FeedState
    {
        public long Number { get; set; }

        public long EnteredAt { get; set; } = long.MinValue;
    }
}
