using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>
/// Links by which people make their accounts. No account ever has a password that somebody else has seen.
/// </summary>
public sealed class InvitationsService(
    AccountsDatabase database, UserManager<Account> accounts, OneTimeLinks links, IAuditTrail audit)
{
    /// <summary>Maker of the first link.</summary>
    public const string FirstStart = "first start";

    /// <summary>Longest name of a person.</summary>
    public const int LongestName = 80;

    /// <summary>
    /// The secret of a link for the first administrator, when there is no account yet; null when there is one. A link
    /// of an earlier start ends: only the newest, which is on the console, can be used.
    /// </summary>
    public async Task<string?> FirstAsync(CancellationToken cancellationToken)
    {
        if (await accounts.Users.AnyAsync(cancellationToken))
        {
            return null;
        }

        await links.EndAsync(database.Invitations.Where(link => link.MadeBy == FirstStart), cancellationToken);
        return await MakeAsync([Role.Administrator, Role.Controller], [], null, FirstStart, cancellationToken);
    }

    /// <summary>Makes a link; its secret is not kept.</summary>
    public Task<string> MakeAsync(
        IReadOnlyList<Role> roles,
        IReadOnlyList<string> sites,
        string? organisation,
        string madeBy,
        CancellationToken cancellationToken) => links.MakeAsync(
            (hash, end) => new Invitation
            {
                SecretHash = hash,
                Roles = [.. roles],
                Sites = [.. sites],
                Organisation = organisation,
                MadeBy = madeBy,
                ExpiresAt = end,
            },
            cancellationToken);

    /// <summary>The link with a secret; null when there is none, or it was used, taken back or is too old.</summary>
    public async Task<Invitation?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await links.FindAsync(secret, cancellationToken) is { Account: null } link ? link : null;

    /// <summary>
    /// Makes the account of a link and ends the link, both or neither. What is wrong with the name or the password is
    /// returned in words; the link then still works.
    /// </summary>
    public async Task<IReadOnlyList<FieldError>> AcceptAsync(
        Invitation link, string name, string displayName, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(displayName);
        return displayName.Length is 0 or > LongestName || displayName.Any(char.IsControl)
            ? [new FieldError("display-name", $"Type your name as colleagues say it, up to {LongestName} letters.")]
            : await links.UseAsync(
                link, () => CreateAsync(link, name, displayName, password, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<FieldError>> CreateAsync(
        Invitation link, string name, string displayName, string password, CancellationToken cancellationToken)
    {
        var account = new Account
        {
            UserName = name,
            DisplayName = displayName,
            Roles = [.. link.Roles],
            Sites = [.. link.Sites],
            Organisation = link.Organisation,
        };
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return [.. made.Errors.Select(error => new FieldError(FieldOf(error), error.Description))];
        }

        await audit.RecordAsync(
            AuditAct.AccountChanged,
            Subject.System,
            $"made their account from a link of {link.MadeBy}: {AccountRights.Of(link).InWords}",
            account.ToActor(),
            cancellationToken);
        return [];
    }

    private static string FieldOf(IdentityError error) =>
        error.Code.Contains("UserName", StringComparison.Ordinal) ? "name" : "password";
}
