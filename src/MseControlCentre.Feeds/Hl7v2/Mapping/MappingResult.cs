using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>
/// What one HL7 message means: events, or a name under which it is ignored, or a reason why it is rejected.
/// </summary>
public sealed record MappingResult
{
    /// <summary>The feed it comes from; null when no feed has its sender.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Message type and trigger, such as <c>ADT^A01</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The events, in order. Empty when it is ignored or rejected.</summary>
    public IReadOnlyList<FlowEvent> Events { get; init; } = [];

    /// <summary>Why it yields no event although nothing is wrong with it, such as <c>A31 person updated</c>.</summary>
    public string? Ignored { get; init; }

    /// <summary>Why it is rejected.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Optional fields that were left out of the events, and why.</summary>
    public IReadOnlyList<Rejection> Dropped { get; init; } = [];

    /// <summary>The domain in which its identifiers are unique, as far as it is known; for the quarantine.</summary>
    public string? IdentifierDomain { get; init; }
}
