using System.Text.Json;

namespace MseControlCentre.Feeds.Json;

/// <summary>An event as a feed sends it; it describes the wire form in the OpenAPI document.</summary>
/// <param name="Source">Id of the feed in the network file, such as <c>eeast-cad</c>.</param>
/// <param name="MessageId">Your own identity of the event; accepted once for each source. 1 to 128 characters.</param>
/// <param name="OccurredAt">When it happened: ISO 8601 with its offset.</param>
/// <param name="Site">ODS code of the site or provider it happened at.</param>
/// <param name="Kind">Kind of the event, such as <c>AmbulanceArrived</c>.</param>
/// <param name="Detail">What the kind asks for.</param>
public sealed record EventSubmission(
    string Source, string MessageId, DateTimeOffset OccurredAt, string Site, string Kind, JsonElement Detail);
