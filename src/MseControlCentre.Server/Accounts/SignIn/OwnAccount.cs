using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>The local account of whoever is being answered, which they alone change here.</summary>
/// <param name="sessions">The framework's sessions.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="database">Where they are kept.</param>
/// <param name="audit">Records what is changed.</param>
public sealed class OwnAccount(
    SignInManager<Account> sessions, UserManager<Account> accounts, AccountsDatabase database, IAuditTrail audit)
{
    /// <summary>
    /// The account of this session; null for whoever has not signed in, or was signed in by an organisation, a key or a
    /// wall's link: their identity is of another kind and is never looked up among the accounts.
    /// </summary>
    public async Task<Account?> FindAsync()
    {
        var user = sessions.Context.User;
        return user.Identity?.AuthenticationType is { } way
            && string.Equals(way, IdentityConstants.ApplicationScheme, StringComparison.Ordinal)
            && await accounts.GetUserAsync(user) is { ClosedAt: null } account
            ? account
            : null;
    }

    /// <summary>
    /// Asks for the password again, so that a session left open is not enough to change how one signs in. Wrong ones
    /// count as they do at sign-in.
    /// </summary>
    /// <returns>What is wrong; nothing when the password is right.</returns>
    public async Task<IReadOnlyList<FieldError>> ConfirmAsync(Account account, string password, string field)
    {
        var result = await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded
            ? []
            : [new FieldError(
                field,
                "This is not your password, or your account rests after too many tries. Nothing was changed. Type it "
                + "again, or try again in a quarter of an hour.")];
    }

    /// <summary>
    /// Changes the account and records it, both or neither. This session goes on; where the change is one of how one
    /// signs in, the others end within a minute.
    /// </summary>
    /// <exception cref="AuditUnavailableException">It cannot be recorded; nothing was changed.</exception>
    public async Task<IdentityResult> ChangeAsync(Account account, string what, Func<Task<IdentityResult>> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var all = await database.Database.BeginTransactionAsync(sessions.Context.RequestAborted);
        var result = await change();
        if (!result.Succeeded)
        {
            return result;
        }

        await audit.RecordAsync(AuditAct.AccountChanged, Subject.System, what, account.ToActor());
        await all.CommitAsync(CancellationToken.None);
        await sessions.RefreshSignInAsync(account);
        return result;
    }
}
