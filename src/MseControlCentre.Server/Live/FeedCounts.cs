using System.Runtime.InteropServices;

namespace MseControlCentre.Server.Live;

/// <summary>
/// What is kept of one feed: counts by five minutes, the newest delays, silences. Guarded by its owner.
/// </summary>
internal sealed class FeedCounts
{
    /// <summary>Delays kept for the median: the newest of the last hour.</summary>
    public const int MostDelays = 1024;

    /// <summary>Silences kept.</summary>
    public const int MostSilences = 256;

    private static readonly int s_slots = (int)(FeedActivity.Reach / FeedActivity.Step);

    // Bound: Reach divided by Step; a slot takes the place of the one eight days before it.
    private readonly (long Number, int Count, TimeSpan Worst)[] _slots =
        new (long, int, TimeSpan)[s_slots];

    // Bound: MostDelays.
    private readonly Queue<(DateTimeOffset At, TimeSpan Delay)> _delays = new();

    // Bound: MostSilences. The last may still be open.
    private readonly List<Silence> _silences = [];

    /// <summary>When its newest entry was recorded; null when there is none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Number of the slot that an instant lies in.</summary>
    public static long SlotOf(DateTimeOffset instant) => instant.UtcTicks / FeedActivity.Step.Ticks;

    /// <summary>Counts an entry.</summary>
    /// <param name="at">When it was recorded.</param>
    /// <param name="delay">How long after it happened; below zero when the sender's clock is ahead.</param>
    public void Add(DateTimeOffset at, TimeSpan delay)
    {
        LastAt = LastAt > at ? LastAt : at;
        var number = SlotOf(at);
        ref var slot = ref _slots[number % s_slots];
        if (slot.Number < number)
        {
            slot = (number, 0, delay);
        }

        if (slot.Number == number)
        {
            slot = (number, slot.Count + 1, delay > slot.Worst ? delay : slot.Worst);
        }

        _delays.Enqueue((at, delay));
        while (_delays.Count > MostDelays || _delays.Peek().At < at - TimeSpan.FromHours(1))
        {
            _delays.Dequeue();
        }
    }

    /// <summary>It fell silent after it was last heard.</summary>
    public void Silenced(DateTimeOffset since)
    {
        if (_silences.Count > 0 && _silences[^1].To is null)
        {
            // Silent already, and the server has started since.
            return;
        }

        _silences.Add(new Silence(since, null));
        if (_silences.Count > MostSilences)
        {
            _silences.RemoveAt(0);
        }
    }

    /// <summary>It was heard again.</summary>
    public void Resumed(DateTimeOffset at)
    {
        if (_silences.Count > 0 && _silences[^1].To is null)
        {
            _silences[^1] = _silences[^1] with { To = at };
        }
    }

    /// <summary>Entries of a slot.</summary>
    public int CountOf(long number) => number >= 0 && _slots[number % s_slots] is var slot && slot.Number == number
        ? slot.Count
        : 0;

    /// <summary>The longest delay of a slot; null when it has no entry.</summary>
    public TimeSpan? WorstOf(long number) =>
        number >= 0 && _slots[number % s_slots] is { Count: > 0 } slot && slot.Number == number ? slot.Worst : null;

    /// <summary>Whether it was silent for the whole of a slot.</summary>
    public bool WasSilentIn(long number)
    {
        var from = new DateTimeOffset(number * FeedActivity.Step.Ticks, TimeSpan.Zero);
        return _silences.Exists(silence =>
            silence.From <= from && (silence.To is not { } to || to >= from + FeedActivity.Step));
    }

    /// <summary>Delays of entries recorded since an instant, shortest first.</summary>
    public List<TimeSpan> DelaysSince(DateTimeOffset instant) =>
        [.. _delays.Where(one => one.At > instant).Select(one => one.Delay).Order()];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Silence(DateTimeOffset From, DateTimeOffset? To);
}
