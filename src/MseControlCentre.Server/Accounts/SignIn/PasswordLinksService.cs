using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>Links by which people who forgot their password choose a new one, which nobody else sees.</summary>
public sealed class PasswordLinksService(
    AccountsDatabase database,
    UserManager<Account> accounts,
    IAuditTrail audit,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    private static readonly TimeSpan s_life = TimeSpan.FromHours(24);

    /// <summary>Makes a link for an account; its secret is not kept. Earlier ones of the account end.</summary>
    public async Task<string> MakeAsync(string account, string madeBy, CancellationToken cancellationToken)
    {
        var (shown, kept) = OneTimeSecret.New();
        var now = clock.GetUtcNow();
        await database.Invitations.Where(link => link.Account == account && link.EndedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(one => one.EndedAt, now), cancellationToken);
        database.Invitations.Add(new Invitation
        {
            SecretHash = kept,
            Account = account,
            MadeBy = madeBy,
            ExpiresAt = now + s_life,
        });
        await database.SaveChangesAsync(cancellationToken);
        return shown;
    }

    /// <summary>The account of a link; null when the link does not work (any more), or the account is closed.</summary>
    public async Task<(Invitation Link, Account Account)?> FindAsync(
        string secret, CancellationToken cancellationToken)
    {
        var hash = OneTimeSecret.Hash(secret);
        var link = await database.Invitations.AsNoTracking().SingleOrDefaultAsync(
            one => one.SecretHash == hash && one.EndedAt == null && one.Account != null, cancellationToken);
        return link is { Account: { } id } && link.ExpiresAt > clock.GetUtcNow()
            && await accounts.FindByIdAsync(id) is { ClosedAt: null } account
                ? (link, account)
                : null;
    }

    /// <summary>
    /// Gives the account of a link its new password and ends the link, its rest and its sessions, all or none. What is
    /// wrong with the password is returned in words; the link then still works.
    /// </summary>
    public async Task<IReadOnlyList<FieldError>> UseAsync(
        Invitation link, Account account, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(account);
        await using var all = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var taken = await database.Invitations.Where(one => one.Id == link.Id && one.EndedAt == null)
            .ExecuteUpdateAsync(one => one.SetProperty(ended => ended.EndedAt, now), cancellationToken);
        if (taken == 0)
        {
            return [new FieldError(null, "This link has been used already. Ask for another.")];
        }

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
        await all.CommitAsync(CancellationToken.None);
        return [];
    }
}
