using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>An entry as stored, with its chain value.</summary>
internal readonly record struct StoredEntry(JournalEntry Entry, byte[] Chain, byte[] Canonical);

/// <summary>An entry cannot be read. Entries before it can.</summary>
internal sealed class DamagedEntryException(long sequence, string reason, Exception? innerException = null)
    : Exception(reason, innerException)
{
    /// <summary>Sequence of the first entry that cannot be trusted.</summary>
    public long Sequence { get; } = sequence;
}

/// <summary>Reads entries in order, in batches. No transaction stays open between two batches.</summary>
internal sealed class EntryReader : IDisposable
{
    private readonly Database _database;
    private readonly Names _names;
    private readonly Statement _select;

    public EntryReader(Database database, Names names)
    {
        _database = database;
        _names = names;
        _select = database.Prepare(
            """
            SELECT sequence, recorded_at, occurred_at, source, message_id, site, kind, detail, chain
            FROM entries WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence LIMIT ?3
            """);
    }

    /// <summary>The next entries after a sequence, up to another; never fewer than one.</summary>
    /// <exception cref="DamagedEntryException">The next entry is missing or cannot be read.</exception>
    public JournalEntry[] Read(long after, long upTo) => Read(after, upTo, (_, entry, _) => entry);

    /// <summary>As <see cref="Read(long, long)"/>, with what the hash chain is checked by.</summary>
    public StoredEntry[] ReadStored(long after, long upTo) =>
        Read(after, upTo, (row, entry, detail) =>
            new StoredEntry(entry, row.Bytes(8).ToArray(), PreparedEvent.CanonicalBytes(entry.Event, detail)));

    /// <summary>Where the stored journal ends.</summary>
    public static ChainPosition ReadEnd(Database database) => ReadPosition(
        database, "SELECT sequence, recorded_at, chain FROM entries ORDER BY sequence DESC LIMIT 1");

    /// <summary>The position of one entry; the start when it is 0 or not there.</summary>
    public static ChainPosition ReadPosition(Database database, long sequence) => ReadPosition(
        database, $"SELECT sequence, recorded_at, chain FROM entries WHERE sequence = {sequence}");

    /// <summary>
    /// Sequence of the last entry recorded at or before a time; 0 when there is none. Times never run backwards from
    /// one entry to the next, so that a few looks find it.
    /// </summary>
    public static long LastRecordedBy(Database database, DateTimeOffset at)
    {
        var end = ReadEnd(database);
        if (end.RecordedAt <= at)
        {
            return end.Sequence;
        }

        var (by, after) = (0L, end.Sequence);
        while (after - by > 1)
        {
            var middle = by + ((after - by) / 2);
            (by, after) = ReadPosition(database, middle).RecordedAt <= at ? (middle, after) : (by, middle);
        }

        return by;
    }

    /// <inheritdoc />
    public void Dispose() => _select.Dispose();

    private static ChainPosition ReadPosition(Database database, string sql)
    {
        using var statement = database.Prepare(sql);
        return statement.Step()
            ? new ChainPosition(
                statement.Number(0), Time(statement.Number(0), statement.Number(1)), statement.Bytes(2).ToArray())
            : ChainPosition.Empty;
    }

    private delegate T Shape<out T>(Statement row, JournalEntry entry, ReadOnlySpan<byte> detail);

    private T[] Read<T>(long after, long upTo, Shape<T> shape)
    {
        var batch = new List<T>((int)Math.Min(upTo - after, JournalLimits.EntriesInOneBatch));
        try
        {
            _select.Bind(1, after).Bind(2, upTo).Bind(3, JournalLimits.EntriesInOneBatch);
            while (_select.Step())
            {
                var detail = _select.Bytes(7);
                batch.Add(shape(_select, Entry(after + batch.Count + 1, detail), detail));
            }
        }
        catch (Exception exception) when (batch.Count > 0 && exception is (SqliteFailure or DamagedEntryException))
        {
            // What comes before the damage is given; the next reading starts at the damage and tells of it.
        }
        catch (SqliteFailure failure)
        {
            throw new DamagedEntryException(after + 1, $"the file is damaged there ({failure.Message})", failure);
        }
        finally
        {
            _select.Reset();
        }

        return batch.Count > 0
            ? [.. batch]
            : throw new DamagedEntryException(after + 1, "it is missing");
    }

    private JournalEntry Entry(long expected, ReadOnlySpan<byte> detail)
    {
        if (_select.Number(0) != expected)
        {
            throw new DamagedEntryException(expected, $"it is missing; the next one there is {_select.Number(0)}");
        }

        var kind = Name(_names.Kinds, _select.Number(6), expected);
        try
        {
            return new JournalEntry(expected, Time(expected, _select.Number(1)), new FlowEvent
            {
                OccurredAt = Time(expected, _select.Number(2)),
                Source = Name(_names.Sources, _select.Number(3), expected),
                MessageId = _select.Text(4),
                Site = Name(_names.Sites, _select.Number(5), expected),
                Detail = EventCatalogue.Decode(kind, detail),
            });
        }
        catch (Exception exception)
            when (exception is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            throw new DamagedEntryException(
                expected, $"its {kind} detail ({detail.Length} bytes) cannot be decoded", exception);
        }
    }

    private string Name(NameTable table, long id, long sequence)
    {
        if (table.Find(id) is { } known)
        {
            return known;
        }

        // Another process writes the journal and has met a new name since this one opened it.
        table.Load(_database);
        return table.Find(id)
            ?? throw new DamagedEntryException(sequence, $"it names {id} in a table that has no such name");
    }

    private static DateTimeOffset Time(long sequence, long ticks) =>
        ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new DamagedEntryException(sequence, "its time is out of range");
}
