namespace MseControlCentre.Domain.Events;

/// <summary>
/// One thing that happened to the flow of patients, as a feed or a person reported it.
/// It carries no name, birth date, NHS number or address: identities in <see cref="Detail"/> are keyed pseudonyms.
/// </summary>
public sealed record FlowEvent
{
    /// <summary>The feed that reported it: a feed identity of the network file, such as <c>basildon-pas</c>.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The source's own identity of the message.
    /// Together with <see cref="Source"/> it is accepted once.
    /// </summary>
    public required string MessageId { get; init; }

    /// <summary>When it happened, by the source's account (HL7 EVN-6 before EVN-2 before MSH-7).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>
    /// The site (ODS site code) or provider it happened at;
    /// the network's own code for system-wide events.
    /// </summary>
    public required string Site { get; init; }

    /// <summary>What happened.</summary>
    public required EventDetail Detail { get; init; }

    /// <summary>The name of the event in the catalogue, such as <c>PatientAdmitted</c>.</summary>
    public string Kind => EventCatalogue.KindOf(Detail).Name;
}

/// <summary>A <see cref="FlowEvent"/> that the journal has made durable.</summary>
/// <param name="Sequence">Position in the journal, from 1 without gaps.</param>
/// <param name="RecordedAt">When the journal made it durable, by the journal's clock (UTC).</param>
/// <param name="Event">The event.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset RecordedAt, FlowEvent Event);
