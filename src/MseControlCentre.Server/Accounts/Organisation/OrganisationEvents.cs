using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Why somebody is not signed in, as the page's address says it.</summary>
public enum OrganisationRefusal
{
    /// <summary>It did not work; the log says more.</summary>
    Failed,

    /// <summary>They, or the provider, said no.</summary>
    Denied,

    /// <summary>No role is mapped to what the provider says of them.</summary>
    NoRole,

    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>It cannot be recorded now, so it does not happen.</summary>
    NotRecorded,
}

/// <summary>What happens when somebody comes back from the provider.</summary>
internal static partial class OrganisationEvents
{
    /// <summary>The provider vouches for them: the session begins once it is recorded.</summary>
    public static async Task ReceivedAsync(TicketReceivedContext context)
    {
        var actor = ActorClaims.Read(context.Principal);
        try
        {
            await TrailOf(context.HttpContext).RecordAsync(
                AuditAct.SignedIn,
                Subject.System,
                "with the organisation's provider",
                actor,
                context.HttpContext.RequestAborted);
        }
        catch (AuditUnavailableException)
        {
            Refuse(context, OrganisationRefusal.NotRecorded);
            return;
        }

        // Never the session that the browser had before, whoever gave it that.
        var services = context.HttpContext.RequestServices;
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        await services.GetRequiredService<OrganisationSignInService>().EndAsync();
        await services.GetRequiredService<OrganisationSessions>()
            .BeginAsync(context.Principal!, context.HttpContext.RequestAborted);
    }

    /// <summary>They, or the provider, said no.</summary>
    public static async Task DeniedAsync(AccessDeniedContext context) =>
        Refuse(context, await RecordedAsync(context.HttpContext, OrganisationRefusal.Denied, null));

    /// <summary>It did not work.</summary>
    public static async Task FailedAsync(RemoteFailureContext context)
    {
        var why = context.Failure switch
        {
            NoRoleException => OrganisationRefusal.NoRole,
            ProviderUnreachableException or ProviderUnfitException or HttpRequestException or TaskCanceledException =>
                OrganisationRefusal.Unreachable,
            _ => OrganisationRefusal.Failed,
        };
        var actor = (context.Failure as NoRoleException)?.Actor;
        LogRefused(
            context.HttpContext.RequestServices.GetRequiredService<ILogger<OrganisationHandler>>(),
            why,
            Reason(context.Failure));
        Refuse(context, await RecordedAsync(context.HttpContext, why, actor));
    }

    // A reason is this server's or the framework's; what a stranger put into the address is not repeated.
    private static string Reason(Exception? failure) => failure switch
    {
        AuthenticationFailureException or ProviderUnreachableException or ProviderUnfitException or NoRoleException
            when !failure.Message.Contains("error", StringComparison.OrdinalIgnoreCase) => failure.Message,
        JsonException => "The provider's answer is no JSON.",
        null => "unknown",
        _ => failure.GetType().Name,
    };

    private static async Task<OrganisationRefusal> RecordedAsync(
        HttpContext context, OrganisationRefusal why, Actor? actor)
    {
        try
        {
            await TrailOf(context).RecordAsync(
                AuditAct.SignInRefused,
                Subject.System,
                $"with the organisation's provider: {why}",
                actor,
                context.RequestAborted);
            return why;
        }
        catch (AuditUnavailableException)
        {
            return OrganisationRefusal.NotRecorded;
        }
    }

    private static void Refuse<TOptions>(HandleRequestContext<TOptions> context, OrganisationRefusal why)
        where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"{OrganisationSignInService.RefusedPath}?why={why}");
        context.HandleResponse();
    }

    private static IAuditTrail TrailOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAuditTrail>();

    [LoggerMessage(LogLevel.Warning, "Somebody was not signed in by the organisation's provider ({Why}): {Reason}")]
    private static partial void LogRefused(ILogger log, OrganisationRefusal why, string reason);
}
