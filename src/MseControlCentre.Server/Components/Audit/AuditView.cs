using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Audit;

/// <summary>What the page shows.</summary>
/// <param name="Query">What is asked for.</param>
/// <param name="Rows">The acts, newest first.</param>
/// <param name="Older">Place in the journal before which there are more; null when there are none.</param>
/// <param name="People">Everybody who did anything.</param>
/// <param name="Sites">The network's sites.</param>
/// <param name="IsWhole">Whether the newest acts are among them: false while the index is being made.</param>
public sealed record AuditView(
    AuditQuery Query,
    IReadOnlyList<AuditRow> Rows,
    long? Older,
    IReadOnlyList<AuditedPerson> People,
    IReadOnlyList<Choice> Sites,
    bool IsWhole);
