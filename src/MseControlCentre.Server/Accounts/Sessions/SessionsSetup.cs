namespace MseControlCentre.Server.Accounts.Sessions;

/// <summary>Adds what ends live lines with their sessions.</summary>
public static class SessionsSetup
{
    /// <summary>Adds it.</summary>
    public static void AddSessionChecks(this IServiceCollection services)
    {
        services.AddScoped<SessionCheck>();
        services.AddSingleton<LiveLineSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveLineSessions>());
    }
}
