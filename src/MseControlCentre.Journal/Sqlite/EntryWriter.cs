using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Writes entries within one transaction. Nothing of it shows, here or in the file, until it is committed.
/// </summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly Database _database;
    private readonly Names _names;
    private readonly RecordingClock _clock;
    private readonly Func<PreparedEvent, long> _identityHash;
    private readonly Statement _claimIdentity;
    private readonly Statement _findIdentity;
    private readonly Statement _insertEntry;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly List<JournalEntry> _written = [];
    private ChainPosition _committed;
    private ChainPosition _end;
    private DateTimeOffset _recordedAt;

    public EntryWriter(
        Database database, Names names, RecordingClock clock, ChainPosition end, Func<PreparedEvent, long> identityHash)
    {
        _database = database;
        _names = names;
        _clock = clock;
        _identityHash = identityHash;
        _committed = _end = end;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _claimIdentity = database.Prepare(
            "INSERT INTO identities (hash, sequence) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        _findIdentity = database.Prepare(
            "SELECT source, message_id FROM identities JOIN entries USING (sequence) WHERE hash = ?1");
        _insertEntry = database.Prepare(
            """
            INSERT INTO entries (sequence, recorded_at, occurred_at, source, message_id, site, kind, detail, chain)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
    }

    /// <summary>Where the committed journal ends.</summary>
    public ChainPosition Committed => _committed;

    /// <summary>Begins a transaction. All its entries are recorded at one time.</summary>
    public void Begin()
    {
        _begin.Run();
        _recordedAt = _clock.Next();
    }

    /// <summary>Writes an event unless its identity is known.</summary>
    public AppendOutcome Write(PreparedEvent prepared)
    {
        var sequence = _end.Sequence + 1;
        var source = _names.Sources.IdOf(prepared.Event.Source, _database);
        if (!ClaimIdentity(prepared, source, sequence))
        {
            return AppendOutcome.AlreadyKnown;
        }

        var chain = HashChain.Next(_end.Chain, sequence, _recordedAt, prepared.Canonical);
        _insertEntry.Bind(1, sequence).Bind(2, _recordedAt.UtcTicks).Bind(3, prepared.Event.OccurredAt.UtcTicks)
            .Bind(4, source).BindUtf8(5, prepared.MessageId)
            .Bind(6, _names.Sites.IdOf(prepared.Event.Site, _database))
            .Bind(7, _names.Kinds.IdOf(prepared.Event.Kind, _database))
            .BindBytes(8, prepared.Detail).BindBytes(9, chain)
            .Run();
        _written.Add(new JournalEntry(sequence, _recordedAt, prepared.Event));
        _end = new ChainPosition(sequence, _recordedAt, chain);
        return AppendOutcome.Appended;
    }

    /// <summary>Makes everything written since <see cref="Begin"/> durable and gives the new entries.</summary>
    public IReadOnlyList<JournalEntry> Commit()
    {
        _commit.Run();
        _committed = _end;
        _names.Commit();
        JournalEntry[] written = [.. _written];
        _written.Clear();
        return written;
    }

    /// <summary>Takes everything back that was written since <see cref="Begin"/>.</summary>
    public void RollBack()
    {
        _end = _committed;
        _names.RollBack();
        _written.Clear();
        if (_database.InTransaction)
        {
            _database.Execute("ROLLBACK");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _claimIdentity.Dispose();
        _findIdentity.Dispose();
        _insertEntry.Dispose();
    }

    // One descent of the B-tree decides for a new identity. Only when the key is taken is the entry itself looked at.
    private bool ClaimIdentity(PreparedEvent prepared, long source, long sequence)
    {
        for (var hash = _identityHash(prepared); ; hash = unchecked(hash + 1))
        {
            _claimIdentity.Bind(1, hash).Bind(2, sequence).Run();
            if (_database.Changes == 1)
            {
                return true;
            }

            if (IsHeldBy(hash, source, prepared.MessageId))
            {
                return false;
            }
        }
    }

    private bool IsHeldBy(long hash, long source, ReadOnlySpan<byte> messageId)
    {
        try
        {
            return _findIdentity.Bind(1, hash).Step()
                && _findIdentity.Number(0) == source
                && _findIdentity.Bytes(1).SequenceEqual(messageId);
        }
        finally
        {
            _findIdentity.Reset();
        }
    }
}
