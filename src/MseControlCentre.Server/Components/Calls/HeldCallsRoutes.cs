using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Layout;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The pages on which a call is held: statements, the presenter's screens, what was agreed.</summary>
public static class HeldCallsRoutes
{
    // Beside the calls themselves, before the sites.
    private const int Order = 9;

    /// <summary>Adds what the pages need.</summary>
    public static void AddHeldCalls(this IServiceCollection services)
    {
        services.AddSingleton<StatementWriters>();
        services.AddSingleton<StatementsService>();
        services.AddSingleton<HeldCallService>();
        services.AddSingleton<HeldCallStepsService>();
        services.AddSingleton<CallActionsService>();
        services.AddPage(CallAddresses.Actions, "Actions", Order, Operation.SeeCalls);
    }

    /// <summary>Maps the pages and their forms.</summary>
    public static void MapHeldCalls(this IEndpointRouteBuilder routes)
    {
        routes.MapStatements();
        routes.MapPresent();
        routes.MapCallActions();
    }
}
