using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Recording;

/// <summary>Reads from a store and goes over to the tail in memory where it reaches far enough back.</summary>
internal static class TailReading
{
    /// <summary>Reads stored entries after one sequence and up to another, in order, in batches.</summary>
    public delegate IAsyncEnumerable<JournalEntry[]> StoredEntries(
        long after, long upTo, CancellationToken cancellationToken);

    /// <summary>Entries after a sequence up to the newest that is committed now.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        CommittedTail tail,
        StoredEntries stored,
        long after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        tail.RequireOpen();
        var upTo = tail.Last;
        RequireWithin(after, upTo);
        while (after < upTo)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tail.TryRead(after, upTo, out var batch))
            {
                after = batch[^1].Sequence;
                yield return batch;
                continue;
            }

            await foreach (var older in stored(after, upTo, cancellationToken))
            {
                after = older[^1].Sequence;
                yield return older;
            }
        }
    }

    /// <summary>
    /// Entries after a sequence, for ever: each is given once, whether it comes from the store or the tail.
    /// </summary>
    public static async IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(
        CommittedTail tail,
        StoredEntries stored,
        long after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RequireWithin(after, tail.Last);
        while (true)
        {
            await tail.WaitAsync(after, cancellationToken);
            await foreach (var batch in ReadAsync(tail, stored, after, cancellationToken))
            {
                after = batch[^1].Sequence;
                yield return batch;
            }
        }
    }

    /// <summary>
    /// Refuses to read after a sequence that is not there. Whoever has applied more than the journal holds has another
    /// journal's state: going on would lose entries unseen.
    /// </summary>
    public static void RequireWithin(long after, long last)
    {
        if (after < 0 || after > last)
        {
            throw new ArgumentOutOfRangeException(
                nameof(after), after, $"The journal ends at sequence {last}; reading can start after 0 to {last}.");
        }
    }
}
