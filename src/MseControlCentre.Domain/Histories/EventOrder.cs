using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Histories;

/// <summary>
/// The order in which the events of one subject are told: when they happened, then by kind (a cancel after what it
/// cancels), then by message. It does not depend on when or how often they were delivered.
/// </summary>
public sealed class EventOrder : IComparer<FlowEvent>
{
    /// <summary>The only instance.</summary>
    public static readonly EventOrder Instance = new();

    private EventOrder()
    {
    }

    /// <inheritdoc />
    public int Compare(FlowEvent? x, FlowEvent? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byTime = x.OccurredAt.UtcTicks.CompareTo(y.OccurredAt.UtcTicks);
        if (byTime != 0)
        {
            return byTime;
        }

        var byKind = EventCatalogue.KindOf(x.Detail).Precedence.CompareTo(EventCatalogue.KindOf(y.Detail).Precedence);
        if (byKind != 0)
        {
            return byKind;
        }

        var byMessage = string.CompareOrdinal(x.MessageId, y.MessageId);
        return byMessage != 0 ? byMessage : string.CompareOrdinal(x.Source, y.Source);
    }
}
