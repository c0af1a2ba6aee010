using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.SignIn;

/// <summary>Where people who forgot their password choose a new one.</summary>
public static class NewPasswordRoutes
{
    /// <summary>Path before the secret of the link.</summary>
    public const string Path = "/new-password";

    private const string WhyOpen = "Only who has the link of an account can choose its password.";

    private static readonly FieldError s_differ = new("again", "The two passwords differ. Type the same one twice.");

    /// <summary>Maps the page and its form.</summary>
    public static void MapNewPassword(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/{secret}", LookAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
        routes.MapPost(Path + "/{secret}", ChangeAsync).OpenToAll(WhyOpen).ExcludeFromDescription();
    }

    private static async Task<RazorComponentResult<NewPasswordPage>> LookAsync(
        string secret, HttpContext context, IAntiforgery antiforgery, PasswordLinksService links) =>
        PageOf(
            (await links.FindAsync(secret, context.RequestAborted))?.Account.UserName,
            [],
            context,
            antiforgery);

    private static async Task<IResult> ChangeAsync(
        string secret, HttpContext context, IAntiforgery antiforgery, PasswordLinksService links)
    {
        var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
        if (posted is null)
        {
            return refusal!;
        }

        if (await links.FindAsync(secret, context.RequestAborted) is not var (link, account))
        {
            return PageOf(null, [], context, antiforgery);
        }

        var password = posted["password"].ToString();
        var wrong = string.Equals(password, posted["again"].ToString(), StringComparison.Ordinal)
            ? await links.UseAsync(link, account, password, context.RequestAborted)
            : [s_differ];
        return wrong.Count > 0
            ? PageOf(account.UserName, wrong, context, antiforgery)
            : Results.LocalRedirect(SignInRoutes.Path);
    }

    private static RazorComponentResult<NewPasswordPage> PageOf(
        string? name, IReadOnlyList<FieldError> errors, HttpContext context, IAntiforgery antiforgery)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<NewPasswordPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(NewPasswordPage.Name)] = name,
            [nameof(NewPasswordPage.Errors)] = errors,
            [nameof(NewPasswordPage.Token)] = PostedForm.TokenOf(context, antiforgery),
        })
        {
            StatusCode = name is null ? StatusCodes.Status404NotFound
                : errors.Count > 0 ? StatusCodes.Status400BadRequest
                : StatusCodes.Status200OK,
        };
    }
}
