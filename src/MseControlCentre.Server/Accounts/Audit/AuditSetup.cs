using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Adds the audit.</summary>
public static class AuditSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddAudit(this IServiceCollection services, DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        services.AddSingleton<IAuditTrail, JournalledAuditTrail>();
        services.AddSingleton<AuditWriter>();
        services.AddSingleton<AuditScribe>();
        services.AddSingleton<RefusalTally>();
        services.AddSingleton<LiveLineAudit>();
        services.AddSingleton<AuditInbox>();
        services.AddSingleton(provider => new AuditIndex(
            data.AuditIndexFile,
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<Readiness>(),
            provider.GetRequiredService<ILogger<AuditIndex>>()));
        services.AddHostedService(provider => provider.GetRequiredService<RefusalTally>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveLineAudit>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditInbox>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditIndex>());
    }
}
