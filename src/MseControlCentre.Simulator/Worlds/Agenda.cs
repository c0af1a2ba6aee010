namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// What will happen and when, in whole seconds since 1970 (UTC). What is due at the same second happens in the order in
/// which it was written down. Bounded by the world: a few entries for each patient present and a day ahead of arrivals.
/// </summary>
public sealed class Agenda
{
    private readonly PriorityQueue<Entry, (long At, long Order)> _entries = new();
    private long _order;

    /// <summary>Starts at an instant.</summary>
    public Agenda(long now) => Now = now;

    /// <summary>The present second.</summary>
    public long Now { get; private set; }

    /// <summary>Entries still to come.</summary>
    public int Count => _entries.Count;

    /// <summary>Writes down something that will happen; what would lie in the past happens now.</summary>
    public void At(long time, Action action) => Add(time, new Entry(action, null, null));

    /// <summary>
    /// Writes down something that will happen to a story. No two events of one story share a second, so that their
    /// order is never in doubt: if the second is taken, it happens a second later.
    /// </summary>
    public void At(long time, IStory story, Action action) => Add(time, new Entry(action, story, null));

    /// <summary>The same for something that happens to two stories at once.</summary>
    public void At(long time, IStory story, IStory other, Action action) => Add(time, new Entry(action, story, other));

    /// <summary>Lets everything happen that is due up to an instant, which is then the present.</summary>
    public void AdvanceTo(long time)
    {
        while (_entries.TryPeek(out var entry, out var due) && due.At <= time)
        {
            _entries.Dequeue();
            Now = due.At;
            if (entry.IsTaken(Now))
            {
                Add(Now + 1, entry);
            }
            else
            {
                entry.Action();
            }
        }

        Now = Math.Max(Now, time);
    }

    private void Add(long time, Entry entry) => _entries.Enqueue(entry, (Math.Max(time, Now), _order++));

    private sealed record Entry(Action Action, IStory? Story, IStory? Other)
    {
        public bool IsTaken(long now) => Story?.LastEventAt >= now || Other?.LastEventAt >= now;
    }
}

/// <summary>Something whose events must not share a second: a visit, a conveyance, a virtual-ward stay.</summary>
public interface IStory
{
    /// <summary>Second of its newest event.</summary>
    long LastEventAt { get; }
}
