using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;
using MseControlCentre.Journal.Sqlite;

namespace MseControlCentre.Journal.Verification;

/// <summary>Checks stored entries one after another against the hash chain.</summary>
internal sealed class EntryCheck(ChainPosition start, ChainPosition? acknowledged)
{
    private ChainPosition _end = start;

    /// <summary>The last entry that was found sound.</summary>
    public ChainPosition End => _end;

    /// <summary>Reads on to the end of the journal.</summary>
    /// <exception cref="DamagedEntryException">An entry cannot be trusted.</exception>
    public void Run(Database database, Names names, Action<JournalEntry>? visit, CancellationToken cancellationToken)
    {
        using var reader = new EntryReader(database, names);
        var last = LastSequence(database);
        while (_end.Sequence < last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var stored in reader.ReadStored(_end.Sequence, last))
            {
                Check(stored);
                visit?.Invoke(stored.Entry);
            }
        }

        if (acknowledged is not null && acknowledged.Sequence > _end.Sequence)
        {
            throw new DamagedEntryException(
                _end.Sequence + 1,
                $"entries {_end.Sequence + 1} to {acknowledged.Sequence} were acknowledged to their senders but "
                + "are not in the file: its end was damaged, or an older copy was put in its place. If they are lost "
                + "for good, remove the file whose name ends in .acknowledged and start again");
        }
    }

    private void Check(StoredEntry stored)
    {
        var entry = stored.Entry;
        if (entry.RecordedAt < _end.RecordedAt)
        {
            throw new DamagedEntryException(entry.Sequence, "it was recorded before the entry that precedes it");
        }

        var chain = HashChain.Next(_end.Chain, entry.Sequence, entry.RecordedAt, stored.Canonical);
        if (!chain.AsSpan().SequenceEqual(stored.Chain))
        {
            throw new DamagedEntryException(
                entry.Sequence,
                "it, or its place in the journal, was changed after it was written (the hash chain breaks)");
        }

        if (entry.Sequence == acknowledged?.Sequence && !chain.AsSpan().SequenceEqual(acknowledged.Chain))
        {
            throw new DamagedEntryException(
                entry.Sequence, "it is not the entry that was acknowledged: another journal was put in its place");
        }

        _end = new ChainPosition(entry.Sequence, entry.RecordedAt, chain);
    }

    // A damaged file may not even tell where it ends; then reading on finds the first entry that is missing.
    private static long LastSequence(Database database)
    {
        try
        {
            return EntryReader.ReadEnd(database).Sequence;
        }
        catch (SqliteFailure)
        {
            return long.MaxValue;
        }
        catch (DamagedEntryException)
        {
            return long.MaxValue;
        }
    }
}
