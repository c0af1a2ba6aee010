using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>Changes one's own password and ends one's own sessions.</summary>
/// <param name="own">Whose.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="sessions">The framework's sessions.</param>
public sealed class OwnPasswordService(
    OwnAccount own, UserManager<Account> accounts, SignInManager<Account> sessions)
{
    /// <summary>Changes the password; every other session ends within a minute.</summary>
    /// <returns>What is wrong; nothing when it was changed.</returns>
    public async Task<IReadOnlyList<FieldError>> ChangeAsync(
        Account account, string current, string next, string again)
    {
        if (!string.Equals(next, again, StringComparison.Ordinal))
        {
            return [new FieldError("again", "The two new passwords differ. Type the same one twice.")];
        }

        if (string.Equals(current, next, StringComparison.Ordinal))
        {
            return [new FieldError("new", "The new password is the present one. Choose another.")];
        }

        if (await own.ConfirmAsync(account, current, "current") is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var changed = await own.ChangeAsync(
            account, "changed their own password", () => accounts.ChangePasswordAsync(account, current, next));
        return [.. changed.Errors.Select(error => new FieldError("new", error.Description))];
    }

    /// <summary>Ends every session of the account, this one now and the others within a minute.</summary>
    public async Task EndSessionsAsync(Account account)
    {
        await own.ChangeAsync(
            account, "ended all their own sessions", () => accounts.UpdateSecurityStampAsync(account));
        await sessions.SignOutAsync();
    }
}
