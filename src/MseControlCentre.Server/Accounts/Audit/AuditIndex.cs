using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Indexes;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>Keeps a file to search the audit in.</summary>
/// <param name="path">The file.</param>
/// <param name="journal">What it is read from.</param>
/// <param name="readiness">It waits until the board is up.</param>
/// <param name="log">Tells of a journal that cannot be read.</param>
public sealed class AuditIndex(string path, IJournal journal, Readiness readiness, ILogger<AuditIndex> log)
    : JournalIndex(path, "Acts of the audit", journal, readiness, log)
{
    /// <inheritdoc />
    protected override bool Reads(EventDetail detail) => detail is AccessRecorded;

    /// <inheritdoc />
    protected override IIndexWriter Open(string file) => new AuditIndexWriter(file);
}
