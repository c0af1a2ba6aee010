using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Keeping;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Accounts;

/// <summary>Where accounts are kept.</summary>
public static class AccountsRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/accounts";

    /// <summary>Where an invitation is taken back.</summary>
    public const string TakeBackPath = Path + "/take-back";

    /// <summary>Closes an account.</summary>
    public const string Close = "close";

    /// <summary>Opens it again.</summary>
    public const string Reopen = "reopen";

    /// <summary>Ends its rest.</summary>
    public const string Unlock = "unlock";

    /// <summary>Takes its second factors away.</summary>
    public const string Reset = "reset-second-factor";

    /// <summary>Makes a link for a new password.</summary>
    public const string NewPassword = "new-password";

    private static readonly FieldError s_closed = new(null, "The account is closed: open it again first.");

    private static readonly FieldError s_lastAdministrator = new(
        null, "Nobody could keep accounts afterwards. Make somebody else administrator first.");

    private static readonly FieldError s_meanwhile = new(
        null, "Somebody else changed this account at the same moment. Look at it again, then change it.");

    /// <summary>Path of an account.</summary>
    public static string Of(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddAccountsPage(this IServiceCollection services)
    {
        services.AddScoped<AccountsPages>();
        services.AddPage(Path, "Accounts", 70, Operation.KeepAccounts);
    }

    /// <summary>Maps the pages and their forms.</summary>
    public static void MapAccountsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (AccountsPages pages, CancellationToken stop) => pages.AllAsync(new AccountsShown(), stop))
            .Needs(Operation.KeepAccounts).ExcludeFromDescription();
        routes.MapGet(Path + "/{account}", (string account, AccountsPages pages, CancellationToken stop) =>
            pages.OneAsync(account, null, [], null, stop)).Needs(Operation.KeepAccounts).ExcludeFromDescription();
        Map(routes, Path, InviteAsync);
        Map(routes, TakeBackPath, TakeBackAsync);
        Map(routes, Path + "/{account}", ChangeAsync);
        Map(routes, $"{Path}/{{account}}/{NewPassword}", NewPasswordAsync);
        MapAct(routes, Close, "The account is closed.", (service, id, stop) => service.CloseAsync(id, stop));
        MapAct(routes, Reopen, "The account is open again.", (service, id, stop) => service.ReopenAsync(id, stop));
        MapAct(routes, Unlock, "The account is unlocked.", (service, id, stop) => service.UnlockAsync(id, stop));
        MapAct(
            routes,
            Reset,
            "The second factor is gone: the password alone signs in until its owner adds another.",
            (service, id, stop) => service.ResetSecondFactorAsync(id, stop));
    }

    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<HttpContext, IFormCollection, Task<IResult>> answer) =>
        routes.MapPost(path, async (HttpContext context, IAntiforgery antiforgery) =>
            {
                var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
                return posted is null ? refusal! : await answer(context, posted);
            })
            .Needs(Operation.KeepAccounts).ExcludeFromDescription();

    private static void MapAct(
        IEndpointRouteBuilder routes,
        string act,
        string done,
        Func<AccountsService, string, CancellationToken, Task<KeepingOutcome>> change) =>
        Map(routes, $"{Path}/{{account}}/{act}", async (context, _) =>
        {
            var id = (string)context.Request.RouteValues["account"]!;
            return await AfterAsync(
                context, id, null, done, await change(Of<AccountsService>(context), id, context.RequestAborted));
        });

    private static async Task<IResult> InviteAsync(HttpContext context, IFormCollection posted)
    {
        var pages = Of<AccountsPages>(context);
        var rights = RightsOf(posted);
        var wrong = rights.Faults(pages.Network);
        if (wrong.Count > 0)
        {
            return await pages.AllAsync(
                new AccountsShown { Asked = rights, Errors = wrong }, context.RequestAborted);
        }

        var secret = await Of<AccountsService>(context).InviteAsync(rights, context.RequestAborted);
        return await pages.AllAsync(
            new AccountsShown { Link = LinkOf(context, $"{SignInRoutes.WelcomePath}/{secret}") },
            context.RequestAborted);
    }

    private static async Task<IResult> NewPasswordAsync(HttpContext context, IFormCollection posted)
    {
        var id = (string)context.Request.RouteValues["account"]!;
        var secret = await Of<AccountsService>(context).PasswordLinkAsync(id, context.RequestAborted);
        return await Of<AccountsPages>(context).OneAsync(
            id,
            null,
            secret is null ? [s_closed] : [],
            null,
            context.RequestAborted,
            secret is null ? null : LinkOf(context, $"{NewPasswordRoutes.Path}/{secret}"));
    }

    private static async Task<IResult> TakeBackAsync(HttpContext context, IFormCollection posted)
    {
        var taken = Guid.TryParse(posted["invitation"], out var id)
            && await Of<AccountsService>(context).TakeBackAsync(id, context.RequestAborted);
        return await Of<AccountsPages>(context).AllAsync(
            new AccountsShown
            {
                Done = taken ? "The invitation is taken back." : "That invitation could not be used any more.",
            },
            context.RequestAborted);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, IFormCollection posted)
    {
        var id = (string)context.Request.RouteValues["account"]!;
        var pages = Of<AccountsPages>(context);
        var rights = RightsOf(posted);
        var wrong = rights.Faults(pages.Network);
        return wrong.Count > 0
            ? await pages.OneAsync(id, rights, wrong, null, context.RequestAborted)
            : await AfterAsync(
                context,
                id,
                rights,
                "The account's rights are changed.",
                await Of<AccountsService>(context).ChangeAsync(id, rights, context.RequestAborted));
    }

    private static Task<IResult> AfterAsync(
        HttpContext context, string id, AccountRights? rights, string done, KeepingOutcome outcome) =>
        Of<AccountsPages>(context).OneAsync(
            id,
            outcome is KeepingOutcome.Done ? null : rights,
            outcome switch
            {
                KeepingOutcome.LastAdministrator => [s_lastAdministrator],
                KeepingOutcome.ChangedMeanwhile => [s_meanwhile],
                _ => [],
            },
            outcome is KeepingOutcome.Done ? done : null,
            context.RequestAborted);

    private static Uri LinkOf(HttpContext context, string path) =>
        new(new Uri(UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host)), path);

    // A name only: Enum.TryParse would also take numbers.
    private static AccountRights RightsOf(IFormCollection posted) => new(
        [.. AccountRights.OfPeople.Where(role => posted["roles"].Contains(role.ToString(), StringComparer.Ordinal))],
        [.. posted["sites"].OfType<string>().Distinct(StringComparer.Ordinal)],
        posted["organisation"].ToString() is { Length: > 0 } organisation ? organisation : null);

    private static T Of<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
