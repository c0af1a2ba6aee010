using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>What the sign-in pages offer of the organisation's provider.</summary>
/// <param name="requests">The request that is being answered.</param>
/// <param name="settings">The provider; null when there is none.</param>
/// <param name="provider">Where it is asked; null when there is none.</param>
public sealed class OrganisationSignInService(
    IHttpContextAccessor requests, OrganisationSignIn? settings = null, ProviderDiscovery? provider = null)
{
    /// <summary>Where people begin.</summary>
    public const string BeginPath = AddressGate.SignInPath + "/organisation";

    /// <summary>Where the provider sends them back to; registered there with this server's name before it.</summary>
    public const string CallbackPath = BeginPath + "/callback";

    /// <summary>Where they read why they are not signed in.</summary>
    public const string RefusedPath = BeginPath + "/refused";

    /// <summary>Where they are when they have signed out here.</summary>
    public const string SignedOutPath = BeginPath + "/signed-out";

    /// <summary>What people call the provider; null when there is none.</summary>
    public string? ProviderName => settings?.Name;

    /// <summary>Whether accounts of this server may be used.</summary>
    public bool AreLocalAccountsOpen => settings?.LocalAccounts ?? true;

    /// <summary>Where people sign out of the provider too; null when it has no such page.</summary>
    public string? EndSessionAddress => provider?.Last?.EndSession is not { } address ? null
        : QueryHelpers.AddQueryString(address, "client_id", settings!.ClientId);

    /// <summary>Whether the provider answers and can be used.</summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        if (provider is null)
        {
            return false;
        }

        try
        {
            await provider.FindAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is ProviderUnreachableException or ProviderUnfitException)
        {
            return false;
        }
    }

    /// <summary>Ends the session here. Returns whether there was one.</summary>
    public async Task<bool> EndAsync()
    {
        var context = requests.HttpContext!;
        if (settings is null || !context.Request.Cookies.ContainsKey(OrganisationSessions.Cookie))
        {
            return false;
        }

        var session = await context.AuthenticateAsync(OrganisationSessions.Scheme);
        await context.SignOutAsync(OrganisationSessions.Scheme);
        if (session.Principal is { } principal)
        {
            await context.RequestServices.GetRequiredService<OrganisationSessions>()
                .EndAsync(principal, context.RequestAborted);
        }

        return session.Succeeded;
    }
}
