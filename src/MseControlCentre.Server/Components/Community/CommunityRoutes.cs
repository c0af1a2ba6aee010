using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Community;

/// <summary>Where the page of community services is.</summary>
public static class CommunityRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/community";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddCommunityPage(this IServiceCollection services)
    {
        services.AddSingleton<CommunityService>();
        services.AddPage(Path, "Community", 35, Operation.SeeFigures);
    }

    /// <summary>Maps <c>/community</c> and its list as a file, both with the choices of its form.</summary>
    public static void MapCommunityPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext context) =>
            new RazorComponentResult<CommunityPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CommunityPage.Query)] = context.Request.Query,
            })).Needs(Operation.SeeFigures).ExcludeFromDescription();
        routes.MapGet(Path + ".csv", (HttpContext context, CommunityService service) =>
            service.File(context.Request.Query) is var (at, list)
                ? ListFile.Answer(list, at, service.Local)
                : Problems.NotNow(context, "The journal is still being read; /health/ready says how far."))
            .Needs(Operation.SeeFigures)
            .ExcludeFromDescription();
    }
}
