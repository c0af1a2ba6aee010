using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>Where the page of discharges is.</summary>
public static class DelaysRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/discharges";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddDelaysPage(this IServiceCollection services)
    {
        services.AddSingleton<DelaysService>();
        services.AddPage(Path, "Discharges", 25, Operation.SeeDelayedDischarges);
    }

    /// <summary>Maps <c>/discharges</c> and its list as a file, both with the choices of its form.</summary>
    public static void MapDelaysPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Page).Needs(Operation.SeeDelayedDischarges).ExcludeFromDescription();
        routes.MapGet(Path + ".csv", File).Needs(Operation.SeeDelayedDischarges).ExcludeFromDescription();
    }

    private static RazorComponentResult<DelaysPage> Page(HttpContext context)
    {
        // A list of patients, though pseudonymous: no shared computer keeps it.
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<DelaysPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DelaysPage.Query)] = context.Request.Query,
        });
    }

    private static IResult File(HttpContext context, DelaysService service)
    {
        context.Response.Headers.CacheControl = "no-store";
        return service.File(context.Request.Query) is var (at, list)
            ? ListFile.Answer(list, at, service.Local)
            : Problems.NotNow(context, "The journal is still being read; /health/ready says how far.");
    }
}
