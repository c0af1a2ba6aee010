using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>
/// A code of an authenticator works once (RFC 6238, section 5.2): whoever reads one over a shoulder cannot use it again
/// in the minutes in which it would still be right.
/// </summary>
/// <param name="accounts">Keeps the last code of each account, hashed.</param>
public sealed class UsedCodes(UserManager<Account> accounts)
{
    private const string Provider = "mse";
    private const string Name = "last code";

    /// <summary>Takes a right code, unless it is the one that was taken last.</summary>
    /// <returns>Whether it may be used. Of two that try at once, one may.</returns>
    public async Task<bool> TakeAsync(Account account, string code)
    {
        var hash = OneTimeSecret.Hash(code);
        var last = await accounts.GetAuthenticationTokenAsync(account, Provider, Name);
        return !string.Equals(last, hash, StringComparison.Ordinal)
            && (await accounts.SetAuthenticationTokenAsync(account, Provider, Name, hash)).Succeeded;
    }
}
