using Microsoft.AspNetCore.Identity;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>What is wrong with a new account or password, in words that say what to do.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError PasswordTooShort(int length) => Of(
        nameof(PasswordTooShort),
        $"The password is too short. Use at least {length} characters; three random words do well.");

    /// <inheritdoc />
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(
        nameof(PasswordRequiresUniqueChars),
        $"The password repeats too few characters. Use at least {uniqueChars} different ones.");

    /// <inheritdoc />
    public override IdentityError PasswordMismatch() => Of(
        nameof(PasswordMismatch), "This is not your password. Nothing was changed.");

    /// <inheritdoc />
    public override IdentityError InvalidUserName(string? userName) => Of(
        nameof(InvalidUserName),
        "The name of an account holds letters without accents, digits and - . _ @ + only, such as an e-mail address.");

    /// <inheritdoc />
    public override IdentityError DuplicateUserName(string userName) => Of(
        nameof(DuplicateUserName), "There is an account of that name already. Choose another name.");

    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Of(
        nameof(ConcurrencyFailure), "The account was changed elsewhere at the same time. Try again.");

    private static IdentityError Of(string code, string words) => new() { Code = code, Description = words };
}
