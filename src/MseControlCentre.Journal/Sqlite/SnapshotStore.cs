using System.IO.Compression;
using System.Security.Cryptography;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Snapshots in the journal's file, compressed. A snapshot only shortens a replay: a damaged one is passed over for the
/// one before it, and that is told.
/// </summary>
internal static class SnapshotStore
{
    /// <summary>Compresses a state; done by the caller's thread.</summary>
    public static byte[] Compress(ReadOnlyMemory<byte> state)
    {
        using var compressed = new MemoryStream();
        using (var compressor = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            compressor.Write(state.Span);
        }

        return compressed.ToArray();
    }

    /// <summary>Writes a snapshot and removes those that leave for it, within the open transaction.</summary>
    public static void Save(Database database, JournalSnapshot snapshot, byte[] compressed)
    {
        using var insert = database.Prepare(
            """
            INSERT OR REPLACE INTO snapshots (sequence, recorded_at, state_hash, state, checksum)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """);
        insert.Bind(1, snapshot.Sequence).Bind(2, snapshot.RecordedAt.UtcTicks).Bind(3, snapshot.StateHash)
            .BindBytes(4, compressed).BindBytes(5, SHA256.HashData(compressed))
            .Run();
        using var delete = database.Prepare("DELETE FROM snapshots WHERE sequence = ?1");
        foreach (var sequence in SnapshotRules.Leaving(Kept(database)))
        {
            delete.Bind(1, sequence).Run();
        }
    }

    /// <summary>The newest sound snapshot recorded at or before a time.</summary>
    public static JournalSnapshot? Load(Database database, DateTimeOffset? atOrBefore, Action<string> warn)
    {
        using var select = database.Prepare(
            """
            SELECT sequence, recorded_at, state_hash, state, checksum FROM snapshots
            WHERE recorded_at <= ?1 ORDER BY sequence DESC
            """);
        select.Bind(1, (atOrBefore ?? DateTimeOffset.MaxValue).UtcTicks);
        while (select.Step())
        {
            if (Sound(select) is { } snapshot)
            {
                return snapshot;
            }

            warn($"The snapshot of sequence {select.Number(0)} is damaged and was passed over; the replay starts "
                + "earlier. Check the disk, and run verify-journal when the server is stopped.");
        }

        return null;
    }

    /// <summary>Sequences of the snapshots whose bytes have changed since they were written.</summary>
    public static IReadOnlyList<long> Damaged(Database database)
    {
        var damaged = new List<long>();
        using var select = database.Prepare(
            "SELECT sequence, recorded_at, state_hash, state, checksum FROM snapshots ORDER BY sequence");
        while (select.Step())
        {
            if (Sound(select) is null)
            {
                damaged.Add(select.Number(0));
            }
        }

        return damaged;
    }

    private static JournalSnapshot? Sound(Statement row)
    {
        if (!SHA256.HashData(row.Bytes(3)).AsSpan().SequenceEqual(row.Bytes(4)))
        {
            return null;
        }

        using var compressed = new MemoryStream(row.Bytes(3).ToArray());
        using var expander = new BrotliStream(compressed, CompressionMode.Decompress);
        using var state = new MemoryStream();
        expander.CopyTo(state);
        return new JournalSnapshot(
            row.Number(0), new DateTimeOffset(row.Number(1), TimeSpan.Zero), row.Text(2), state.ToArray());
    }

    private static List<(long Sequence, DateTimeOffset RecordedAt)> Kept(Database database)
    {
        var kept = new List<(long, DateTimeOffset)>();
        using var select = database.Prepare("SELECT sequence, recorded_at FROM snapshots ORDER BY sequence");
        while (select.Step())
        {
            kept.Add((select.Number(0), new DateTimeOffset(select.Number(1), TimeSpan.Zero)));
        }

        return kept;
    }
}
