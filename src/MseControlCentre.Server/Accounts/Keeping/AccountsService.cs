using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.Keeping;

/// <summary>
/// Keeps the accounts of people: invites, gives and takes roles, closes, unlocks. Each change is in the audit before it
/// is made. A session of an account that was changed ends within a minute.
/// </summary>
public sealed class AccountsService(
    AccountsDatabase database,
    UserManager<Account> accounts,
    InvitationsService invitations,
    PasswordLinksService passwords,
    IAccess access,
    IAuditTrail audit,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    /// <summary>Every account, those in use first.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        return await database.Users.AsNoTracking()
            .OrderBy(account => account.ClosedAt != null).ThenBy(account => account.DisplayName)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Invitations that can still be used.</summary>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        var now = clock.GetUtcNow();
        var open = await database.Invitations.AsNoTracking().Where(link => link.EndedAt == null)
            .ToListAsync(cancellationToken);
        return [.. open.Where(link => link.ExpiresAt > now).OrderBy(link => link.ExpiresAt)];
    }

    /// <summary>An account; null when there is none.</summary>
    public Task<Account?> FindAsync(string id)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        return accounts.FindByIdAsync(id);
    }

    /// <summary>Makes a link by which somebody makes an account with these rights. Its secret is not kept.</summary>
    public async Task<string> InviteAsync(AccountRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        access.Require(Operation.KeepAccounts, Subject.System);
        await RecordAsync($"invited somebody: {rights.InWords}", cancellationToken);
        return await invitations.MakeAsync(
            rights.Roles, rights.Sites, rights.Organisation, access.Actor.Name, cancellationToken);
    }

    /// <summary>Takes an invitation back. False when it could not be used any more.</summary>
    public async Task<bool> TakeBackAsync(Guid invitation, CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        await RecordAsync($"took invitation {invitation} back", cancellationToken);
        var now = clock.GetUtcNow();
        return await database.Invitations.Where(link => link.Id == invitation && link.EndedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(one => one.EndedAt, now), cancellationToken) == 1;
    }

    /// <summary>Gives an account other rights.</summary>
    public Task<KeepingOutcome> ChangeAsync(string id, AccountRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return ChangeAsync(
            id,
            $"gave other rights: {rights.InWords}",
            account =>
            {
                account.Roles.Clear();
                account.Sites.Clear();
                foreach (var role in rights.Roles)
                {
                    account.Roles.Add(role);
                }

                foreach (var site in rights.Sites)
                {
                    account.Sites.Add(site);
                }

                account.Organisation = rights.Organisation;
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>Closes an account: nobody signs in with it, and its sessions end.</summary>
    public Task<KeepingOutcome> CloseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        "closed",
        account =>
        {
            account.ClosedAt ??= clock.GetUtcNow();
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Opens a closed account again.</summary>
    public Task<KeepingOutcome> ReopenAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        "opened again",
        account =>
        {
            account.ClosedAt = null;
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Ends the rest of an account whose password was tried too often.</summary>
    public Task<KeepingOutcome> UnlockAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        "unlocked",
        account =>
        {
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>
    /// Takes the second factors away from an account whose owner has lost them: app, codes and passkeys.
    /// </summary>
    public Task<KeepingOutcome> ResetSecondFactorAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        "reset the second factor",
        async account =>
        {
            account.TwoFactorEnabled = false;
            await accounts.ResetAuthenticatorKeyAsync(account);
            await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
            foreach (var passkey in await accounts.GetPasskeysAsync(account))
            {
                await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
            }
        },
        cancellationToken);

    /// <summary>
    /// Makes a link by which the owner of an account chooses a new password. Its secret is not kept; null when there is
    /// no such account in use.
    /// </summary>
    public async Task<string?> PasswordLinkAsync(string id, CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        if (await accounts.FindByIdAsync(id) is not { ClosedAt: null })
        {
            return null;
        }

        await RecordAsync($"made a link for a new password: account {id}", cancellationToken);
        return await passwords.MakeAsync(id, access.Actor.Name, cancellationToken);
    }

    /// <summary>How many passkeys an account has.</summary>
    public async Task<int> PasskeysOfAsync(Account account) => (await accounts.GetPasskeysAsync(account)).Count;

    // One after the other: of two administrators who close each other at the same moment one stays.
    private async Task<KeepingOutcome> ChangeAsync(
        string id, string what, Func<Account, Task> change, CancellationToken cancellationToken)
    {
        access.Require(Operation.KeepAccounts, Subject.System);
        await using var all = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return KeepingOutcome.NotThere;
        }

        var was = IsAdministrator(account);
        await change(account);
        if (was && !IsAdministrator(account) && !await IsAnotherAdministratorAsync(id, cancellationToken))
        {
            // The context is of this request only, and the transaction is given up.
            await database.Entry(account).ReloadAsync(cancellationToken);
            return KeepingOutcome.LastAdministrator;
        }

        await RecordAsync($"{what}: account {id}", cancellationToken);

        // The stamp that sessions carry changes with it, so that they end.
        var changed = await accounts.UpdateSecurityStampAsync(account);
        if (!changed.Succeeded)
        {
            return KeepingOutcome.ChangedMeanwhile;
        }

        await all.CommitAsync(cancellationToken);
        return KeepingOutcome.Done;
    }

    private async Task<bool> IsAnotherAdministratorAsync(string id, CancellationToken cancellationToken)
    {
        var others = await database.Users.AsNoTracking()
            .Where(one => one.Id != id && one.ClosedAt == null).ToListAsync(cancellationToken);
        return others.Exists(IsAdministrator);
    }

    private static bool IsAdministrator(Account account) =>
        account.ClosedAt is null && account.Roles.Contains(Role.Administrator);

    private Task RecordAsync(string what, CancellationToken cancellationToken) =>
        audit.RecordAsync(AuditAct.AccountChanged, Subject.System, what, cancellationToken: cancellationToken);
}
