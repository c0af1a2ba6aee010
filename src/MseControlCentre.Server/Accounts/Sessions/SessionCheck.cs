using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;

namespace MseControlCentre.Server.Accounts.Sessions;

/// <summary>Says whether a session that began some time ago goes on, whatever the way in.</summary>
/// <param name="organisations">Sessions of the organisation's provider.</param>
/// <param name="walls">Screens of walls.</param>
/// <param name="accounts">Sessions of this server's accounts.</param>
public sealed class SessionCheck(
    OrganisationSessions organisations, WallScreensService walls, SignInManager<Account> accounts)
{
    /// <summary>Whether it goes on. What has no session here, such as the key of a program, does.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity?.AuthenticationType switch
        {
            OrganisationSessions.Scheme => await organisations.IsLiveAsync(principal, cancellationToken),
            WallSessions.Scheme => await WallSessions.IsLiveAsync(principal, walls, cancellationToken),
            var type when string.Equals(type, IdentityConstants.ApplicationScheme, StringComparison.Ordinal) =>
                await accounts.ValidateSecurityStampAsync(principal) is { ClosedAt: null },
            _ => true,
        };
    }
}
