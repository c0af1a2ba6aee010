using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Hl7v2.Parsing;

namespace MseControlCentre.Feeds.Hl7v2;

/// <summary>One message of a frame on its way to its answer.</summary>
internal sealed record ReceivedMessage
{
    public ReceivedMessage(Hl7Message message, MappingResult mapped)
    {
        Message = message;
        Events = mapped.Events;
        Dropped = mapped.Dropped;
        Rejection = mapped.Rejection;
        Code = mapped.Rejection is null ? AcknowledgementCode.AA : AcknowledgementCode.AE;
    }

    private ReceivedMessage(Rejection reason)
    {
        Rejection = reason;
        Code = AcknowledgementCode.AR;
    }

    public Hl7Message? Message { get; private init; }

    public IReadOnlyList<FlowEvent> Events { get; } = [];

    public IReadOnlyList<Rejection> Dropped { get; } = [];

    public Rejection? Rejection { get; init; }

    public AcknowledgementCode Code { get; init; }

    /// <summary>Whether its events are in the journal.</summary>
    public bool IsDurable { get; set; }

    public static ReceivedMessage NoHl7(Rejection reason) => new(reason);

    public static ReceivedMessage TurnedAway(Hl7Message message, Rejection reason) => new(reason) { Message = message };

    public static ReceivedMessage Faulty(Hl7Message? message, Rejection reason) =>
        new(reason) { Message = message, Code = AcknowledgementCode.AE };
}
