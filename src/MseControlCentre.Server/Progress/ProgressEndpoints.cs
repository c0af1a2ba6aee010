using System.Text.Json;
using System.Text.Json.Serialization;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Progress;

/// <summary>
/// How far a slow answer is. A page that asks for something slow adds <c>progress</c> with an identity of its own
/// making to the address, and asks here while it waits.
/// </summary>
public static class ProgressEndpoints
{
    /// <summary>Parameter of any address that asks for its progress to be told.</summary>
    public const string Parameter = "progress";

    /// <summary>Where progress is asked for.</summary>
    public const string Path = "/api/progress";

    private const string NotDone = "The server could not do it. Try again; if it stays so, its log says why.";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Adds what tells of progress.</summary>
    public static void AddProgress(this IServiceCollection services) =>
        services.AddSingleton(provider => new Works(provider.GetRequiredService<TimeProvider>()));

    /// <summary>Tells of every request that asks to be told of.</summary>
    public static void UseProgress(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var works = context.RequestServices.GetRequiredService<Works>();
        var id = context.Request.Query[Parameter].ToString();
        if (id.Length == 0 || context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal)
            || works.Begin(id, "Working") is not { } work)
        {
            await next();
            return;
        }

        Work.Current = work;
        try
        {
            await next();
            var failed = context.Response.StatusCode >= StatusCodes.Status400BadRequest;
            works.End(work, failed ? WorkState.Failed : WorkState.Done, failed ? NotDone : null);
        }
        catch (Exception)
        {
            works.End(
                work, context.RequestAborted.IsCancellationRequested ? WorkState.GivenUp : WorkState.Failed, NotDone);
            throw;
        }
    });

    /// <summary>Maps <c>GET /api/progress/{id}</c> and <c>GET /api/progress/start</c>.</summary>
    public static void MapProgress(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/start", (HttpContext context, Readiness readiness) =>
            {
                NotKept(context);
                var far = readiness.Progress;
                return Results.Json(
                    new StartDocument(readiness.IsReady, readiness.WaitsFor, far.Applied, far.Entries), s_json);
            })
            .OpenToAll("Told on the page that everybody sees while the server starts: numbers of entries only.")
            .Produces<StartDocument>()
            .WithSummary("How far the journal is read after a start");
        routes.MapGet(Path + "/{id}", (string id, HttpContext context, Works works) =>
            {
                NotKept(context);
                return works.Find(id) is { } progress
                    ? Results.Json(progress, s_json)
                    : Problems.NotFound("id", "There is no such work: it has not begun, or ended some minutes ago.");
            })
            .OpenToAll("Only who made the 32 digits knows them; told are words and a share.")
            .Produces<WorkProgress>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("How far a slow answer is")
            .WithDescription(
                "Add `progress` with 32 hexadecimal digits of your own making to the address of something slow, and "
                + "ask here with the same digits while you wait.");
    }

    private static void NotKept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}

/// <summary>How far a start is.</summary>
/// <param name="Ready">Whether the journal has been read.</param>
/// <param name="WaitsFor">What is waited for; null when it has.</param>
/// <param name="Applied">The last entry that is applied.</param>
/// <param name="Entries">Entries of the journal; 0 while that is not known.</param>
public sealed record StartDocument(bool Ready, string? WaitsFor, long Applied, long Entries);
