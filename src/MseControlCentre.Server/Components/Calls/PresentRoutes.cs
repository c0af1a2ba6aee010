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

/// <summary>The screens on which a call is held, and what their forms do.</summary>
internal static class PresentRoutes
{
    private const string Route = CallAddresses.Path + "/{id}/present";

    /// <summary>Maps the screens.</summary>
    public static void MapPresent(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, (string id, string? done, HttpContext context) => GetAsync(id, null, done, context))
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapGet(Route + "/{place}", (string id, string place, string? done, HttpContext context) =>
                GetAsync(id, place, done, context))
            .Needs(Operation.SeeCalls).ExcludeFromDescription();
        routes.MapPost(Route, PostAsync).Needs(Operation.HoldCalls).ExcludeFromDescription();
        routes.MapPost(CallAddresses.Path + "/{id}/here", PostHereAsync)
            .Needs(Operation.TakePartInCalls).ExcludeFromDescription();
    }

    private static Task<IResult> GetAsync(string id, string? screen, string? done, HttpContext context) =>
        PageOf(id, screen, null, [], string.Empty, HeldCallActs.DoneWords(done), context);

    private static async Task<IResult> PostAsync(
        string id, HttpContext context, IAntiforgery antiforgery, HeldCallStepsService service, HeldCallService held)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = AskedOf(id, posted);
        return await AnswerAsync(asked, () => service.TakeAsync(asked, context.RequestAborted), NextAsync, context);

        async Task<string?> NextAsync()
        {
            if (posted["go"].ToString() is not "next")
            {
                return asked.Screen;
            }

            var view = await held.FindAsync(id, asked.Screen, context.RequestAborted);
            return view is { } shown && shown.Index + 1 < shown.Screens.Count
                ? shown.Screens[shown.Index + 1].Code
                : asked.Screen;
        }
    }

    private static async Task<IResult> PostHereAsync(
        string id, HttpContext context, IAntiforgery antiforgery, HeldCallStepsService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = AskedOf(id, posted) with { Act = HeldCallActs.Attendance };
        return await AnswerAsync(
            asked,
            () => service.SayHereAsync(id, asked["place"], asked.Seen),
            () => Task.FromResult<string?>(asked.Screen),
            context);
    }

    private static async Task<IResult> AnswerAsync(
        AskedInCall asked, Func<Task<HeldCallAnswer>> take, Func<Task<string?>> next, HttpContext context)
    {
        try
        {
            var answer = await take();
            if (answer.Result is CallResult.Taken)
            {
                var screen = await next();
                return Results.Redirect(
                    CallAddresses.PresentOf(asked.Call, screen is { Length: > 0 } ? screen : null)
                    + "?done=" + asked.Act);
            }

            context.Response.StatusCode = CallAnswers.StatusOf(answer.Result);
            return await PageOf(
                asked.Call, asked.Screen, asked, answer.Errors, CallAnswers.HeadingOf(answer.Result), null, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return await PageOf(
                asked.Call, asked.Screen, asked, [CallAnswers.NotDurable], "Nothing was taken", null, context);
        }
    }

    // A toggle says in one value what it is about: the place, what it becomes, and the revision that was seen.
    private static AskedInCall AskedOf(string id, IFormCollection posted)
    {
        var values = AskedInCall.Fields
            .ToDictionary(field => field, field => posted[field].ToString(), StringComparer.Ordinal);
        var seen = posted["seen"].ToString();
        if (posted["set"].ToString().Split('/') is [var place, var attendance, var revision])
        {
            (values["place"], values["attendance"], seen) = (place, attendance, revision);
        }

        return new AskedInCall(
            id,
            posted["screen"].ToString(),
            int.TryParse(seen, CultureInfo.InvariantCulture, out var known) ? known : 0,
            posted["act"].ToString(),
            values);
    }

    private static async Task<IResult> PageOf(
        string id,
        string? screen,
        AskedInCall? sent,
        IReadOnlyList<FieldError> errors,
        string heading,
        string? done,
        HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        var service = services.GetRequiredService<HeldCallService>();
        var asked = screen is { Length: > 0 } ? screen : null;
        if (await service.FindAsync(id, asked, context.RequestAborted) is not { } view)
        {
            return new RazorComponentResult<NoSuchCallPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        var token = PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>());
        var shown = sent is null ? null : sent with { Values = PostedForm.Shown(sent.Values) };
        var reader = services.GetRequiredService<IAccess>().Actor.Id;
        return new RazorComponentResult<PresentPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PresentPage.View)] = view,
            [nameof(PresentPage.Forms)] = new PresentForms(token, shown, errors, heading, reader),
            [nameof(PresentPage.Done)] = done,
        })
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
