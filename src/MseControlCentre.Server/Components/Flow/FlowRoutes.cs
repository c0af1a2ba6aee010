using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Flow;

/// <summary>Where the flow map is.</summary>
public static class FlowRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/flow";

    /// <summary>Adds the page, its live part and its entry in the navigation.</summary>
    public static void AddFlowPage(this IServiceCollection services)
    {
        services.AddSingleton<FlowService>();
        services.AddSingleton<ILivePage>(provider => provider.GetRequiredService<FlowService>());
        services.AddPage(Path, "Flow", 5, Operation.SeeFigures);
    }

    /// <summary>Maps <c>/flow</c>, now or at the time of its form.</summary>
    public static void MapFlowPage(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, (string? at, HttpContext context) => new RazorComponentResult<FlowPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(FlowPage.At)] = at,
                [nameof(FlowPage.Aborted)] = context.RequestAborted,
            }))
        .Needs(Operation.SeeFigures)
        .ExcludeFromDescription();
}
