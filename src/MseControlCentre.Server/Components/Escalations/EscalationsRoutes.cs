using Microsoft.AspNetCore.Http.HttpResults;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Server.Rendering;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Where the pages of escalations are.</summary>
public static class EscalationsRoutes
{
    /// <summary>Path of the list.</summary>
    public const string Path = "/escalations";

    /// <summary>Path of the form that raises one.</summary>
    public const string RaisePath = Path + "/raise";

    /// <summary>Path of the handover of a shift.</summary>
    public const string HandoverPath = Path + "/handover";

    /// <summary>Path of one escalation.</summary>
    public static string Of(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>Adds the pages, their entry in the navigation and a live board for everywhere and each place.</summary>
    public static void AddEscalationPages(this IServiceCollection services, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        services.AddSingleton<EscalationsService>();
        services.AddSingleton<EscalationStepsService>();
        services.AddSingleton<ShiftHandoverService>();
        services.AddPage(Path, "Escalations", 8, Operation.SeeEscalations);
        string?[] places = [null, .. EscalationPlaces.OfEscalations(network).Select(place => place.Code)];
        foreach (var place in places)
        {
            services.AddSingleton<ILivePage>(provider =>
                new EscalationsBoard(place, provider.GetRequiredService<EscalationsService>()));
        }
    }

    /// <summary>Maps the pages and their forms.</summary>
    public static void MapEscalationPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (string? site, string? level, string? state) =>
                new RazorComponentResult<EscalationsPage>(new { Filter = EscalationFilter.Of(site, level, state) }))
            .Needs(Operation.SeeEscalations).ExcludeFromDescription();
        routes.MapGet(HandoverPath, (string? site) =>
                new RazorComponentResult<ShiftHandoverPage>(
                    new { Site = string.IsNullOrWhiteSpace(site) ? null : site }))
            .Needs(Operation.SeeEscalations).ExcludeFromDescription();
        routes.MapRaise();
        routes.MapSteps();
    }
}
