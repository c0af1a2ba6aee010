using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>
/// Puts messages into delivery order, with the faults asked for. Which messages suffer depends on seed and message
/// only.
/// Bounded: it holds the messages of the longest delay (<see cref="LongestDelay"/>).
/// </summary>
public sealed class FaultyPost
{
    private readonly PriorityQueue<Sent, (DateTimeOffset At, long Order)> _waiting = new();
    private readonly ulong _seed;
    private readonly Faults _faults;
    private long _order;

    /// <summary>Works with some faults.</summary>
    public FaultyPost(ulong seed, Faults faults)
    {
        _seed = seed;
        _faults = faults;
    }

    /// <summary>The longest that a message can be held up.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromHours(3);

    /// <summary>Messages held.</summary>
    public int Count => _waiting.Count;

    /// <summary>Takes a message in.</summary>
    public void Add(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var draw = StableHash.Of(_seed + 77, StableHash.Of(message.Feed + message.MessageId));
        var delay = TimeSpan.Zero;
        if (_faults.HasFlag(Faults.Shuffle) && draw % 4 == 0)
        {
            // Most change places with a neighbour of the feed; some wait until their own encounter's next has passed.
            delay = TimeSpan.FromSeconds(5 + (draw / 32 % (draw / 4 % 8 == 0 ? 1200UL : 90UL)));
        }

        if (_faults.HasFlag(Faults.Late) && draw / 512 % 25 == 0)
        {
            // Most late messages are minutes late, some hours.
            var share = (draw / 16384 % 1000) / 1000.0;
            delay = TimeSpan.FromSeconds(60 + (long)(share * share * share * (LongestDelay.TotalSeconds - 60)));
        }

        Post(message, delay);
        if (_faults.HasFlag(Faults.Duplicate) && draw / 1024 % 20 == 0)
        {
            Post(message, delay + TimeSpan.FromSeconds(draw / 32768 % 1800));
        }
    }

    /// <summary>Hands out what is due by an instant, in delivery order.</summary>
    public IEnumerable<OutgoingMessage> Take(DateTimeOffset until)
    {
        while (_waiting.TryPeek(out var next, out var due) && due.At <= until)
        {
            _waiting.Dequeue();
            yield return next.Message with { DeliverAt = due.At };
        }
    }

    private void Post(OutgoingMessage message, TimeSpan delay) =>
        _waiting.Enqueue(new Sent(message), (message.DeliverAt + delay, _order++));

    private sealed record Sent(OutgoingMessage Message);
}
