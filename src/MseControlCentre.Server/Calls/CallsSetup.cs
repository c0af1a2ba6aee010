namespace MseControlCentre.Server.Calls;

/// <summary>What calls are made of.</summary>
internal static class CallsSetup
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<CallPacks>();
    }
}
