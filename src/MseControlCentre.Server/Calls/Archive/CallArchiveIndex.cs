using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Indexes;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls.Archive;

/// <summary>Keeps a file in which every call that was ever prepared is found.</summary>
/// <param name="path">The file.</param>
/// <param name="journal">What it is read from.</param>
/// <param name="readiness">It waits until the board is up.</param>
/// <param name="log">Tells of a journal that cannot be read.</param>
public sealed class CallArchiveIndex(
    string path, IJournal journal, Readiness readiness, ILogger<CallArchiveIndex> log)
    : JournalIndex(path, "Calls of the past", journal, readiness, log)
{
    /// <inheritdoc />
    protected override bool Reads(EventDetail detail) => detail is CallEvent;

    /// <inheritdoc />
    protected override IIndexWriter Open(string file) => new CallArchiveWriter(file);
}
