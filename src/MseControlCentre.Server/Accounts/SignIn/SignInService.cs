using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>The session has begun.</summary>
    SignedIn,

    /// <summary>The password is right; a code of the authenticator is asked for.</summary>
    CodeNeeded,

    /// <summary>The password was right, the code is not; it may be tried again until the account rests.</summary>
    CodeRefused,

    /// <summary>Not let in. It is not told whether the name, the password or a rest after many tries was why.</summary>
    Refused,
}

/// <summary>Signs people of local accounts in and out.</summary>
/// <param name="sessions">The framework's sessions.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="codes">Checks what is asked for after a password.</param>
/// <param name="audit">Records who came and who was not let in, never what was typed.</param>
/// <param name="organisation">The organisation's provider, which may be the only way in.</param>
/// <param name="database">Keeps when they last came.</param>
/// <param name="clock">The server's own clock.</param>
public sealed class SignInService(
    SignInManager<Account> sessions,
    UserManager<Account> accounts,
    SecondFactor codes,
    IAuditTrail audit,
    OrganisationSignInService organisation,
    AccountsDatabase database,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock)
{
    private static readonly Account s_nobody = new();
    private static readonly string s_nobodysHash =
        new PasswordHasher<Account>().HashPassword(s_nobody, Guid.NewGuid().ToString());

    /// <summary>Tries a name and a password.</summary>
    public async Task<SignInOutcome> TryAsync(string name, string password)
    {
        if (await FindAsync(name) is not { } account)
        {
            // As slow as for a name that there is: the time tells nothing.
            accounts.PasswordHasher.VerifyHashedPassword(s_nobody, s_nobodysHash, password);
            return await RefusedAsync(SignInOutcome.Refused, "the name is that of no open account", Actor.Nobody);
        }

        var result = await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return result.RequiresTwoFactor ? SignInOutcome.CodeNeeded
            : result.Succeeded ? await SignedInAsync(account, "with a password")
            : await RefusedAsync(SignInOutcome.Refused, WhyNot(result), account.ToActor());
    }

    /// <summary>Tries a code of the authenticator app, or a recovery code, after a right password.</summary>
    public async Task<SignInOutcome> TryCodeAsync(string code)
    {
        if (await codes.WhoseAsync() is not { } account)
        {
            return await RefusedAsync(SignInOutcome.Refused, "a code without a password before it", Actor.Nobody);
        }

        var result = await codes.TryAsync(account, code);
        return result.Succeeded
            ? await SignedInAsync(account, "with a password and a code")
            : await RefusedAsync(SignInOutcome.CodeRefused, WhyNot(result), account.ToActor());
    }

    /// <summary>What the browser is asked to sign in with a passkey of any account.</summary>
    public Task<string> PasskeyOptionsAsync() => sessions.MakePasskeyRequestOptionsAsync(null);

    /// <summary>
    /// Tries a passkey. It cannot be guessed and asks for a finger, a face or a PIN itself: no code follows, and it
    /// works while its account rests, so that nobody is locked out by somebody else's guesses.
    /// </summary>
    public async Task<SignInOutcome> TryPasskeyAsync(string credential)
    {
        if (!organisation.AreLocalAccountsOpen
            || await AssertedAsync(credential) is not { User: { ClosedAt: null } account, Passkey: { } passkey })
        {
            return await RefusedAsync(SignInOutcome.Refused, "no passkey of an open account", Actor.Nobody);
        }

        // Its count of uses is kept: a copy of the passkey is found out by it.
        var kept = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        if (!kept.Succeeded)
        {
            return await RefusedAsync(SignInOutcome.Refused, "the passkey was used twice at once", account.ToActor());
        }

        await sessions.SignInAsync(account, isPersistent: false);
        return await SignedInAsync(account, "with a passkey");
    }

    /// <summary>Ends the session. Returns the path of the page that says so.</summary>
    public async Task<string> SignOutAsync()
    {
        if (ActorClaims.Read(sessions.Context.User) is var actor && !ReferenceEquals(actor, Actor.Nobody))
        {
            await audit.RecordAsync(AuditAct.SignedOut, Subject.System, "signed out", actor);
        }

        await sessions.SignOutAsync();
        return await organisation.EndAsync() ? OrganisationSignInService.SignedOutPath : AddressGate.SignInPath;
    }

    // Where people sign in with their organisation only, there is no account here.
    private async Task<Account?> FindAsync(string name) =>
        organisation.AreLocalAccountsOpen && await accounts.FindByNameAsync(name) is { ClosedAt: null } account
            ? account
            : null;

    private async Task<PasskeyAssertionResult<Account>?> AssertedAsync(string credential)
    {
        try
        {
            return await sessions.PerformPasskeyAssertionAsync(credential) is { Succeeded: true } shown ? shown : null;
        }
        catch (Exception notAsked) when (notAsked is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // The session's cookie is on the answer already; when this cannot be recorded the answer is withheld with it.
    private async Task<SignInOutcome> SignedInAsync(Account account, string how)
    {
        await audit.RecordAsync(AuditAct.SignedIn, Subject.System, how, account.ToActor());
        var now = clock.GetUtcNow();
        // Beside whatever else changes of the account: nothing that was read before is written again.
        await database.Users.Where(one => one.Id == account.Id)
            .ExecuteUpdateAsync(one => one.SetProperty(came => came.LastSignedInAt, now));
        return SignInOutcome.SignedIn;
    }

    private async Task<SignInOutcome> RefusedAsync(SignInOutcome outcome, string why, Actor actor)
    {
        await audit.RecordAsync(AuditAct.SignInRefused, Subject.System, why, actor);
        return outcome;
    }

    private static string WhyNot(SignInResult result) => result.IsLockedOut
        ? "the account rests after many tries"
        : "the password or the code was wrong";
}
