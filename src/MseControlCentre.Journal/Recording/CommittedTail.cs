using System.Diagnostics.CodeAnalysis;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Recording;

/// <summary>
/// The newest committed entries, in memory, for those who follow the journal. Bounded by its capacity: the oldest
/// entry leaves when a new one comes. Who has fallen behind reads from the store; publishing never waits for anyone.
/// </summary>
internal sealed class CommittedTail(int capacity, long lastSequence)
{
    private readonly Lock _lock = new();
    private readonly JournalEntry?[] _ring = new JournalEntry?[capacity];
    private long _last = lastSequence;
    private long _before = lastSequence;
    private TaskCompletionSource? _waiting;
    private bool _closed;

    /// <summary>Sequence of the newest committed entry.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>Entries held now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return (int)(_last - _before);
            }
        }
    }

    /// <summary>Makes committed entries visible. They follow the newest one without a gap.</summary>
    public void Publish(IReadOnlyList<JournalEntry> committed)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            foreach (var entry in committed)
            {
                if (entry.Sequence != _last + 1)
                {
                    throw new InvalidOperationException($"Entry {entry.Sequence} was committed after {_last}.");
                }

                _ring[entry.Sequence % capacity] = entry;
                Volatile.Write(ref _last, entry.Sequence);
            }

            _before = Math.Max(_before, _last - capacity);
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }

    /// <summary>Ends all waiting; later waits end at once.</summary>
    public void Close()
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _closed = true;
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }

    /// <summary>
    /// Takes the next entries after a sequence; false when they have left the tail and are in the store only.
    /// </summary>
    public bool TryRead(long after, long upTo, [NotNullWhen(true)] out JournalEntry[]? batch)
    {
        lock (_lock)
        {
            if (after < _before)
            {
                batch = null;
                return false;
            }

            var count = Math.Min(Math.Min(upTo, _last) - after, JournalLimits.EntriesInOneBatch);
            batch = new JournalEntry[Math.Max(count, 0)];
            for (var index = 0; index < batch.Length; index++)
            {
                batch[index] = _ring[(after + 1 + index) % capacity]!;
            }

            return true;
        }
    }

    /// <summary>Completes when an entry after a sequence is committed.</summary>
    /// <exception cref="JournalUnavailableException">The journal was closed.</exception>
    public async ValueTask WaitAsync(long after, CancellationToken cancellationToken)
    {
        Task waiting;
        lock (_lock)
        {
            if (_last > after)
            {
                return;
            }

            ThrowIfClosed();
            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = _waiting.Task;
        }

        await waiting.WaitAsync(cancellationToken);
        lock (_lock)
        {
            if (_last <= after)
            {
                ThrowIfClosed();
            }
        }
    }

    /// <summary>Refuses when the journal was closed.</summary>
    /// <exception cref="JournalUnavailableException">The journal was closed.</exception>
    public void RequireOpen()
    {
        lock (_lock)
        {
            ThrowIfClosed();
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
