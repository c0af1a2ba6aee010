using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.SignIn;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Walls;

/// <summary>Where the screens of walls are kept.</summary>
public static class WallScreensRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/wall-screens";

    /// <summary>Where a screen gets a new link.</summary>
    public const string RenewPath = Path + "/renew";

    /// <summary>Where a screen is taken back.</summary>
    public const string RevokePath = Path + "/take-back";

    private static readonly FieldError s_place = new(
        "place", $"Say where the screen hangs, in up to {WallScreensService.LongestPlace} characters.");

    /// <summary>Adds the page's entry in the navigation.</summary>
    public static void AddWallScreensPage(this IServiceCollection services) =>
        services.AddPage(Path, "Wall screens", 75, Operation.KeepWallLinks);

    /// <summary>Maps the page and its forms.</summary>
    public static void MapWallScreensPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Delegate)((HttpContext context) => PageAsync(context, string.Empty, [], null, null)))
            .Needs(Operation.KeepWallLinks).ExcludeFromDescription();
        Map(routes, Path, MakeAsync);
        Map(routes, RenewPath, RenewAsync);
        Map(routes, RevokePath, RevokeAsync);
    }

    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<HttpContext, IFormCollection, Task<IResult>> answer) =>
        routes.MapPost(path, async (HttpContext context, IAntiforgery antiforgery) =>
            {
                var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
                return posted is null ? refusal! : await answer(context, posted);
            })
            .Needs(Operation.KeepWallLinks).ExcludeFromDescription();

    private static async Task<IResult> MakeAsync(HttpContext context, IFormCollection posted)
    {
        var place = posted["place"].ToString().Trim();
        if (place.Length is 0 or > WallScreensService.LongestPlace || place.Any(char.IsControl))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(context, place, [s_place], null, null);
        }

        var secret = await KeepingOf(context).MakeAsync(place, context.RequestAborted);
        return await PageAsync(context, string.Empty, [], LinkOf(context, secret), null);
    }

    private static async Task<IResult> RenewAsync(HttpContext context, IFormCollection posted)
    {
        var secret = Guid.TryParse(posted["screen"], out var id)
            ? await KeepingOf(context).RenewAsync(id, context.RequestAborted)
            : null;
        return secret is null
            ? await PageAsync(context, string.Empty, [], null, "That screen was taken back already.")
            : await PageAsync(context, string.Empty, [], LinkOf(context, secret), null);
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, IFormCollection posted)
    {
        var revoked = Guid.TryParse(posted["screen"], out var id)
            && await KeepingOf(context).RevokeAsync(id, context.RequestAborted);
        return await PageAsync(
            context,
            string.Empty,
            [],
            null,
            revoked ? "The screen is taken back: it loses the wall within a minute." : "It was taken back already.");
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, string place, IReadOnlyList<FieldError> errors, Uri? link, string? done)
    {
        var services = context.RequestServices;
        var local = LocalTime.Of(services.GetRequiredService<NetworkMap>().TimeZone);
        var now = services.GetRequiredKeyedService<TimeProvider>(AccountsSetup.RealTime).GetUtcNow();
        var screens = await KeepingOf(context).AllAsync(context.RequestAborted);
        var view = new WallScreensView(
            [.. screens.Select(screen => RowOf(screen, local, now))],
            place,
            errors,
            link,
            done,
            PostedForm.TokenOf(context, services.GetRequiredService<IAntiforgery>()));
        return new RazorComponentResult<WallScreensPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(WallScreensPage.View)] = view })
        {
            StatusCode = context.Response.StatusCode,
        };
    }

    private static WallScreenRow RowOf(WallScreen screen, LocalTime local, DateTimeOffset now) => new(
        screen.Id,
        screen.Place,
        screen.RevokedAt is { } revoked ? $"Taken back {local.DayAndClock(revoked)}"
            : screen.OpenedAt is { } opened ? $"Shows the wall since {local.DayAndClock(opened)}"
            : "Not opened yet",
        screen.SecretHash is not null && screen.SecretExpiresAt > now
            ? $"waits to be opened until {local.DayAndClock(screen.SecretExpiresAt!.Value)}"
            : "none",
        $"by {screen.MadeBy}, {local.DayAndClock(screen.MadeAt)}",
        screen.RevokedAt is not null);

    private static Uri LinkOf(HttpContext context, string secret) => new(
        new Uri(UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host)),
        $"{SignInRoutes.WallPath}/{secret}");

    private static WallScreenKeeping KeepingOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<WallScreenKeeping>();
}
