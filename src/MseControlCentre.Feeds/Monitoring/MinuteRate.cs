namespace MseControlCentre.Feeds.Monitoring;

/// <summary>Messages in the last minute, in twelve slots of five seconds.</summary>
internal sealed class MinuteRate
{
    private const int Slots = 12;
    private const long TicksPerSlot = 5 * TimeSpan.TicksPerSecond;
    private readonly int[] _counts = new int[Slots];
    private long _newest;

    public void Add(DateTimeOffset now)
    {
        MoveTo(now);
        _counts[_newest % Slots]++;
    }

    public int At(DateTimeOffset now)
    {
        MoveTo(now);
        return _counts.Sum();
    }

    private void MoveTo(DateTimeOffset now)
    {
        var slot = now.UtcTicks / TicksPerSlot;
        var steps = Math.Min(slot - _newest, Slots);
        for (var step = 1; step <= steps; step++)
        {
            _counts[(slot - steps + step) % Slots] = 0;
        }

        _newest = Math.Max(_newest, slot);
    }
}
