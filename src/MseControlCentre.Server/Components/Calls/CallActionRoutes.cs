using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Feeds;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The list of what is owed, and the page of one action.</summary>
internal static class CallActionRoutes
{
    private const string Route = CallAddresses.Path + "/{id}/actions/{n}";

    /// <summary>Maps the pages.</summary>
    public static void MapCallActions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CallAddresses.Actions, (string? owner, string? state) =>
                new RazorComponentResult<CallActionsPage>(new { Filter = new CallActionFilter(Of(owner), Of(state)) }))
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapGet(Route, (string id, string n, string? done, HttpContext context) =>
                PageOf(id, NumberOf(n), null, [], string.Empty, done is not null, context))
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapPost(Route, PostAsync).Needs(Operation.TakePartInCalls).ExcludeFromDescription();
    }

    private static string? Of(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : chosen;

    private static int NumberOf(string n) => int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<IResult> PostAsync(
        string id, string n, HttpContext context, IAntiforgery antiforgery, CallActionsService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = new AskedOfAction(
            id,
            NumberOf(n),
            NumberOf(posted["seen"].ToString()),
            posted["state"].ToString(),
            posted["words"].ToString().Trim(),
            posted["due"].ToString().Trim());
        try
        {
            var answer = await service.UpdateAsync(asked);
            if (answer.Result is CallResult.Taken)
            {
                return Results.Redirect(CallAddresses.ActionOf(id, asked.Number) + "?done=yes");
            }

            context.Response.StatusCode = CallAnswers.StatusOf(answer.Result);
            return PageOf(
                id, asked.Number, asked, answer.Errors, CallAnswers.HeadingOf(answer.Result), false, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PageOf(id, asked.Number, asked, [CallAnswers.NotDurable], "Nothing was taken", false, context);
        }
    }

    private static IResult PageOf(
        string id,
        int number,
        AskedOfAction? sent,
        IReadOnlyList<FieldError> errors,
        string heading,
        bool isDone,
        HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        if (services.GetRequiredService<CallActionsService>().Find(id, number) is not { } view)
        {
            return new RazorComponentResult<NoSuchCallPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        var token = PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>());

        // No text that looks like an NHS number stands on a page again.
        var shown = sent is not null && NhsNumberPattern.IsIn(sent.Words) ? sent with { Words = string.Empty } : sent;
        return new RazorComponentResult<CallActionPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CallActionPage.View)] = view,
            [nameof(CallActionPage.Form)] = new CallActionForm(token, shown, errors, heading),
            [nameof(CallActionPage.IsDone)] = isDone,
        })
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
