using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A journal that stands before another and passes everything on; how it is read is up to the kind.</summary>
public abstract class JournalBefore(IJournal inner) : IJournal
{
    /// <inheritdoc />
    public long LastSequence => inner.LastSequence;

    /// <summary>The journal behind it.</summary>
    protected IJournal Inner => inner;

    /// <inheritdoc />
    public abstract IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        long after, CancellationToken cancellationToken);

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken) =>
        inner.AppendAsync(events, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        inner.FollowAsync(after, cancellationToken);

    /// <inheritdoc />
    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken) =>
        inner.LoadSnapshotAsync(atOrBefore, cancellationToken);

    /// <inheritdoc />
    public ValueTask<long> LastRecordedByAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        inner.LastRecordedByAsync(at, cancellationToken);

    /// <inheritdoc />
    public ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        inner.SaveSnapshotAsync(snapshot, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
