using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>
/// One's own authenticator app: codes that change every half minute (RFC 6238), asked for after the password.
/// </summary>
/// <param name="own">Whose.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="used">Codes that were used.</param>
public sealed class OwnAuthenticatorService(OwnAccount own, UserManager<Account> accounts, UsedCodes used)
{
    /// <summary>How many recovery codes are given. Each signs in once in place of the app.</summary>
    public const int RecoveryCodes = 10;

    private static readonly FieldError s_isOn = new(
        null, "Your account has an authenticator app already. Turn it off first to set up another.");

    private static readonly FieldError s_isOff = new(null, "Your account has no authenticator app.");

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CodesLeftAsync(Account account) => accounts.CountRecoveryCodesAsync(account);

    /// <summary>The key that is being set up; null when none is.</summary>
    public async Task<string?> PendingKeyAsync(Account account) =>
        account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(account);

    /// <summary>Makes a key for the app. It counts once a code of it has been shown.</summary>
    public async Task<IReadOnlyList<FieldError>> StartAsync(Account account, string password)
    {
        if (account.TwoFactorEnabled)
        {
            return [s_isOn];
        }

        if (await own.ConfirmAsync(account, password, "authenticator-password") is { Count: > 0 } wrong)
        {
            return wrong;
        }

        await own.ChangeAsync(
            account, "began to set up an authenticator app", () => accounts.ResetAuthenticatorKeyAsync(account));
        return [];
    }

    /// <summary>Turns the app on when a code of it is right.</summary>
    public async Task<(IReadOnlyList<string> Codes, IReadOnlyList<FieldError> Errors)> ConfirmAsync(
        Account account, string code)
    {
        if (await PendingKeyAsync(account) is null)
        {
            return ([], [account.TwoFactorEnabled ? s_isOn : s_isOff]);
        }

        if (await accounts.IsLockedOutAsync(account)
            || !await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
            || !await used.TakeAsync(account, code))
        {
            await accounts.AccessFailedAsync(account);
            return ([], [new FieldError(
                "code",
                "This is not the code that the app shows now. Check that the clock of your phone is right, wait for "
                + "the next code and type its six digits.")]);
        }

        return (await CodesAsync(account, "turned on their authenticator app", turnOn: true), []);
    }

    /// <summary>Makes new recovery codes; those before do not work any more.</summary>
    public async Task<(IReadOnlyList<string> Codes, IReadOnlyList<FieldError> Errors)> NewCodesAsync(
        Account account, string password)
    {
        if (!account.TwoFactorEnabled)
        {
            return ([], [s_isOff]);
        }

        return await own.ConfirmAsync(account, password, "codes-password") is { Count: > 0 } wrong
            ? ([], wrong)
            : (await CodesAsync(account, "made new recovery codes of their own", turnOn: false), []);
    }

    /// <summary>Turns the app off: the password alone signs in again.</summary>
    public async Task<IReadOnlyList<FieldError>> TurnOffAsync(Account account, string password)
    {
        if (!account.TwoFactorEnabled)
        {
            return [s_isOff];
        }

        if (await own.ConfirmAsync(account, password, "authenticator-password") is { Count: > 0 } wrong)
        {
            return wrong;
        }

        await own.ChangeAsync(account, "turned off their authenticator app", async () =>
        {
            var off = await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
            return off.Succeeded ? await accounts.ResetAuthenticatorKeyAsync(account) : off;
        });
        return [];
    }

    private async Task<IReadOnlyList<string>> CodesAsync(Account account, string what, bool turnOn)
    {
        IReadOnlyList<string> codes = [];
        await own.ChangeAsync(account, what, async () =>
        {
            var on = turnOn ? await accounts.SetTwoFactorEnabledAsync(account, enabled: true) : IdentityResult.Success;
            codes = on.Succeeded
                ? [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []]
                : [];
            return on;
        });
        return codes;
    }
}
