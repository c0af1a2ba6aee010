namespace MseControlCentre.Simulator.Messages;

/// <summary>One message on its way to the control centre.</summary>
/// <param name="Feed">Feed that sends it.</param>
/// <param name="IsHl7">Whether it is HL7 (over MLLP) rather than a JSON event (over HTTP).</param>
/// <param name="MessageId">Identity: MSH-10@MSH-7, or the <c>messageId</c> of the event.</param>
/// <param name="OccurredAt">When what it tells happened.</param>
/// <param name="DeliverAt">When the sender has it ready to send.</param>
/// <param name="Payload">The message: HL7 with segments ended by CR, or one JSON object.</param>
public sealed record OutgoingMessage(
    string Feed, bool IsHl7, string MessageId, DateTimeOffset OccurredAt, DateTimeOffset DeliverAt, string Payload);
