using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>Codes that are asked for after a right password. Wrong ones count as wrong passwords do.</summary>
/// <param name="sessions">The framework's sessions.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="used">Codes that were used.</param>
public sealed class SecondFactor(SignInManager<Account> sessions, UserManager<Account> accounts, UsedCodes used)
{
    private const int DigitsOfApp = 6;

    /// <summary>Whose password was right, in this browser, in the last minutes; null for nobody's.</summary>
    public async Task<Account?> WhoseAsync() =>
        await sessions.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is { Principal: { } waiting }
        && waiting.FindFirst(ClaimTypes.Name) is not null
        && await sessions.GetTwoFactorAuthenticationUserAsync() is { ClosedAt: null } account
            ? account
            : null;

    /// <summary>Tries a code of the app, or a recovery code; a right one begins the session.</summary>
    public async Task<SignInResult> TryAsync(Account account, string code)
    {
        // The framework does not ask this of recovery codes, nor for a code that was used.
        if (await accounts.IsLockedOutAsync(account))
        {
            return SignInResult.LockedOut;
        }

        return code.Length == DigitsOfApp && code.All(char.IsAsciiDigit)
            ? await OfAppAsync(account, code)
            : await RecoveryAsync(account, code);
    }

    private async Task<SignInResult> OfAppAsync(Account account, string code)
    {
        if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
            && !await used.TakeAsync(account, code))
        {
            await accounts.AccessFailedAsync(account);
            return SignInResult.Failed;
        }

        return await sessions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
    }

    private async Task<SignInResult> RecoveryAsync(Account account, string code)
    {
        var result = await sessions.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
        {
            await accounts.AccessFailedAsync(account);
        }

        return result;
    }
}
