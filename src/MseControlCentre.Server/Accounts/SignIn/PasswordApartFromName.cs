using Microsoft.AspNetCore.Identity;
using MseControlCentre.Server.Accounts.Store;

namespace MseControlCentre.Server.Accounts.SignIn;

/// <summary>A password is not one that its account's names give away: those are tried first.</summary>
public sealed class PasswordApartFromName : IPasswordValidator<Account>
{
    private const int ShortestWord = 4;

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        string[] names = [user.UserName ?? string.Empty, .. (user.UserName ?? string.Empty).Split('@')[..1]];
        var given = names.Append(user.DisplayName).Any(name => name.Length >= ShortestWord
            && password?.Contains(name, StringComparison.OrdinalIgnoreCase) is true);
        return Task.FromResult(given
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordHoldsName",
                Description = "The password holds your name, which is tried first. Use other words.",
            })
            : IdentityResult.Success);
    }
}
