using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>Whether the process lives, and whether it shows what the journal tells.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new HealthAnswer("live", null))
            .OpenToAll("A monitor asks; the answer is that it lives.")
            .WithSummary("Whether the process answers");
        routes.MapGet("/health/ready", (Readiness readiness, PictureFeed feed) =>
            readiness.IsReady && feed.Current is not null
                ? Results.Json(new HealthAnswer("ready", null))
                : Results.Json(
                    new HealthAnswer("waiting", readiness.WaitsFor ?? "the first picture"),
                    statusCode: StatusCodes.Status503ServiceUnavailable))
            .OpenToAll("A monitor asks; the answer is whether it is ready and what it waits for.")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Whether the journal has been replayed; if not, what the server waits for");
    }
}

/// <summary>How the server is.</summary>
/// <param name="Status">live, ready or waiting.</param>
/// <param name="WaitsFor">What it waits for.</param>
public sealed record HealthAnswer(string Status, string? WaitsFor);
