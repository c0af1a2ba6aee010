using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Hl7v2.Parsing;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Pseudonyms;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>What a redacted copy says when it is read as its message was.</summary>
/// <param name="Events">Its events.</param>
/// <param name="Ignored">Whether it is understood and changes nothing.</param>
/// <param name="Rejection">Why it cannot be taken; null when it can.</param>
internal sealed record QuarantineCopy(IReadOnlyList<FlowEvent> Events, bool Ignored, Rejection? Rejection)
{
    private static readonly Rejection s_noCopy = new(
        "quarantined copy", "no copy that could be read", "ask the sender to send the message again");

    /// <summary>Reads the copy of an HL7 message.</summary>
    public static QuarantineCopy Read(QuarantineEntry entry, Hl7Mapper mapper, DateTimeOffset now)
    {
        var found = Hl7Reader.Read(entry.Copy ?? "", 1, out _);
        if (found.Count == 0 || found[0].Message is not { } message || entry.MessageId is not { } messageId)
        {
            return new QuarantineCopy([], false, s_noCopy);
        }

        var mapped = mapper.Map(
            message, new Reception(entry.ReceivedAt, now, Identifiers.Kept(entry.IdentifierDomain), messageId));
        return new QuarantineCopy(mapped.Events, mapped.Ignored is not null, mapped.Rejection);
    }

    /// <summary>Reads the copy of a JSON event.</summary>
    public static QuarantineCopy Read(QuarantineEntry entry, EventReader reader, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(entry.Copy ?? ""));
            var read = reader.Read(document.RootElement, now, Identifiers.Kept(entry.IdentifierDomain));
            return new QuarantineCopy(read.Event is { } one ? [one] : [], false, read.Rejection);
        }
        catch (JsonException)
        {
            return new QuarantineCopy([], false, s_noCopy);
        }
    }

    /// <summary>
    /// Whether the copy shows the fault that its message was rejected for. What was redacted cannot be mended here:
    /// read without it, the message would say something its sender did not.
    /// </summary>
    public bool Shows(Rejection fault) =>
        Rejection is { } own && string.Equals(own.Field, fault.Field, StringComparison.Ordinal);
}
