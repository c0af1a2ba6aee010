using MseControlCentre.Journal;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>What takes, watches and finds calls, and makes their packs.</summary>
public static class CallsSetup
{
    /// <summary>Adds it.</summary>
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<CallDesk>();
        services.AddSingleton<CallPacks>();
        services.AddSingleton<ICallPackMaker>(provider => provider.GetRequiredService<CallPacks>());
        services.AddSingleton<CallWatcher>();
        services.AddSingleton<IPictureSubscriber>(provider => provider.GetRequiredService<CallWatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<CallWatcher>());
        services.AddSingleton(provider => new CallArchiveIndex(
            provider.GetRequiredService<DataDirectory>().CallArchiveFile,
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<Readiness>(),
            provider.GetRequiredService<ILogger<CallArchiveIndex>>()));
        services.AddSingleton<CallArchive>();
        services.AddHostedService(provider => provider.GetRequiredService<CallArchiveIndex>());
    }
}
