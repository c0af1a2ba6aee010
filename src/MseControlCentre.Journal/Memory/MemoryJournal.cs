using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Memory;

/// <summary>
/// A journal that lives as long as the process, for tests and trials. It keeps every promise of <see cref="IJournal"/>
/// but the survival of a restart. Bounded by its capacity: it refuses events when it is full and forgets none.
/// </summary>
public sealed class MemoryJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly HashSet<(string Source, string MessageId)> _known = [];
    private readonly List<JournalSnapshot> _snapshots = [];
    private readonly CommittedTail _tail = new(JournalLimits.EntriesInTail, lastSequence: 0);
    private readonly RecordingClock _clock;
    private readonly int _capacity;
    private bool _closed;

    /// <summary>Creates an empty journal.</summary>
    /// <param name="time">Gives the time at which entries are recorded.</param>
    /// <param name="capacity">Most entries it takes.</param>
    public MemoryJournal(TimeProvider time, int capacity = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _clock = new RecordingClock(time, DateTimeOffset.MinValue);
        _capacity = capacity;
    }

    /// <inheritdoc />
    public long LastSequence => _tail.Last;

    /// <inheritdoc />
    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = PreparedEvent.PrepareAll(events);
        lock (_lock)
        {
            ThrowIfClosed();
            return ValueTask.FromResult(Append(prepared));
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(long after, CancellationToken cancellationToken) =>
        TailReading.ReadAsync(_tail, StoredAsync, after, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        TailReading.FollowAsync(_tail, StoredAsync, after, cancellationToken);

    /// <inheritdoc />
    public ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ThrowIfClosed();
            SnapshotRules.Require(snapshot, LastSequence);
            _snapshots.RemoveAll(kept => kept.Sequence == snapshot.Sequence);
            _snapshots.Add(snapshot with { State = snapshot.State.ToArray() });
            _snapshots.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
            var leaving = SnapshotRules.Leaving([.. _snapshots.Select(kept => (kept.Sequence, kept.RecordedAt))]);
            _snapshots.RemoveAll(kept => leaving.Contains(kept.Sequence));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ThrowIfClosed();
            return ValueTask.FromResult(
                _snapshots.FindLast(kept => atOrBefore is null || kept.RecordedAt <= atOrBefore));
        }
    }

    /// <inheritdoc />
    public ValueTask<long> LastRecordedByAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ThrowIfClosed();
            return ValueTask.FromResult(_entries.FindLast(entry => entry.RecordedAt <= at)?.Sequence ?? 0);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _tail.Close();
        return ValueTask.CompletedTask;
    }

    private AppendResult Append(PreparedEvent[] prepared)
    {
        if (_entries.Count + prepared.Length > _capacity)
        {
            throw new JournalUnavailableException(
                $"The journal in memory is full: it holds {_entries.Count} of {_capacity} entries and "
                + $"{prepared.Length} more were sent. Nothing was written. Use a journal on disk, or give it a "
                + "larger capacity.");
        }

        var outcomes = new AppendOutcome[prepared.Length];
        var recordedAt = _clock.Next();
        var first = _entries.Count;
        for (var index = 0; index < prepared.Length; index++)
        {
            var flowEvent = prepared[index].Event;
            if (!_known.Add((flowEvent.Source, flowEvent.MessageId)))
            {
                outcomes[index] = AppendOutcome.AlreadyKnown;
                continue;
            }

            _entries.Add(new JournalEntry(_entries.Count + 1, recordedAt, flowEvent));
        }

        _tail.Publish(_entries[first..]);
        return new AppendResult(outcomes, LastSequence);
    }

    private async IAsyncEnumerable<JournalEntry[]> StoredAsync(
        long after, long upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        while (after < upTo)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JournalEntry[] batch;
            lock (_lock)
            {
                batch = [.. _entries.GetRange(
                    (int)after, (int)Math.Min(upTo - after, JournalLimits.EntriesInOneBatch))];
            }

            after = batch[^1].Sequence;
            yield return batch;
        }
    }

    private void ThrowIfClosed()
    {
        if (_closed)
        {
            throw JournalErrors.Closed();
        }
    }
}
