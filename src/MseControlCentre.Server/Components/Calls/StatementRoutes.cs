using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>
/// The page of a statement and its form. A script that asks for JSON is told at the same address what is so now, and
/// what became of what it sent.
/// </summary>
internal static class StatementRoutes
{
    private const string Route = CallAddresses.Path + "/{id}/statements/{place}";
    private const int LongestWindow = 40;

    private static readonly FieldError s_notDurable = new(
        null, "The journal cannot keep it now. It is not saved: it is tried again, or send it again in a few seconds.");

    /// <summary>Maps the page.</summary>
    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, GetAsync).Needs(Operation.TakePartInCalls).ExcludeFromDescription();
        routes.MapPost(Route, PostAsync).Needs(Operation.TakePartInCalls).ExcludeFromDescription();
    }

    private static async Task<IResult> GetAsync(
        string id, string place, string? window, string? writing, string? done, HttpContext context)
    {
        if (!IsForScript(context))
        {
            var saved = string.Equals(done, "saved", StringComparison.Ordinal);
            return await PageOf(id, place, null, [], saved ? "It is saved." : null, context);
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.RequestServices.GetRequiredService<StatementsService>().Look(
            id,
            place,
            window is { Length: > 0 and <= LongestWindow } ? window : null,
            string.Equals(writing, "yes", StringComparison.Ordinal)) is { } state
                ? Results.Json(state)
                : Results.NotFound();
    }

    private static async Task<IResult> PostAsync(
        string id,
        string place,
        HttpContext context,
        IAntiforgery antiforgery,
        StatementsService service,
        CallDesk desk)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = new AskedStatement(
            id,
            place,
            int.TryParse(posted["seen"].ToString(), CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            desk.Plan.Questions.ToDictionary(
                question => question.Code,
                question => StatementText.Kept(posted[AskedStatement.FieldOf(question.Code)].ToString()),
                StringComparer.Ordinal),
            string.Equals(posted["ready"], "yes", StringComparison.Ordinal));
        try
        {
            var (result, state) = await service.SaveAsync(asked);
            var status = CallAnswers.StatusOf(result);
            if (IsForScript(context))
            {
                return state is null ? Results.NotFound() : Results.Json(state, statusCode: status);
            }

            if (result is CallResult.Taken)
            {
                return Results.Redirect(CallAddresses.StatementOf(id, place) + "?done=saved");
            }

            context.Response.StatusCode = status;
            return await PageOf(id, place, asked, state?.Errors ?? [], null, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return IsForScript(context)
                ? Results.Json(
                    new { Errors = (FieldError[])[s_notDurable] }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : await PageOf(id, place, asked, [s_notDurable], null, context);
        }
    }

    private static bool IsForScript(HttpContext context) => context.Request.Headers.Accept.ToString()
        .StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> PageOf(
        string id,
        string place,
        AskedStatement? sent,
        IReadOnlyList<FieldError> errors,
        string? done,
        HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        var view = await services.GetRequiredService<StatementsService>()
            .FindAsync(id, place, context.RequestAborted);
        if (view is null)
        {
            return new RazorComponentResult<NoSuchCallPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        var token = PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>());
        var shown = sent is null ? null : sent with { Words = PostedForm.Shown(sent.Words) };
        return new RazorComponentResult<StatementPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(StatementPage.View)] = view,
            [nameof(StatementPage.Form)] = new StatementForm(token, shown, errors, done),
        })
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
