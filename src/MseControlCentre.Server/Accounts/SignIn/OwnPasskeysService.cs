using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>
/// One's own passkeys: keys on a phone, a computer or a token, which sign in without a password (WebAuthn).
/// </summary>
/// <param name="own">Whose.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="sessions">Makes and checks what the browser is asked.</param>
public sealed class OwnPasskeysService(
    OwnAccount own, UserManager<Account> accounts, SignInManager<Account> sessions)
{
    /// <summary>Most passkeys of an account.</summary>
    public const int Most = 10;

    /// <summary>Longest name of one.</summary>
    public const int LongestName = 60;

    private static readonly FieldError s_notMade = new(
        "passkey-name", "The passkey was not added: what the browser sent was no answer to this page. Try again.");

    /// <summary>Those of an account, the oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(Account account) =>
        [.. (await accounts.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)];

    /// <summary>A passkey's identity, as a page writes it.</summary>
    public static string IdOf(UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return Base64Url.EncodeToString(passkey.CredentialId);
    }

    /// <summary>What the browser is asked to make one; null and what is wrong when the password is.</summary>
    public async Task<(string? Options, IReadOnlyList<FieldError> Errors)> OptionsAsync(
        Account account, string name, string password)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (await WrongAsync(account, name) is { } wrong)
        {
            return (null, [wrong]);
        }

        if (await own.ConfirmAsync(account, password, "passkey-password") is { Count: > 0 } refused)
        {
            return (null, refused);
        }

        return (
            await sessions.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
            {
                Id = account.Id,
                Name = account.UserName!,
                DisplayName = account.DisplayName,
            }),
            []);
    }

    /// <summary>Adds the passkey that the browser made when it was asked.</summary>
    /// <returns>What is wrong; nothing when it was added.</returns>
    public async Task<IReadOnlyList<FieldError>> AddAsync(Account account, string name, string credential)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (await WrongAsync(account, name) is { } wrong)
        {
            return [wrong];
        }

        if (await AttestedAsync(account, credential) is not { } passkey)
        {
            return [s_notMade];
        }

        passkey.Name = Trimmed(name);
        await own.ChangeAsync(
            account, "added a passkey of their own", () => accounts.AddOrUpdatePasskeyAsync(account, passkey));
        return [];
    }

    /// <summary>Removes one; sessions that it began end within a minute.</summary>
    /// <returns>What is wrong; nothing when it was removed.</returns>
    public async Task<IReadOnlyList<FieldError>> RemoveAsync(Account account, string id, string password)
    {
        var found = (await ListAsync(account))
            .FirstOrDefault(passkey => string.Equals(IdOf(passkey), id, StringComparison.Ordinal));
        if (found is null)
        {
            return [new FieldError("passkey", "Choose which passkey to remove.")];
        }

        if (await own.ConfirmAsync(account, password, "remove-password") is { Count: > 0 } wrong)
        {
            return wrong;
        }

        await own.ChangeAsync(account, "removed a passkey of their own", async () =>
        {
            var removed = await accounts.RemovePasskeyAsync(account, found.CredentialId);
            return removed.Succeeded ? await accounts.UpdateSecurityStampAsync(account) : removed;
        });
        return [];
    }

    // The question is kept in a cookie, which says for whom it was asked.
    private async Task<UserPasskeyInfo?> AttestedAsync(Account account, string credential)
    {
        try
        {
            var made = await sessions.PerformPasskeyAttestationAsync(credential);
            return made.Succeeded && string.Equals(made.UserEntity.Id, account.Id, StringComparison.Ordinal)
                ? made.Passkey
                : null;
        }
        catch (Exception notAsked) when (notAsked is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<FieldError?> WrongAsync(Account account, string name) =>
        Trimmed(name) is not { Length: > 0 and <= LongestName }
            ? new FieldError(
                "passkey-name", $"Give the passkey a name of 1 to {LongestName} characters, such as Work phone.")
            : (await accounts.GetPasskeysAsync(account)).Count >= Most
                ? new FieldError(
                    "passkey-name", $"Your account has {Most} passkeys, the most it can have. Remove one first.")
                : null;

    private static string Trimmed(string name) => string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
}
