using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal;

/// <summary>
/// Reads a journal: the entries in their one order, and the snapshots of the state after some of them.
/// </summary>
public interface IJournalReader : IAsyncDisposable
{
    /// <summary>Sequence of the newest durable entry; 0 when the journal is empty.</summary>
    long LastSequence { get; }

    /// <summary>
    /// Reads the entries after a sequence, in order, in batches, up to the newest that is durable now.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The journal ends before that sequence.</exception>
    /// <exception cref="JournalUnavailableException">An entry is damaged; the message names the first.</exception>
    IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(long after, CancellationToken cancellationToken);

    /// <summary>
    /// The newest snapshot recorded at or before a time (UTC); the newest of all when the time is null.
    /// </summary>
    ValueTask<JournalSnapshot?> LoadSnapshotAsync(DateTimeOffset? atOrBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Sequence of the last entry recorded at or before a time (UTC); 0 when there is none. It tells how much a reading
    /// has before it; a journal that cannot say it at little cost answers with its newest entry.
    /// </summary>
    ValueTask<long> LastRecordedByAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        ValueTask.FromResult(LastSequence);
}

/// <summary>
/// The one record of everything that happened: durable, in one order, each event once. Whatever is acknowledged to a
/// sender has been committed here first.
/// </summary>
public interface IJournal : IJournalReader
{
    /// <summary>
    /// Appends events in the order given. Completes when all of them are durable. An event whose source and message
    /// identity are already in the journal (or earlier in the same call) is not written again. Cancelled means that
    /// nothing was written: once writing has begun, the result is awaited.
    /// </summary>
    /// <exception cref="JournalUnavailableException">
    /// The events could not be made durable (disk full, read-only, closed). None of them may be acknowledged; the
    /// caller may send them again.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An event cannot be kept (no identity, too long, not in the catalogue), or there are more than
    /// <see cref="JournalLimits.EventsInOneAppend"/>. Nothing of the call was written.
    /// </exception>
    ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the entries after a sequence, in order, in batches, and goes on with each new one as it is committed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The journal ends before that sequence.</exception>
    /// <exception cref="JournalUnavailableException">The journal was closed, or an entry is damaged.</exception>
    IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a snapshot of the state after an entry; one of the same sequence is replaced. Of the last 24 hours one an
    /// hour is kept, of the last 35 days one a day; older ones leave.
    /// </summary>
    ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken);
}

/// <summary>What became of one appended event.</summary>
public enum AppendOutcome
{
    /// <summary>It is new and durable.</summary>
    Appended,

    /// <summary>The journal knew its source and message identity already; it was accepted before.</summary>
    AlreadyKnown,
}

/// <summary>What became of the events of one append, all durable now.</summary>
/// <param name="Outcomes">One for each event, in the order given.</param>
/// <param name="LastSequence">Sequence of the newest entry that was durable when the append completed.</param>
public sealed record AppendResult(IReadOnlyList<AppendOutcome> Outcomes, long LastSequence);

/// <summary>The state after an entry, so that a start or a look at the past need not read the whole journal.</summary>
/// <param name="Sequence">The last entry that the state has applied.</param>
/// <param name="RecordedAt">When that entry was recorded (UTC).</param>
/// <param name="StateHash">Hash of the state, checked when it is loaded.</param>
/// <param name="State">The state as the domain wrote it.</param>
public sealed record JournalSnapshot(
    long Sequence, DateTimeOffset RecordedAt, string StateHash, ReadOnlyMemory<byte> State);

/// <summary>The journal cannot make events durable now. The message says why and what to do.</summary>
public sealed class JournalUnavailableException : IOException
{
    /// <summary>Creates the exception.</summary>
    public JournalUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
