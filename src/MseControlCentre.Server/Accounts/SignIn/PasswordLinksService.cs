using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>Links by which people who forgot their password choose a new one, which nobody else sees.</summary>
public sealed class PasswordLinksService(
    AccountsDatabase database, UserManager<Account> accounts, OneTimeLinks links, IAuditTrail audit)
{
    /// <summary>Makes a link for an account; its secret is not kept. Earlier ones of the account end.</summary>
    public async Task<string> MakeAsync(string account, string madeBy, CancellationToken cancellationToken)
    {
        await links.EndAsync(database.Invitations.Where(link => link.Account == account), cancellationToken);
        return await links.MakeAsync(
            (hash, end) => new Invitation { SecretHash = hash, Account = account, MadeBy = madeBy, ExpiresAt = end },
            cancellationToken);
    }

    /// <summary>The account of a link; null when the link does not work (any more), or the account is closed.</summary>
    public async Task<(Invitation Link, Account Account)?> FindAsync(
        string secret, CancellationToken cancellationToken) =>
        await links.FindAsync(secret, cancellationToken) is { Account: { } id } link
        && await accounts.FindByIdAsync(id) is { ClosedAt: null } account
            ? (link, account)
            : null;

    /// <summary>
    /// Gives the account of a link its new password and ends the link, its rest and its sessions, all or none. What is
    /// wrong with the password is returned in words; the link then still works.
    /// </summary>
    public Task<IReadOnlyList<FieldError>> UseAsync(
        Invitation link, Account account, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(account);
        return links.UseAsync(link, () => ResetAsync(link, account, password, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<FieldError>> ResetAsync(
        Invitation link, Account account, string password, CancellationToken cancellationToken)
    {
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        var changed = await accounts.ResetPasswordAsync(account, token, password);
        if (!changed.Succeeded)
        {
            return [.. changed.Errors.Select(error => new FieldError("password", error.Description))];
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        await audit.RecordAsync(
            AuditAct.AccountChanged,
            Subject.System,
            $"chose a new password by a link of {link.MadeBy}",
            account.ToActor(),
            cancellationToken);
        return [];
    }
}
