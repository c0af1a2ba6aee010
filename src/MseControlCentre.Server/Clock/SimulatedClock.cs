namespace MseControlCentre.Server.Clock;

/// <summary>
/// A clock that runs faster than real time, for a simulated day. Only the wall time is scaled: timers, timestamps and
/// intervals stay on real time, because sockets, disks and people do.
/// </summary>
public sealed class SimulatedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly DateTimeOffset _simulatedAt;
    private readonly long _startedAt;

    /// <summary>Starts a clock that shows <paramref name="simulatedNow"/> now.</summary>
    public SimulatedClock(TimeProvider real, DateTimeOffset simulatedNow, double speed, DateTimeOffset origin)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        _real = real;
        _simulatedAt = simulatedNow.ToUniversalTime();
        _startedAt = real.GetTimestamp();
        Speed = speed;
        Origin = origin;
    }

    /// <summary>Simulated seconds in a real one.</summary>
    public double Speed { get; }

    /// <summary>Simulated instant at which the simulated day began.</summary>
    public DateTimeOffset Origin { get; }

    /// <inheritdoc />
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _simulatedAt + (_real.GetElapsedTime(_startedAt) * Speed);

    /// <inheritdoc />
    public override long GetTimestamp() => _real.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);
}
