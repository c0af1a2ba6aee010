using System.Threading.Channels;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>A manual clock that says when somebody has begun to wait on it, so that no test has to sleep.</summary>
public sealed class WatchedClock : TimeProvider
{
    private readonly ManualClock _inner = new();
    // Bound: the timers that one test sets.
    private readonly Channel<bool> _armed = Channel.CreateBounded<bool>(1000);

    /// <inheritdoc />
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

    /// <inheritdoc />
    public override long GetTimestamp() => _inner.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _inner.CreateTimer(callback, state, dueTime, period);
        _armed.Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Waits until a timer has been set, then moves on by its time.</summary>
    public async Task FirePendingAsync(TimeSpan by)
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        await _armed.Reader.ReadAsync(limit.Token);
        _inner.Advance(by);
    }
}
