using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Organisation;

namespace MseControlCentre.Server.Components.SignIn;

/// <summary>Where people begin to sign in with their organisation's provider, and read what came of it.</summary>
public static class OrganisationRoutes
{
    private const string WhyOpen = "Who has not signed in must be able to; it shows nothing of the system.";

    /// <summary>Maps the pages. The provider's answer is taken before any of them, by the sign-in itself.</summary>
    public static void MapOrganisationSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(OrganisationSignInService.BeginPath, BeginAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapGet(OrganisationSignInService.RefusedPath, Refused).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapGet(OrganisationSignInService.SignedOutPath, SignedOut).OpenToAll(WhyOpen).ExcludeFromDescription();
    }

    private static async Task<IResult> BeginAsync(
        string? to, HttpContext context, OrganisationSignInService service)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (service.ProviderName is null)
        {
            return Results.LocalRedirect(SignInRoutes.Path);
        }

        return await service.IsReachableAsync(context.RequestAborted)
            ? OrganisationSetup.Challenge(to is not null && SignInRoutes.IsHere(to) ? to : "/wall")
            : RefusedPage(service, OrganisationRefusal.Unreachable);
    }

    private static IResult Refused(string? why, OrganisationSignInService service) =>
        service.ProviderName is null
            ? Results.LocalRedirect(SignInRoutes.Path)
            : RefusedPage(service, Array.Find(
                Enum.GetValues<OrganisationRefusal>(),
                refusal => string.Equals(refusal.ToString(), why, StringComparison.Ordinal)));

    private static IResult SignedOut(OrganisationSignInService service) => service.ProviderName is not { } name
        ? Results.LocalRedirect(SignInRoutes.Path)
        : new RazorComponentResult<SignedOutPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SignedOutPage.ProviderName)] = name,
            [nameof(SignedOutPage.EndSessionAddress)] = service.EndSessionAddress,
        });

    private static RazorComponentResult<OrganisationRefusedPage> RefusedPage(
        OrganisationSignInService service, OrganisationRefusal why) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(OrganisationRefusedPage.Why)] = why,
            [nameof(OrganisationRefusedPage.ProviderName)] = service.ProviderName,
        })
        {
            StatusCode = why is OrganisationRefusal.Unreachable or OrganisationRefusal.NotRecorded
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status403Forbidden,
        };
}
