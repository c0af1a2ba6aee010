using System.Text.Json.Serialization;

namespace MseControlCentre.Feeds.Quarantine;

/// <summary>Through which door a message came.</summary>
public enum FeedDoor
{
    /// <summary>HL7 v2 over MLLP.</summary>
    Hl7v2,

    /// <summary><c>POST /api/events</c>.</summary>
    Json,
}

/// <summary>
/// A message that could not be taken: why, and a redacted copy from which it can be replayed once the mapping is
/// mended. The copy holds no name, birth date, address or identifier; identifiers are pseudonyms already.
/// </summary>
public sealed record QuarantineEntry
{
    /// <summary>Identity of the entry.</summary>
    public required string Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Which door it came through.</summary>
    public required FeedDoor Door { get; init; }

    /// <summary>The feed; null when the sender is no feed of the network.</summary>
    public string? Feed { get; init; }

    /// <summary>Network address it came from, when known.</summary>
    public string? Connection { get; init; }

    /// <summary>Message type or kind of event.</summary>
    public required string Type { get; init; }

    /// <summary>The sender's control id; a keyed hash where it looked like an identifier.</summary>
    public string? ControlId { get; init; }

    /// <summary>Identity under which the journal would have accepted it, so that a replay is accepted once.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why: the field, the shape of what was found, what was expected.</summary>
    public required Rejection Reason { get; init; }

    /// <summary>
    /// Domain in which the pseudonyms of the copy were made; null when it was not known: the copy has none.
    /// </summary>
    public string? IdentifierDomain { get; init; }

    /// <summary>The redacted copy; null when there was nothing to keep.</summary>
    public string? Copy { get; init; }

    /// <summary>
    /// Whether only its sender can mend it: what it was rejected for is not in the copy, so that a replay would take a
    /// message that was never sent.
    /// </summary>
    public bool NeedsSender { get; init; }
}

/// <summary>What became of a replayed entry.</summary>
/// <param name="Replayed">Identity of the entry.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">accepted, already known, ignored.</param>
internal sealed record ReplayMark(string Replayed, DateTimeOffset At, string Outcome);

/// <summary>One line of a quarantine file: an entry, or a mark that an entry was replayed.</summary>
internal sealed record QuarantineLine(QuarantineEntry? Entry, ReplayMark? Mark);

/// <summary>The JSON form of quarantine files.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(QuarantineLine))]
internal sealed partial class QuarantineJson : JsonSerializerContext;
