using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;

namespace MseControlCentre.Server.Components.Opel;

/// <summary>Where the OPEL page is.</summary>
public static class OpelRoutes
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/opel";

    /// <summary>Adds the page and its entry in the navigation.</summary>
    public static void AddOpelPage(this IServiceCollection services)
    {
        services.AddSingleton<OpelService>();
        services.AddPage(Path, "OPEL", 40, Operation.SeeFigures);
    }

    /// <summary>Maps <c>/opel</c>, with the instant and the rule set of its form.</summary>
    public static void MapOpelPage(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, (string? at, string? ruleSet, HttpContext context) => new RazorComponentResult<OpelPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(OpelPage.At)] = at,
                [nameof(OpelPage.RuleSet)] = ruleSet,
                [nameof(OpelPage.Aborted)] = context.RequestAborted,
            }))
        .Needs(Operation.SeeFigures)
        .ExcludeFromDescription();
}
