using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MseControlCentre.Server.Api;

/// <summary>The OpenAPI document: what it is about, and examples that can be sent as they stand.</summary>
public static class OpenApiDescription
{
    private const string Events = """
        [
          {
            "source": "eeast-cad", "messageId": "m1", "occurredAt": "2026-11-22T10:01:00Z", "site": "RAJ12",
            "kind": "AmbulanceArrived", "detail": { "conveyance": "J123", "category": "C2" }
          },
          {
            "source": "basildon-ed", "messageId": "m2", "occurredAt": "2026-11-22T10:04:00Z", "site": "RAJ12",
            "kind": "EdAttendanceRegistered", "detail": { "encounter": "A4711", "arrivalMode": "Ambulance" }
          }
        ]
        """;

    private const string MoreEvents = """
        [
          {
            "source": "eeast-cad", "messageId": "m3", "occurredAt": "2026-11-22T10:19:00Z", "site": "RAJ12",
            "kind": "HandoverCompleted", "detail": { "conveyance": "J123" }
          },
          {
            "source": "eeast-cad", "messageId": "m4", "occurredAt": "2026-11-22T10:27:00Z", "site": "RAJ12",
            "kind": "AmbulanceCleared", "detail": { "conveyance": "J123" }
          }
        ]
        """;

    private const string Accepted = """
        {
          "accepted": 2, "alreadyKnown": 0, "rejected": 0,
          "items": [
            { "index": 0, "messageId": "m1", "outcome": "accepted" },
            { "index": 1, "messageId": "m2", "outcome": "accepted" }
          ]
        }
        """;

    private const string Figure = """
        {
          "figure": {
            "id": "RAJ12:beds.occupancy", "scope": "RAJ12", "measure": "beds.occupancy", "name": "G&A occupancy",
            "unit": "percent", "value": 95.7, "quality": "live", "source": "basildon-pas",
            "asOf": "2026-11-22T10:04:01Z", "countedSince": null
          },
          "definition": "General and acute beds occupied as a share of those open.",
          "basis": "UEC daily situation report, process and definitions",
          "clock": "",
          "better": "lower",
          "standards": [
            {
              "name": "G&A occupancy", "direction": "atMost", "level": 92, "unit": "percent",
              "basis": "locally agreed", "setBy": "system operational group", "setOn": "2026-11-22", "met": false
            }
          ]
        }
        """;

    /// <summary>Describes the API.</summary>
    public static void Describe(OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "MSE Control Centre";
            document.Info.Description =
                "Live figures of a health system's urgent and emergency care, and the door for its events. "
                + "Every figure says its source, its age and how far it can be trusted. No patient can be identified.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            switch (context.Description.RelativePath)
            {
                case "api/events":
                    Exemplify(operation.RequestBody?.Content, "application/json", JsonNode.Parse(Events));
                    Exemplify(operation.RequestBody?.Content, "application/x-ndjson", Lines(MoreEvents));
                    Exemplify(operation.Responses?["202"].Content, "application/json", JsonNode.Parse(Accepted));
                    break;
                case "api/figures/{id}":
                    Exemplify(operation.Responses?["200"].Content, "application/json", JsonNode.Parse(Figure));
                    break;
            }

            return Task.CompletedTask;
        });
    }

    // One event a line is text, not a JSON value: so it can be sent as it stands.
    private static JsonValue Lines(string events) => JsonValue.Create(
        string.Concat(JsonNode.Parse(events)!.AsArray().Select(item => item!.ToJsonString() + "\n")));

    private static void Exemplify(IDictionary<string, OpenApiMediaType>? content, string type, JsonNode? example)
    {
        if (content is not null && content.TryGetValue(type, out var media))
        {
            media.Example = example;
        }
    }
}
