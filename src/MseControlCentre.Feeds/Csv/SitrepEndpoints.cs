using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Csv;

/// <summary><c>/api/sitreps</c>: files of declared figures, and the forms they are written on.</summary>
public static class SitrepEndpoints
{
    /// <summary>Media type of the files.</summary>
    public const string Csv = "text/csv; charset=utf-8";

    /// <summary>Maps the endpoints.</summary>
    /// <returns>Those that describe the forms, and the one that takes files.</returns>
    public static (IEndpointConventionBuilder Forms, IEndpointConventionBuilder Intake) MapSitreps(
        this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var routes = endpoints.MapGroup(string.Empty).WithTags("Declared figures");
        MapForms(routes);
        return (routes, MapIntake(endpoints.MapGroup(string.Empty).WithTags("Declared figures")));
    }

    private static void MapForms(RouteGroupBuilder routes)
    {
        routes.MapGet("/api/sitreps", (NetworkMap network) =>
                DeclarationForms.All.Select(form => SitrepForm.Of(form, network)))
            .WithName("GetSitrepForms")
            .WithSummary("The forms on which figures are declared, with their columns.");
        routes.MapGet("/api/sitreps/{form}/template.csv", Template)
            .WithName("GetSitrepTemplate")
            .WithSummary("A file to fill in: the header, and an example that says nothing.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder MapIntake(RouteGroupBuilder routes) =>
        routes.MapPost("/api/sitreps/{form}", PostAsync)
            .WithName("PostSitrep")
            .WithSummary("Takes a file of declared figures, whole or not at all.")
            .WithDescription(
                "text/csv, or multipart/form-data with one file. Each row is a declaration. Rows with faults are named "
                + "by number and nothing is taken. The same file again changes nothing.")
            .Accepts<string>("text/csv", "multipart/form-data")
            .Produces<SitrepReply>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult Template(string form, NetworkMap network) => DeclarationForms.Find(form) is { } found
        ? Results.File(SitrepTemplate.Of(found, network), Csv, found.Id + "-template.csv")
        : NoForm();

    private static async Task<IResult> PostAsync(
        string form,
        HttpContext context,
        SitrepIntake intake,
        FeedLimits limits,
        FeedGate gate,
        DeclarationReader declarations,
        DeclarationIntake counted)
    {
        var sender = RequestSender.Of(context, gate);
        var refusal = sender is null ? FeedRefusals.NotKnown : sender.Refusal(declarations.Feed?.Id, null);
        if (refusal is not null)
        {
            counted.TurnedAway(sender is null ? null : declarations.Feed?.Id, refusal.Field);
            return NotLetIn(context, refusal);
        }

        if (DeclarationForms.Find(form) is not { } found)
        {
            return NoForm();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } hostLimit)
        {
            // This endpoint has its own limit and says so; the host's would cut the connection.
            hostLimit.MaxRequestBodySize = null;
        }

        var body = await SitrepBody.ReadAsync(context.Request, limits.MaxSitrepBytes, context.RequestAborted);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        try
        {
            var (read, reply) = await intake.ReceiveAsync(found, body.File, sender);
            return read.Refusal is { } notYours ? NotLetIn(context, notYours)
                : reply is null ? Faulty(read)
                : Results.Json(reply, statusCode: StatusCodes.Status202Accepted);
        }
        catch (JournalUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.Problem(
                title: "Not now",
                detail: "The journal cannot make the file durable now. Nothing of it was taken: send it again.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Faulty(ReadSitrep read) => Results.Problem(
        title: "The file has faults; nothing of it was taken",
        detail: "Mend the rows that are named and send the whole file again.",
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["errorCount"] = read.FaultCount,
            ["errors"] = read.Faults,
        });

    private static IResult NotLetIn(HttpContext context, Rejection refusal)
    {
        if (refusal == FeedRefusals.NotKnown)
        {
            RequestSender.Challenge(context);
        }

        return Results.Problem(
            title: "Not let in; nothing was taken",
            detail: refusal.Text + ".",
            statusCode: refusal == FeedRefusals.NotKnown
                ? StatusCodes.Status401Unauthorized
                : StatusCodes.Status403Forbidden);
    }

    private static IResult NoForm() => Results.Problem(
        title: "There is no such form",
        detail: "Forms: " + string.Join(", ", DeclarationForms.All.Select(form => form.Id)),
        statusCode: StatusCodes.Status404NotFound);
}
