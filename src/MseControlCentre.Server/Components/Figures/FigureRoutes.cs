using Microsoft.AspNetCore.Http.HttpResults;
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
        services.AddPage("/figures", "Figures", 10);
    }

    /// <summary>Maps <c>/figures</c> and the page of each figure.</summary>
    public static void MapFigurePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", (string? area, string? site) => new RazorComponentResult<FiguresPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(FiguresPage.Area)] = area,
                [nameof(FiguresPage.Site)] = site,
            })).ExcludeFromDescription();
        routes.MapGet("/figures/{id}", Figure).ExcludeFromDescription();
        routes.MapGet("/figures/{site}/{id}", Figure).ExcludeFromDescription();
    }

    private static RazorComponentResult<FigurePage> Figure(
        string? site, string id, string? at, int? most, HttpContext context, PictureFeed feed)
    {
        var figureId = (site is null ? id : site + "/" + id).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var isThere = feed.Current?.Picture.Find(figureId) is not null;
        return new RazorComponentResult<FigurePage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(FigurePage.Id)] = figureId,
            [nameof(FigurePage.At)] = at,
            [nameof(FigurePage.Most)] = Math.Clamp(
                most ?? FigureProvenance.UsualEvidence, 1, FigureProvenance.MostEvidence),
            [nameof(FigurePage.Aborted)] = context.RequestAborted,
        })
        {
            StatusCode = isThere ? StatusCodes.Status200OK
                : feed.Current is null ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status404NotFound,
        };
    }
}
