namespace MseControlCentre.Simulator.Delivery;

/// <summary>What the server's status says that a sender needs.</summary>
/// <param name="Now">The server's time.</param>
/// <param name="Speed">How many of its seconds pass in one real second.</param>
/// <param name="Origin">Where its simulated days began; null when it runs on real time.</param>
/// <param name="LastOccurredAt">By feed: the newest thing the server has been told; null when nothing.</param>
public sealed record ServerStatus(
    DateTimeOffset Now, double Speed, DateTimeOffset? Origin, IReadOnlyDictionary<string,
        DateTimeOffset?> LastOccurredAt);

/// <summary>
/// Follows the server's clock: between two readings time goes on at the server's speed, and while the server cannot be
/// reached as well, for a hospital does not stop when its control centre does.
/// </summary>
public sealed class ServerClock
{
    private readonly TimeProvider _time;
    private ServerStatus _reading;
    private long _readAt;

    /// <summary>Starts from a first reading.</summary>
    public ServerClock(TimeProvider time, ServerStatus first)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(first);
        _time = time;
        _reading = first;
        _readAt = time.GetTimestamp();
    }

    /// <summary>The server's time now, as far as it is known.</summary>
    public DateTimeOffset Now => _reading.Now + (_time.GetElapsedTime(_readAt) * _reading.Speed);

    /// <summary>The server's seconds in one real second.</summary>
    public double Speed => _reading.Speed;

    /// <summary>Takes a new reading.</summary>
    /// <returns>False when the server has begun other days: nothing that was made fits them.</returns>
    public bool Follow(ServerStatus reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var isSame = reading.Origin == _reading.Origin;
        _reading = reading;
        _readAt = _time.GetTimestamp();
        return isSame;
    }
}
