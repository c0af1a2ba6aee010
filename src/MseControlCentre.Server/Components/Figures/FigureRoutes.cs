using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Figures;

/// <summary>Where the pages of figures are.</summary>
public static class FigureRoutes
{
    /// <summary>Adds what the pages need and their place in the navigation.</summary>
    public static void AddFigurePages(this IServiceCollection services)
    {
        services.AddSingleton<FiguresService>();
        services.AddPage("/figures", "Figures", 45, Operation.SeeFigures);
    }

    /// <summary>Maps <c>/figures</c> and the page of each figure.</summary>
    public static void MapFigurePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", (string? area, string? site) => new RazorComponentResult<FiguresPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(FiguresPage.Area)] = area,
                [nameof(FiguresPage.Site)] = site,
            })).Needs(Operation.SeeFigures).ExcludeFromDescription();
        routes.MapGet("/figures/{id}", Figure).Needs(Operation.SeeFigures).ExcludeFromDescription();
        routes.MapGet("/figures/{site}/{id}", Figure).Needs(Operation.SeeFigures).ExcludeFromDescription();
        foreach (var path in new[] { "/figures/{id}", "/figures/{site}/{id}" })
        {
            routes.MapGet(path + "/drawer", Drawer).Needs(Operation.SeeFigures).ExcludeFromDescription();
            routes.MapGet(path + "/chart", Chart).Needs(Operation.SeeFigures).ExcludeFromDescription();
        }
    }

    /// <summary>What the drawer shows at once: a part of a page, which its script asks for.</summary>
    private static RazorComponentResult<FigureDrawer> Drawer(
        string? site, string id, HttpContext context, PictureFeed feed)
    {
        var figureId = IdentityOf(site, id);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<FigureDrawer>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FigureDrawer.Id)] = figureId,
            [nameof(FigureDrawer.Aborted)] = context.RequestAborted,
        })
        {
            StatusCode = StatusOf(figureId, feed),
        };
    }

    /// <summary>
    /// The drawer's chart, which may take the journal's time; <c>week=later</c> leaves out what is read from it.
    /// </summary>
    private static RazorComponentResult<FigureChart> Chart(
        string? site, string id, string? week, HttpContext context, PictureFeed feed)
    {
        var figureId = IdentityOf(site, id);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<FigureChart>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FigureChart.Id)] = figureId,
            [nameof(FigureChart.WithWeekEarlier)] = !string.Equals(week, "later", StringComparison.Ordinal),
            [nameof(FigureChart.Aborted)] = context.RequestAborted,
        })
        {
            StatusCode = StatusOf(figureId, feed),
        };
    }

    private static string IdentityOf(string? site, string id) =>
        (site is null ? id : site + "/" + id).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static int StatusOf(string figureId, PictureFeed feed) =>
        feed.Current?.Picture.Find(figureId) is not null ? StatusCodes.Status200OK
        : feed.Current is null ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status404NotFound;

    private static RazorComponentResult<FigurePage> Figure(
        string? site, string id, string? at, int? most, int? hours, HttpContext context, PictureFeed feed)
    {
        var figureId = IdentityOf(site, id);
        return new RazorComponentResult<FigurePage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FigurePage.Id)] = figureId,
            [nameof(FigurePage.At)] = at,
            [nameof(FigurePage.Most)] = Math.Clamp(
                most ?? FigureProvenance.UsualEvidence, 1, FigureProvenance.MostEvidence),
            [nameof(FigurePage.Hours)] = hours is { } asked && FiguresService.ChartSteps.ContainsKey(asked)
                ? asked
                : FigureProvenance.DayHours,
            [nameof(FigurePage.Aborted)] = context.RequestAborted,
        })
        {
            StatusCode = StatusOf(figureId, feed),
        };
    }
}
