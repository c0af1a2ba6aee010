using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>The session has begun.</summary>
    SignedIn,

    /// <summary>The password is right; a code of the authenticator is asked for.</summary>
    CodeNeeded,

    /// <summary>Not let in. It is not told whether the name, the password or a rest after many tries was why.</summary>
    Refused,
}

/// <summary>Signs people of local accounts in and out.</summary>
/// <param name="sessions">The framework's sessions.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="audit">Records attempts, never what was typed.</param>
/// <param name="organisation">The organisation's provider, which may be the only way in.</param>
/// <param name="log">Tells of attempts, never of what was typed.</param>
public sealed partial class SignInService(
    SignInManager<Account> sessions,
    UserManager<Account> accounts,
    IAuditTrail audit,
    OrganisationSignInService organisation,
    ILogger<SignInService> log)
{
    /// <summary>Tries a name and a password.</summary>
    public async Task<SignInOutcome> TryAsync(string name, string password)
    {
        if (await FindAsync(name) is not { } account)
        {
            // As slow as for a name that there is: the time tells nothing.
            accounts.PasswordHasher.VerifyHashedPassword(s_nobody, s_nobodysHash, password);
            await audit.RecordAsync(
                AuditAct.SignInRefused, Subject.System, "the name is that of no open account", Actor.Nobody);
            return SignInOutcome.Refused;
        }

        return await OutcomeOfAsync(
            await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true),
            account);
    }

    /// <summary>Tries a code of the authenticator after a right password.</summary>
    public async Task<SignInOutcome> TryCodeAsync(string code)
    {
        var account = await sessions.GetTwoFactorAuthenticationUserAsync();
        return account is { ClosedAt: null }
            ? await OutcomeOfAsync(
                await sessions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false),
                account)
            : SignInOutcome.Refused;
    }

    /// <summary>Ends the session. Returns the path of the page that says so.</summary>
    public async Task<string> SignOutAsync()
    {
        await audit.RecordAsync(AuditAct.SignedOut, Subject.System, string.Empty);
        await sessions.SignOutAsync();
        return await organisation.EndAsync() ? OrganisationSignInService.SignedOutPath : AddressGate.SignInPath;
    }

    private static readonly Account s_nobody = new();
    private static readonly string s_nobodysHash =
        new PasswordHasher<Account>().HashPassword(s_nobody, Guid.NewGuid().ToString());

    // Where people sign in with their organisation only, there is no account here.
    private async Task<Account?> FindAsync(string name) =>
        organisation.AreLocalAccountsOpen && await accounts.FindByNameAsync(name) is { ClosedAt: null } account
            ? account
            : null;

    private async Task<SignInOutcome> OutcomeOfAsync(SignInResult result, Account account)
    {
        if (result.RequiresTwoFactor)
        {
            return SignInOutcome.CodeNeeded;
        }

        if (result.Succeeded)
        {
            LogSignedIn(account.Id);
            await audit.RecordAsync(AuditAct.SignedIn, Subject.System, string.Empty, account.ToActor());
            return SignInOutcome.SignedIn;
        }

        LogRefused(account.Id, result.IsLockedOut);
        var why = result.IsLockedOut ? "the account rests after many tries" : "the password or the code was wrong";
        await audit.RecordAsync(AuditAct.SignInRefused, Subject.System, why, account.ToActor());
        return SignInOutcome.Refused;
    }

    [LoggerMessage(LogLevel.Information, "Account {Account} signed in.")]
    private partial void LogSignedIn(string account);

    [LoggerMessage(LogLevel.Warning, "Account {Account} was not let in (rests: {Rests}).")]
    private partial void LogRefused(string account, bool rests);
}
