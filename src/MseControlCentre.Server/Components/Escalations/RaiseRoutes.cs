using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Feeds;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Escalations;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>The form that raises an escalation, and what it sends.</summary>
internal static class RaiseRoutes
{
    private static readonly FieldError s_notDurable = new(
        null, "The journal cannot keep it now. Nothing was raised: send it again in a few seconds, or telephone.");

    /// <summary>Maps the form.</summary>
    public static void MapRaise(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(EscalationsRoutes.RaisePath, Get).Needs(Operation.Escalate).ExcludeFromDescription();
        routes.MapPost(EscalationsRoutes.RaisePath, PostAsync).Needs(Operation.Escalate).ExcludeFromDescription();
    }

    private static RazorComponentResult<RaisePage> Get(string? site, string? kind, HttpContext context) =>
        PageOf(AskedRaise.Empty(site, kind), [], null, context);

    private static async Task<IResult> PostAsync(
        HttpContext context, IAntiforgery antiforgery, EscalationStepsService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = new AskedRaise(
            posted["site"].ToString(),
            posted["kind"].ToString(),
            posted["level"].ToString(),
            posted["about"].ToString().Trim(),
            posted["reason"].ToString().Trim(),
            posted["tried"].ToString().Trim(),
            string.Equals(posted["onetap"], "yes", StringComparison.Ordinal));
        try
        {
            var answer = await service.RaiseAsync(asked);
            if (answer is { Result: StepResult.Taken, Escalation: var raised })
            {
                var isFromSite = string.Equals(posted["from"], "site", StringComparison.Ordinal);
                return Results.Redirect(
                    isFromSite ? $"{SiteRoutes.Of(asked.Site)}?step=raise#escalate"
                    : raised is null ? EscalationsRoutes.Path
                    : EscalationsRoutes.Of(raised.Id) + "?done=raise");
            }

            context.Response.StatusCode = answer.Result is null
                ? StatusCodes.Status400BadRequest
                : StatusCodes.Status409Conflict;
            return PageOf(asked, answer.Errors, answer.Escalation?.Id, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PageOf(asked, [s_notDurable], null, context);
        }
    }

    private static RazorComponentResult<RaisePage> PageOf(
        AskedRaise asked, IReadOnlyList<FieldError> errors, string? open, HttpContext context)
    {
        var services = context.RequestServices;
        var service = services.GetRequiredService<EscalationStepsService>();
        var view = new RaiseView(
            service.PlacesToRaise(asked.Site.Length > 0 ? asked.Site : null),
            services.GetRequiredService<EscalationsService>().Network.Escalation.Levels,
            asked with { About = Shown(asked.About), Reason = Shown(asked.Reason), Tried = Shown(asked.Tried) },
            errors,
            open,
            PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>()));
        return new RazorComponentResult<RaisePage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(RaisePage.View)] = view })
        {
            StatusCode = context.Response.StatusCode,
        };
    }

    // No text that looks like an NHS number stands on a page again.
    private static string Shown(string text) => NhsNumberPattern.IsIn(text) ? string.Empty : text;
}
