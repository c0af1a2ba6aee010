namespace MseControlCentre.Simulator.Delivery;

/// <summary>How long to wait before trying again: 0.2 seconds, then twice as long each time, at most 5.</summary>
public sealed class BackOff
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);
    private readonly TimeProvider _time;
    private TimeSpan _next = s_first;

    /// <summary>Waits by a clock.</summary>
    public BackOff(TimeProvider time) => _time = time;

    /// <summary>Waits for the next while.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var wait = _next;
        _next = TimeSpan.FromTicks(Math.Min(s_longest.Ticks, _next.Ticks * 2));
        await Task.Delay(wait, _time, cancellation);
    }

    /// <summary>After a success the next wait is short again.</summary>
    public void Reset() => _next = s_first;
}
