using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Json;

/// <summary><c>POST /api/events</c>.</summary>
public static class EventIntakeEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static IEndpointConventionBuilder MapEventIntake(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapPost("/api/events", PostAsync)
            .WithName("PostEvents")
            .WithTags("Events")
            .WithSummary("Takes one event, an array of events, or one event a line (NDJSON).")
            .WithDescription(
                "Each event has its own outcome. Accepted means durable. Sending an event again is harmless: its "
                + "source and messageId are accepted once. encounter, patient, conveyance, stay, from and to hold your "
                + "own identifiers; only keyed pseudonyms of them are kept. A source that has a key sends it as "
                + "'Authorization: Bearer KEY'.")
            .Accepts<EventSubmission>("application/json", "application/x-ndjson")
            .Produces<EventReply>(StatusCodes.Status202Accepted)
            .Produces<EventReply>(StatusCodes.Status207MultiStatus)
            .Produces<EventReply>(StatusCodes.Status400BadRequest)
            .Produces<EventReply>(StatusCodes.Status401Unauthorized)
            .Produces<EventReply>(StatusCodes.Status403Forbidden)
            .Produces<EventReply>(StatusCodes.Status413PayloadTooLarge)
            .Produces<EventReply>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, JsonIntake intake, FeedLimits limits, FeedGate gate, FeedMonitor monitor)
    {
        if (RequestSender.Of(context, gate) is not { } sender)
        {
            // Before the body is read: a stranger costs no more than this answer.
            monitor.TurnedAway(null, FeedRefusals.NotKnown.Field);
            return Reply(401, EventReply.Refusal($"{FeedRefusals.NotKnown.Text}. None was taken."));
        }

        // This endpoint has its own limit and says so; the host's would cut the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } hostLimit)
        {
            hostLimit.MaxRequestBodySize = null;
        }

        var body = await BoundedBody.ReadAsync(context.Request, limits.MaxBodyBytes, context.RequestAborted);
        if (body is null)
        {
            return Reply(413, EventReply.Refusal(
                $"The body is larger than {limits.MaxBodyBytes} bytes; "
                    + "send the events in several requests. None was taken."));
        }

        try
        {
            var (status, reply) = await intake.ReceiveAsync(
                body.Value, IsNdjson(context.Request), context.Connection.RemoteIpAddress?.ToString(), sender);
            if (status == StatusCodes.Status401Unauthorized)
            {
                RequestSender.Challenge(context);
            }

            return Reply(status, reply);
        }
        catch (JournalUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
            return Reply(503,
                EventReply.Refusal("The journal cannot make events durable now. Keep them and send them again."));
        }
    }

    private static bool IsNdjson(HttpRequest request) =>
        request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) is true
        || request.ContentType?.Contains("jsonl", StringComparison.OrdinalIgnoreCase) is true;

    private static IResult Reply(int status, EventReply reply) =>
        Results.Json(reply, EventReplyJson.Default.EventReply, statusCode: status);
}
