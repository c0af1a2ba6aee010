using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Feeds;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The form that calls a tactical call or a discharge event, and what it sends.</summary>
internal static class NewCallRoutes
{
    private static readonly FieldError s_notDurable = new(
        null, "The journal cannot keep it now. Nothing was called: send it again in a few seconds, or telephone.");

    /// <summary>Maps the form.</summary>
    public static void MapNewCall(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CallAddresses.New, Get).Needs(Operation.HoldCalls).ExcludeFromDescription();
        routes.MapPost(CallAddresses.New, PostAsync).Needs(Operation.HoldCalls).ExcludeFromDescription();
    }

    private static RazorComponentResult<NewCallPage> Get(HttpContext context, NewCallService service) => PageOf(
        new AskedCall(AskedCall.Kinds[0].ToString(), "", [.. service.Places().Select(place => place.Code)]),
        [],
        context);

    private static async Task<IResult> PostAsync(HttpContext context, IAntiforgery antiforgery, NewCallService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var asked = new AskedCall(
            posted["kind"].ToString(),
            posted["reason"].ToString().Trim(),
            [.. posted["place"].OfType<string>().Distinct(StringComparer.Ordinal)]);
        try
        {
            var (call, errors) = await service.OpenAsync(asked);
            if (errors.Count == 0)
            {
                return Results.Redirect(call is null ? CallAddresses.Path : CallAddresses.PresentOf(call.Id));
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return PageOf(asked, errors, context);
        }
        catch (JournalUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PageOf(asked, [s_notDurable], context);
        }
    }

    private static RazorComponentResult<NewCallPage> PageOf(
        AskedCall asked, IReadOnlyList<FieldError> errors, HttpContext context)
    {
        var services = context.RequestServices;
        var view = new NewCallView(
            asked with { Reason = NhsNumberPattern.IsIn(asked.Reason) ? string.Empty : asked.Reason },
            services.GetRequiredService<NewCallService>().Places(),
            errors,
            PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>()));
        return new RazorComponentResult<NewCallPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(NewCallPage.View)] = view })
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
