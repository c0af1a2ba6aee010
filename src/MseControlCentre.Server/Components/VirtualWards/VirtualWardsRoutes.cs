using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.VirtualWards;

/// <summary>Where the page of virtual wards is.</summary>
public static class VirtualWardsRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/virtual-wards";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddVirtualWardsPage(this IServiceCollection services)
    {
        services.AddSingleton<VirtualWardsService>();
        services.AddPage(Path, "Virtual wards", 30, Operation.SeeFigures);
    }

    /// <summary>Maps <c>/virtual-wards</c> and its list as a file, both with the choices of its form.</summary>
    public static void MapVirtualWardsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context) =>
            new RazorComponentResult<VirtualWardsPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(VirtualWardsPage.Query)] = context.Request.Query,
            })).Needs(Operation.SeeFigures).ExcludeFromDescription();
        routes.MapGet(Path + ".csv", (HttpContext context, VirtualWardsService service) =>
            service.File(context.Request.Query) is var (at, list)
                ? ListFile.Answer(list, at, service.Local)
                : Problems.NotNow(context, "The journal is still being read; /health/ready says how far."))
            .Needs(Operation.SeeFigures)
            .ExcludeFromDescription();
    }
}
