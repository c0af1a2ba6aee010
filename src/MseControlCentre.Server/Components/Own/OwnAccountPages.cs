using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Own;

/// <summary>Puts the pages of one's own account together.</summary>
public sealed class OwnAccountPages(
    IAccess access,
    OwnAuthenticatorService app,
    OwnPasskeysService passkeys,
    IAntiforgery antiforgery,
    NetworkMap network,
    IHttpContextAccessor requests)
{
    private const string Issuer = "MSE Control Centre";

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    private HttpContext Context => requests.HttpContext!;

    /// <summary>The account's page.</summary>
    /// <param name="account">The account; null for whoever signs in elsewhere.</param>
    /// <param name="errors">What is wrong with what was sent.</param>
    /// <param name="done">What was done.</param>
    public async Task<IResult> PageAsync(Account? account, IReadOnlyList<FieldError> errors, string? done = null)
    {
        var actor = account?.ToActor() ?? access.Actor;
        return Of<OwnAccountPage>(errors, (nameof(OwnAccountPage.View), new OwnAccountView(
            actor.Name,
            [.. actor.Roles.Order().Select(role => (AccessWords.Of(role), AccessWords.MeaningOf(role)))],
            [.. actor.Sites.Order(StringComparer.Ordinal)],
            actor.Organisation,
            account is null ? null : await LocalAsync(account),
            PostedForm.TokenOf(Context, antiforgery),
            errors,
            done)));
    }

    /// <summary>The page that shows the key of an app being set up; the account's page when none is.</summary>
    public async Task<IResult> SetUpAsync(Account account, IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await app.PendingKeyAsync(account) is not { } key
            ? await PageAsync(account, errors)
            : Of<AppSetUpPage>(
                errors,
                (nameof(AppSetUpPage.Key), InFours(key)),
                (nameof(AppSetUpPage.Address), AppAddress(account.UserName!, key)),
                (nameof(AppSetUpPage.Token), PostedForm.TokenOf(Context, antiforgery)),
                (nameof(AppSetUpPage.Errors), errors));
    }

    /// <summary>The page that shows recovery codes, once.</summary>
    public IResult Codes(IReadOnlyList<string> codes) =>
        Of<RecoveryCodesPage>([], (nameof(RecoveryCodesPage.Codes), codes));

    // With the names of the system and of the account, as authenticator apps show them.
    private static string AppAddress(string account, string key)
    {
        var system = Uri.EscapeDataString(Issuer);
        return $"otpauth://totp/{system}:{Uri.EscapeDataString(account)}?secret={key}&issuer={system}&digits=6";
    }

    private static string InFours(string key) =>
        string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));

    private async Task<LocalAccountView> LocalAsync(Account account) => new(
        account.UserName!,
        account.TwoFactorEnabled,
        await app.CodesLeftAsync(account),
        [
            .. (await passkeys.ListAsync(account)).Select(passkey => new PasskeyRow(
                OwnPasskeysService.IdOf(passkey), passkey.Name ?? "Passkey", _local.Date(passkey.CreatedAt))),
        ]);

    private RazorComponentResult<TPage> Of<TPage>(
        IReadOnlyList<FieldError> errors, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        Context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal))
        {
            StatusCode = errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
