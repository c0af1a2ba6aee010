using System.Text.Json;
using System.Text.Json.Serialization;

namespace MseControlCentre.Feeds.Json;

/// <summary>What became of one event of a request.</summary>
[JsonConverter(typeof(ItemOutcomeConverter))]
public enum ItemOutcome
{
    /// <summary>It is durable and new.</summary>
    Accepted,

    /// <summary>Its source and message identity were accepted before.</summary>
    AlreadyKnown,

    /// <summary>It has a fault.</summary>
    Rejected,
}

/// <summary>The answer to one event.</summary>
/// <param name="Index">Its place in the request, from 0 (its line, in NDJSON).</param>
/// <param name="MessageId">Its message identity as sent; null when it has none that could be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Field">The field with the fault, such as <c>detail.category</c>.</param>
/// <param name="Error">What was found there and what was expected. It never repeats the value.</param>
public sealed record ItemReply(
    int Index, string? MessageId, ItemOutcome Outcome, string? Field = null, string? Error = null);

/// <summary>The answer to <c>POST /api/events</c>.</summary>
/// <param name="Accepted">Events that are durable and new.</param>
/// <param name="AlreadyKnown">Events that had been accepted before.</param>
/// <param name="Rejected">Events with a fault.</param>
/// <param name="Items">One answer for each event, in order.</param>
/// <param name="Error">Why the request as a whole could not be taken; null otherwise.</param>
public sealed record EventReply(
    int Accepted, int AlreadyKnown, int Rejected, IReadOnlyList<ItemReply> Items, string? Error = null)
{
    internal static EventReply Refusal(string error) => new(0, 0, 0, [], error);
}

/// <summary>Writes outcomes as <c>accepted</c>, <c>alreadyKnown</c>, <c>rejected</c>.</summary>
internal sealed class ItemOutcomeConverter() : JsonStringEnumConverter<ItemOutcome>(JsonNamingPolicy.CamelCase);

/// <summary>The JSON form of the answers.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventReply))]
internal sealed partial class EventReplyJson : JsonSerializerContext;
