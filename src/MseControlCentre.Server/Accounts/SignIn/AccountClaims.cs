using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>
/// What a session says of its account: who, and what for. It carries the stamp that ends it when that changes.
/// </summary>
/// <param name="accounts">The accounts.</param>
/// <param name="options">Names of the claims that the framework reads again.</param>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : IUserClaimsPrincipalFactory<Account>
{
    /// <inheritdoc />
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var principal = ActorClaims.Write(user.ToActor(), IdentityConstants.ApplicationScheme);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(
            options.Value.ClaimsIdentity.SecurityStampClaimType, await accounts.GetSecurityStampAsync(user)));
        return principal;
    }
}
