using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Notifications;

/// <summary>Where it is seen what was sent to whom.</summary>
public static class NotificationsRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/notifications";

    /// <summary>Where a delivery is sent again.</summary>
    public const string AgainPath = Path + "/again";

    /// <summary>Where a delivery is given up.</summary>
    public const string GiveUpPath = Path + "/give-up";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddNotificationsPage(this IServiceCollection services)
    {
        services.AddSingleton<NotificationsService>();
        services.AddPage(Path, "Notifications", 65, Operation.KeepNotifications);
    }

    /// <summary>Maps <c>/notifications</c> and its forms.</summary>
    public static void MapNotificationsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Delegate)Page)
            .Needs(Operation.KeepNotifications).ExcludeFromDescription();
        Map(routes, AgainPath, (service, id) => service.SendAgainAsync(id));
        Map(routes, GiveUpPath, (service, id) => service.GiveUpAsync(id));
    }

    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<NotificationsService, long, Task<string>> act) =>
        routes.MapPost(path, async (HttpContext context, IAntiforgery antiforgery, NotificationsService service) =>
            {
                var (posted, refusal) = await PostedForm.ReadAsync(context, antiforgery, fileBytes: 0);
                return posted is null
                    ? refusal!
                    : Results.LocalRedirect($"{Path}?done={await act(service, IdOf(posted))}");
            })
            .Needs(Operation.KeepNotifications).ExcludeFromDescription();

    // One that no delivery has.
    private static long IdOf(IFormCollection posted) =>
        long.TryParse(posted["delivery"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static RazorComponentResult<NotificationsPage> Page(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<NotificationsPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(NotificationsPage.Query)] = context.Request.Query,
            [nameof(NotificationsPage.Token)] = PostedForm.TokenOf(
                context, context.RequestServices.GetRequiredService<IAntiforgery>()),
        });
    }
}
