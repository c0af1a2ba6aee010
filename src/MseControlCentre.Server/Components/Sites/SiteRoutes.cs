using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Sitreps;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Sitreps;

namespace MseControlCentre.Server.Components.Sites;

/// <summary>Where the pages of sites are.</summary>
public static class SiteRoutes
{
    /// <summary>Path of the page that shows every site in brief.</summary>
    public const string Path = "/sites";

    /// <summary>Places in the navigation that sites may take; more sites share the last.</summary>
    private const int FirstOrder = 10;
    private const int LastOrder = 19;

    /// <summary>Path of a site's page.</summary>
    public static string Of(string code) => $"{Path}/{Uri.EscapeDataString(code)}";

    /// <summary>
    /// Adds a page, a live board for each order of its wards and an entry of the navigation for each site.
    /// </summary>
    public static void AddSitePages(this IServiceCollection services, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        services.AddSingleton<SitesService>();
        foreach (var (index, site) in network.Sites.Index())
        {
            services.AddPage(
                Of(site.Code),
                site.Name,
                Math.Min(FirstOrder + index, LastOrder),
                Operation.SeePatients,
                Subject.OfSite(site.Code));
            foreach (var fewestFreeFirst in (bool[])[false, true])
            {
                services.AddSingleton<ILivePage>(provider =>
                    new SiteBoard(site.Code, fewestFreeFirst, provider.GetRequiredService<SitesService>()));
            }
        }
    }

    /// <summary>Maps <c>/sites</c> and <c>/sites/{code}</c>.</summary>
    public static void MapSitePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, () => new RazorComponentResult<SitesPage>()).Needs(Operation.SeeFigures)
            .ExcludeFromDescription();
        routes.MapGet(
            Path + "/{code}",
            (
                string code,
                string? wards,
                string? order,
                string? declared,
                string? step,
                HttpContext context,
                SitesService service,
                IAntiforgery antiforgery) =>
            {
                var site = service.Find(code);
                var token = PostedForm.TokenOf(context, antiforgery);

                // Lists of patients, though pseudonymous: no shared computer keeps them.
                context.Response.Headers.CacheControl = "no-store";
                return site is null
                    ? (IResult)NotThere()
                    : PageOf(site, wards, order, declared, step, token);
            })
            .Needs(Operation.SeePatients)
            .ExcludeFromDescription();
    }

    private static RazorComponentResult<SitePage> PageOf(
        Site site, string? wards, string? order, string? declared, string? step, FormToken token) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SitePage.Site)] = site,
            [nameof(SitePage.Wards)] = wards,
            [nameof(SitePage.Order)] = order,
            [nameof(SitePage.Declared)] = declared,
            [nameof(SitePage.Step)] = step,
            [nameof(SitePage.Token)] = token,
        });

    private static RazorComponentResult<SiteMissingPage> NotThere() =>
        new() { StatusCode = StatusCodes.Status404NotFound };
}
