using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>Where the audit is.</summary>
public static class AuditRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/audit";

    /// <summary>Path of the same as a file.</summary>
    public const string FilePath = Path + ".csv";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddAuditPage(this IServiceCollection services)
    {
        services.AddSingleton<AuditService>();
        services.AddPage(Path, "Audit", 90, Operation.SeeAudit);
    }

    /// <summary>Maps <c>/audit</c> and what it shows as a file, both with the choices of its form.</summary>
    public static void MapAuditPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Page).Needs(Operation.SeeAudit).ExcludeFromDescription();
        routes.MapGet(FilePath, File).Needs(Operation.SeeAudit).ExcludeFromDescription();
    }

    private static RazorComponentResult<AuditPage> Page(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<AuditPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(AuditPage.Query)] = context.Request.Query,
            [nameof(AuditPage.Aborted)] = context.RequestAborted,
        });
    }

    private static Task<IResult> File(HttpContext context, AuditService service)
    {
        context.Response.Headers.CacheControl = "no-store";
        return service.FileAsync(context.Request.Query, context.RequestAborted);
    }
}
