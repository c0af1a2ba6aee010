using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Walls;

/// <summary>
/// Where a wall's link leads. Looking at it uses nothing up, since messengers look at the links they carry; the button
/// does.
/// </summary>
public static class WallLinkRoutes
{
    private const string WhyOpen = "Only who has the link of a screen gets its wall.";

    /// <summary>Maps the page and its form.</summary>
    public static void MapWallLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInRoutes.WallPath + "/{secret}", LookAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapPost(SignInRoutes.WallPath + "/{secret}", OpenAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
    }

    private static async Task<RazorComponentResult<WallLinkPage>> LookAsync(
        string secret, HttpContext context, IAntiforgery antiforgery, WallScreensService screens) =>
        PageOf((await screens.FindAsync(secret, context.RequestAborted))?.Place, context, antiforgery);

    private static async Task<IResult> OpenAsync(
        string secret,
        HttpContext context,
        IAntiforgery antiforgery,
        WallScreensService screens,
        IAuditTrail audit)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        // Recorded first: a link is not used up by an act that cannot be recorded.
        if (await screens.FindAsync(secret, context.RequestAborted) is { } found)
        {
            await audit.RecordAsync(
                AuditAct.WallScreenChanged, Subject.System, "opened the screen", WallSessions.ActorOf(found));
        }

        if (await screens.OpenAsync(secret, context.RequestAborted) is not { } screen)
        {
            return PageOf(null, context, antiforgery);
        }

        await WallSessions.BeginAsync(context, screen);
        return Results.LocalRedirect("/wall");
    }

    private static RazorComponentResult<WallLinkPage> PageOf(
        string? place, HttpContext context, IAntiforgery antiforgery)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<WallLinkPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(WallLinkPage.Place)] = place,
            [nameof(WallLinkPage.Token)] = PostedForm.TokenOf(context, antiforgery),
        })
        {
            StatusCode = place is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }
}
