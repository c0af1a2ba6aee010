using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Escalations;

/// <summary>What takes the steps of escalations.</summary>
public static class EscalationsSetup
{
    /// <summary>Adds it.</summary>
    public static void AddEscalations(this IServiceCollection services)
    {
        services.AddSingleton<EscalationDesk>();
        services.AddSingleton<EscalationWatcher>();
        services.AddSingleton<IPictureSubscriber>(provider => provider.GetRequiredService<EscalationWatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<EscalationWatcher>());
    }
}
