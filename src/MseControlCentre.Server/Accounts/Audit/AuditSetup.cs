using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Adds the audit.</summary>
public static class AuditSetup
{
    /// <summary>Adds the services. What is counted by the minute and hour goes by the server's own clock.</summary>
    public static void AddAudit(this IServiceCollection services, DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var own = TimeProvider.System;
        services.AddSingleton<IAuditTrail, JournalledAuditTrail>();
        services.AddSingleton<AuditWriter>();
        services.AddSingleton(provider => new AuditScribe(provider.GetRequiredService<NetworkMap>(), own));
        services.AddSingleton(provider => new RefusalTally(
            provider.GetRequiredService<AuditWriter>(),
            own,
            provider.GetRequiredService<ILogger<RefusalTally>>()));
        services.AddSingleton(provider => new LiveLineAudit(
            provider.GetRequiredService<AuditScribe>(),
            provider.GetRequiredService<AuditWriter>(),
            provider.GetRequiredService<RefusalTally>(),
            own,
            provider.GetRequiredService<ILogger<LiveLineAudit>>()));
        services.AddSingleton(provider => new AuditIndex(
            data.AuditIndexFile,
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<Readiness>(),
            provider.GetRequiredService<ILogger<AuditIndex>>()));
        services.AddSingleton(new AuditSearch(data.AuditIndexFile));
        services.AddHostedService(provider => provider.GetRequiredService<RefusalTally>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveLineAudit>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditIndex>());
    }
}
