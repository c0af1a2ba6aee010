using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.SignIn;

/// <summary>Where people sign in and out, and make the account that a link offers them.</summary>
public static class SignInRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = AddressGate.SignInPath;

    /// <summary>Where people sign out.</summary>
    public const string OutPath = "/sign-out";

    /// <summary>Path where a passkey is shown.</summary>
    public const string PasskeyPath = Path + "/passkey";

    /// <summary>Path before the secret of an invitation.</summary>
    public const string WelcomePath = "/welcome";

    /// <summary>Path before the secret of a wall's link.</summary>
    public const string WallPath = "/walls";

    private const string WhyOpen = "Who has not signed in must be able to; it shows nothing of the system.";

    private static readonly FieldError s_refused = new(
        "name",
        "The name and the password are not those of an account, or it rests for a while after too many tries. "
        + "Try again in a quarter of an hour, or ask whoever keeps the accounts.");

    private static readonly FieldError s_codeRefused = new(
        "code",
        "The code is not right, was used already, or the account rests for a while after too many tries. Wait for the "
        + "next code, or use a recovery code.");

    private static readonly FieldError s_passkeyRefused = new(
        null,
        "The passkey is not one of an account, or it took longer than five minutes. Try again, or sign in with your "
        + "password.");

    /// <summary>Maps the pages.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (string? to, HttpContext context, IAntiforgery antiforgery) =>
            Page(context, antiforgery, to, null, false, [])).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapPost(Path, SignInAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapGet(OutPath, (HttpContext context, IAntiforgery antiforgery) => Of<SignOutPage>(
                context, (nameof(SignOutPage.Token), PostedForm.TokenOf(context, antiforgery))))
            .OpenToAll("Asks whether to end the session.").ExcludeFromDescription();
        routes.MapPost(OutPath, SignOutAsync).OpenToAll("Ending a session harms nobody.").ExcludeFromDescription();
        routes.MapPost(PasskeyPath, PasskeyAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapPost(PasskeyPath + "/options", PasskeyOptionsAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapGet(WelcomePath + "/{secret}", WelcomeAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapPost(WelcomePath + "/{secret}", AcceptAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, IAntiforgery antiforgery, SignInService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var (to, name) = (posted["to"].ToString(), posted["name"].ToString());
        var outcome = posted.ContainsKey("code")
            ? await service.TryCodeAsync(posted["code"].ToString().Replace(" ", "", StringComparison.Ordinal))
            : await service.TryAsync(name, posted["password"].ToString());
        if (outcome is SignInOutcome.SignedIn)
        {
            return Results.LocalRedirect(IsHere(to) ? to : "/wall");
        }

        if (outcome is SignInOutcome.CodeNeeded)
        {
            return Page(context, antiforgery, to, name, true, []);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return outcome is SignInOutcome.CodeRefused
            ? Page(context, antiforgery, to, name, true, [s_codeRefused])
            : Page(context, antiforgery, to, name, false, [s_refused]);
    }

    private static async Task<IResult> PasskeyOptionsAsync(
        HttpContext context, IAntiforgery antiforgery, SignInService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        context.Response.Headers.CacheControl = "no-store";
        return posted is null
            ? refusal!
            : Results.Text(await service.PasskeyOptionsAsync(), MediaTypeNames.Application.Json);
    }

    private static async Task<IResult> PasskeyAsync(
        HttpContext context, IAntiforgery antiforgery, SignInService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        var to = posted["to"].ToString();
        if (await service.TryPasskeyAsync(posted["credential"].ToString()) is SignInOutcome.SignedIn)
        {
            return Results.LocalRedirect(IsHere(to) ? to : "/wall");
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page(context, antiforgery, to, null, false, [s_passkeyRefused]);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SignInService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        return Results.LocalRedirect(await service.SignOutAsync());
    }

    private static async Task<IResult> WelcomeAsync(
        string secret, HttpContext context, IAntiforgery antiforgery, InvitationsService invitations)
    {
        var link = await invitations.FindAsync(secret, context.RequestAborted);
        return Welcome(context, antiforgery, link is null ? null : RightsOf(context, link), null, null, []);
    }

    private static async Task<IResult> AcceptAsync(
        string secret,
        HttpContext context,
        IAntiforgery antiforgery,
        InvitationsService invitations,
        SignInService service)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        if (await invitations.FindAsync(secret, context.RequestAborted) is not { } link)
        {
            return Welcome(context, antiforgery, null, null, null, []);
        }

        var (name, displayName) = (posted["name"].ToString().Trim(), posted["display-name"].ToString().Trim());
        var password = posted["password"].ToString();
        IReadOnlyList<FieldError> wrong = string.Equals(password, posted["again"].ToString(), StringComparison.Ordinal)
            ? await invitations.AcceptAsync(link, name, displayName, password, context.RequestAborted)
            : [new FieldError("again", "The two passwords differ. Type the same one twice.")];
        if (wrong.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Welcome(
                context,
                antiforgery,
                RightsOf(context, link),
                name,
                displayName,
                wrong);
        }

        await service.TryAsync(name, password);
        return Results.LocalRedirect("/wall");
    }

    private static string RightsOf(HttpContext context, Invitation link) =>
        AccountRights.Of(link).WordsIn(context.RequestServices.GetRequiredService<NetworkMap>());

    // A path of this server only: never "//elsewhere" or "/\elsewhere", which browsers take for another server.
    internal static bool IsHere(string to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl);

    private static RazorComponentResult<SignInPage> Page(
        HttpContext context,
        IAntiforgery antiforgery,
        string? to,
        string? name,
        bool isCodeNeeded,
        IReadOnlyList<FieldError> errors) => Of<SignInPage>(
            context,
            (nameof(SignInPage.Token), PostedForm.TokenOf(context, antiforgery)),
            (nameof(SignInPage.To), to),
            (nameof(SignInPage.Name), name),
            (nameof(SignInPage.IsCodeNeeded), isCodeNeeded),
            (nameof(SignInPage.Errors), errors));

    private static RazorComponentResult<WelcomePage> Welcome(
        HttpContext context,
        IAntiforgery antiforgery,
        string? rights,
        string? name,
        string? displayName,
        IReadOnlyList<FieldError> errors)
    {
        if (rights is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Of<WelcomePage>(
            context,
            (nameof(WelcomePage.Token), PostedForm.TokenOf(context, antiforgery)),
            (nameof(WelcomePage.Rights), rights),
            (nameof(WelcomePage.Name), name),
            (nameof(WelcomePage.DisplayName), displayName),
            (nameof(WelcomePage.Errors), errors));
    }

    private static RazorComponentResult<TPage> Of<TPage>(
        HttpContext context, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal))
        {
            StatusCode = context.Response.StatusCode,
        };
    }
}
