using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Histories;

/// <summary>The events of one subject in <see cref="EventOrder"/>, each once.</summary>
internal sealed class History
{
    /// <summary>
    /// Events kept for one subject. Beyond it the oldest after the first is let go: the first opened the story, and
    /// where a patient is now rests on the newest. A hospital stay has tens of events, seldom hundreds.
    /// </summary>
    internal const int MaximumEvents = 512;

    private readonly List<FlowEvent> _events = new(4);

    public IReadOnlyList<FlowEvent> Events => _events;

    /// <summary>When the newest event happened; null while there is none.</summary>
    public DateTimeOffset? LastAt => _events.Count == 0 ? null : _events[^1].OccurredAt;

    /// <summary>When something was last told of the subject, by the journal's clock.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>Takes an event in its place.</summary>
    public Placing Add(FlowEvent flowEvent, DateTimeOffset told)
    {
        ToldAt = told > ToldAt ? told : ToldAt;
        var placing = Place(flowEvent);
        if (_events.Count > MaximumEvents)
        {
            _events.RemoveAt(1);
            return Placing.Between;
        }

        return placing;
    }

    private Placing Place(FlowEvent flowEvent)
    {
        // Nearly every event is newer than all before it: compare with the last before searching.
        if (_events.Count == 0 || EventOrder.Instance.Compare(flowEvent, _events[^1]) > 0)
        {
            _events.Add(flowEvent);
            return Placing.Last;
        }

        var index = _events.BinarySearch(flowEvent, EventOrder.Instance);
        if (index >= 0)
        {
            return Placing.Known;
        }

        _events.Insert(~index, flowEvent);
        return Placing.Between;
    }
}

/// <summary>Where an event came to stand in a history.</summary>
internal enum Placing
{
    /// <summary>It was there already.</summary>
    Known,

    /// <summary>After all others: the story goes on.</summary>
    Last,

    /// <summary>Before others: the story is told anew.</summary>
    Between,
}
