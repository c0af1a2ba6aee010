using System.Collections.Frozen;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>What is recorded each time it is asked for; the rest are counts, which tell of nobody.</summary>
public static class AuditedOperations
{
    private static readonly FrozenSet<Operation> s_all = new[]
    {
        Operation.SeePatients,
        Operation.SeeDelayedDischarges,
        Operation.Declare,
        Operation.CorrectDeclaration,
        Operation.ExportReturns,
        Operation.ReplayQuarantine,
        Operation.KeepWallLinks,
        Operation.KeepAccounts,
        Operation.SeeAudit,
    }.ToFrozenSet();

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Operation> All => s_all;

    /// <summary>Whether an operation is one of them.</summary>
    public static bool Has(Operation operation) => s_all.Contains(operation);
}
