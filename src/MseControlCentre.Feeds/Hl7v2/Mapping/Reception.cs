using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Hl7v2.Mapping;

/// <summary>How and when a message was received.</summary>
/// <param name="ReceivedAt">When it came over the wire: it decides which of October's two hours is meant.</param>
/// <param name="Now">The present: what lies far ahead of it is not believed.</param>
/// <param name="Identifiers">How its identifiers are read.</param>
/// <param name="MessageId">Identity under which it is accepted once.</param>
public sealed record Reception(
    DateTimeOffset ReceivedAt, DateTimeOffset Now, Identifiers Identifiers, string MessageId);
