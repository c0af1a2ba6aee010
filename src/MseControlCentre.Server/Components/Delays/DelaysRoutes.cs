using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Components.Layout;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>Where the list of delayed discharges is.</summary>
public static class DelaysRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/discharges";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddDelaysPage(this IServiceCollection services)
    {
        services.AddSingleton<DelaysService>();
        services.AddPage(Path, "Delayed discharges", 25);
    }

    /// <summary>Maps <c>/discharges</c>, with the choices of its form.</summary>
    public static void MapDelaysPage(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, (string? site, string? owner, string? pathway, HttpContext context) =>
        {
            // A list of patients, though pseudonymous: no shared computer keeps it.
            context.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<DelaysPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(DelaysPage.Site)] = site,
                [nameof(DelaysPage.Owner)] = owner,
                [nameof(DelaysPage.Pathway)] = pathway,
            });
        })
        .ExcludeFromDescription();
}
