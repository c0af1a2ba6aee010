using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Escalations;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The page of one escalation and the steps that its forms take.</summary>
internal static class StepRoutes
{
    // What a form of the page may hold besides its step.
    private static readonly string[] s_fields =
        ["words", "owner", "due", "done", "of", "for", "given", "level", "reason", "tried", "outcome"];

    /// <summary>Maps the page.</summary>
    public static void MapSteps(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(EscalationsRoutes.Path + "/{id}", Get).Needs(Operation.SeeEscalations).ExcludeFromDescription();
        routes.MapPost(EscalationsRoutes.Path + "/{id}", PostAsync).Needs(Operation.Escalate).ExcludeFromDescription();
    }

    private static IResult Get(string id, string? done, HttpContext context) =>
        PageOf(id, null, [], string.Empty, EscalationActs.DoneWords(done), context);

    private static async Task<IResult> PostAsync(
        string id, HttpContext context, IAntiforgery antiforgery, EscalationStepsService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = AskedOf(id, posted, context);
        try
        {
            var answer = await service.TakeAsync(asked);
            if (answer is { Result: StepResult.Taken })
            {
                return Results.Redirect(asked.IsOneTap && answer.Escalation is { } so
                    ? $"{SiteRoutes.Of(so.Scope)}?step={asked.Act}#escalate"
                    : $"{EscalationsRoutes.Of(id)}?done={asked.Act}");
            }

            context.Response.StatusCode = answer.Result switch
            {
                null => StatusCodes.Status400BadRequest,
                StepResult.NotFound => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status409Conflict,
            };
            return PageOf(id, asked, answer.Errors, HeadingOf(answer.Result), null, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PageOf(id, asked, [SitrepAnswers.NotDurable], "Nothing was taken", null, context);
        }
    }

    private static string HeadingOf(StepResult? result) => result switch
    {
        StepResult.SomebodyWasFirst => "Somebody was first: nothing of yours was taken",
        StepResult.Refused => "It was not taken",
        _ => "It was not taken: there is a problem",
    };

    private static AskedStep AskedOf(string id, IFormCollection posted, HttpContext context)
    {
        var target = posted["target"].ToString();
        // A button without a form of its own says what it has seen in its address.
        var seen = posted["seen"].ToString() is { Length: > 0 } told ? told : context.Request.Query["seen"].ToString();
        return new AskedStep(
            id,
            int.TryParse(seen, CultureInfo.InvariantCulture, out var step) ? step : 0,
            posted["act"].ToString(),
            target.Length > EnteredText.Longest ? string.Empty : target,
            s_fields.ToDictionary(field => field, field => posted[field].ToString(), StringComparer.Ordinal),
            string.Equals(posted["onetap"], "yes", StringComparison.Ordinal));
    }

    private static IResult PageOf(
        string id,
        AskedStep? sent,
        IReadOnlyList<FieldError> errors,
        string heading,
        string? done,
        HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.RequestServices;
        var isDurable = context.Response.StatusCode is not StatusCodes.Status503ServiceUnavailable;
        if (services.GetRequiredService<EscalationsService>().Find(id, sent?.Seen, isDurable) is not { } view)
        {
            return new RazorComponentResult<EscalationMissingPage> { StatusCode = StatusCodes.Status404NotFound };
        }

        var token = PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>());
        var shown = sent is null ? null : sent with { Values = PostedForm.Shown(sent.Values) };
        return new RazorComponentResult<EscalationPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(EscalationPage.View)] = view,
            [nameof(EscalationPage.Forms)] = new EscalationForms(token, shown, errors, heading),
            [nameof(EscalationPage.Done)] = done,
        })
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
