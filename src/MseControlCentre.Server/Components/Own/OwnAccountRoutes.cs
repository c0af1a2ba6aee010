using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Own;

/// <summary>Where people change how they sign in.</summary>
public static class OwnAccountRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/account";

    /// <summary>Where the password is changed.</summary>
    public const string PasswordPath = Path + "/password";

    /// <summary>Where setting up an authenticator app begins.</summary>
    public const string AppPath = Path + "/app";

    /// <summary>Where it is turned on.</summary>
    public const string AppOnPath = AppPath + "/on";

    /// <summary>Where it is turned off.</summary>
    public const string AppOffPath = AppPath + "/off";

    /// <summary>Where new recovery codes are made.</summary>
    public const string CodesPath = AppPath + "/codes";

    /// <summary>Where a passkey is added.</summary>
    public const string PasskeysPath = Path + "/passkeys";

    /// <summary>Where a passkey is removed.</summary>
    public const string PasskeyRemovePath = PasskeysPath + "/remove";

    /// <summary>Where all sessions are ended.</summary>
    public const string SessionsPath = Path + "/sessions";

    private const string WhyOpen =
        "It shows and changes only the account of whoever asks; who has not signed in is led to do so.";

    private static readonly Dictionary<string, string> s_done = new(StringComparer.Ordinal)
    {
        ["password"] = "Your password is changed. Every other session of your account ends within a minute.",
        ["app-off"] = "The authenticator app is off. Your password alone signs you in again.",
        ["passkey"] = "The passkey is added. The sign-in page offers it.",
        ["passkey-removed"] = "The passkey is removed. Sessions that it began end within a minute.",
    };

    /// <summary>Adds what puts the pages together.</summary>
    public static void AddOwnAccount(this IServiceCollection services) => services.AddScoped<OwnAccountPages>();

    /// <summary>Maps the page and its forms.</summary>
    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        Map(routes, PasswordPath, async (form, account, context) => await DoneOrWrongAsync(
            context, account, "password", await Of<OwnPasswordService>(context).ChangeAsync(
                account, form["current"].ToString(), form["new"].ToString(), form["again"].ToString())));
        Map(routes, SessionsPath, async (_, account, context) =>
        {
            await Of<OwnPasswordService>(context).EndSessionsAsync(account);
            return Results.LocalRedirect(SignInRoutes.Path);
        });
        MapApp(routes);
        MapPasskeys(routes);
    }

    private static void MapApp(IEndpointRouteBuilder routes)
    {
        Map(routes, AppPath, async (form, account, context) =>
            await Of<OwnAuthenticatorService>(context).StartAsync(account, form["password"].ToString())
                is { Count: > 0 } wrong
                ? await Of<OwnAccountPages>(context).PageAsync(account, wrong)
                : await Of<OwnAccountPages>(context).SetUpAsync(account, []));
        Map(routes, AppOnPath, async (form, account, context) =>
        {
            var code = form["code"].ToString().Replace(" ", "", StringComparison.Ordinal);
            var (codes, errors) = await Of<OwnAuthenticatorService>(context).ConfirmAsync(account, code);
            return errors.Count > 0
                ? await Of<OwnAccountPages>(context).SetUpAsync(account, errors)
                : Of<OwnAccountPages>(context).Codes(codes);
        });
        Map(routes, CodesPath, async (form, account, context) =>
        {
            var (codes, errors) = await Of<OwnAuthenticatorService>(context)
                .NewCodesAsync(account, form["password"].ToString());
            return errors.Count > 0
                ? await Of<OwnAccountPages>(context).PageAsync(account, errors)
                : Of<OwnAccountPages>(context).Codes(codes);
        });
        Map(routes, AppOffPath, async (form, account, context) => await DoneOrWrongAsync(
            context, account, "app-off", await Of<OwnAuthenticatorService>(context).TurnOffAsync(
                account, form["password"].ToString())));
    }

    private static void MapPasskeys(IEndpointRouteBuilder routes)
    {
        Map(routes, PasskeysPath + "/options", async (form, account, context) =>
        {
            var (options, errors) = await Of<OwnPasskeysService>(context).OptionsAsync(
                account, form["name"].ToString(), form["password"].ToString());
            context.Response.Headers.CacheControl = "no-store";
            return options is null
                ? Results.Problem(
                    title: "No passkey was added",
                    detail: errors[0].Message,
                    statusCode: StatusCodes.Status400BadRequest)
                : Results.Text(options, MediaTypeNames.Application.Json);
        });
        Map(routes, PasskeysPath, async (form, account, context) => await DoneOrWrongAsync(
            context, account, "passkey", await Of<OwnPasskeysService>(context).AddAsync(
                account, form["name"].ToString(), form["credential"].ToString())));
        Map(routes, PasskeyRemovePath, async (form, account, context) => await DoneOrWrongAsync(
            context, account, "passkey-removed", await Of<OwnPasskeysService>(context).RemoveAsync(
                account, form["passkey"].ToString(), form["password"].ToString())));
    }

    private static async Task<IResult> ShowAsync(string? done, HttpContext context) =>
        ReferenceEquals(Of<IAccess>(context).Actor, Actor.Nobody)
            ? Results.LocalRedirect($"{SignInRoutes.Path}?to={Uri.EscapeDataString(Path)}")
            : await Of<OwnAccountPages>(context).PageAsync(
                await Of<OwnAccount>(context).FindAsync(), [], s_done.GetValueOrDefault(done ?? string.Empty));

    // A form of this page, of somebody with an account here; others are told that there is nothing to change.
    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<IFormCollection, Account, HttpContext, Task<IResult>> act) =>
        routes.MapPost(path, async (HttpContext context, IAntiforgery antiforgery) =>
        {
            var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
            return posted is null ? refusal!
                : await Of<OwnAccount>(context).FindAsync() is { } account ? await act(posted, account, context)
                : ReferenceEquals(Of<IAccess>(context).Actor, Actor.Nobody)
                    ? Results.LocalRedirect($"{SignInRoutes.Path}?to={Uri.EscapeDataString(Path)}")
                    : await Of<OwnAccountPages>(context).PageAsync(
                        null, [new FieldError(null, "You do not sign in with an account of this server.")]);
        }).OpenToAll(WhyOpen).ExcludeFromDescription();

    private static async Task<IResult> DoneOrWrongAsync(
        HttpContext context, Account account, string done, IReadOnlyList<FieldError> errors) => errors.Count > 0
            ? await Of<OwnAccountPages>(context).PageAsync(account, errors)
            : Results.LocalRedirect($"{Path}?done={done}");

    private static T Of<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
