using System.Buffers.Binary;
using System.Security.Cryptography;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// A second witness, beside the journal, of the last entry that may have been acknowledged. SQLite recovers from a
/// damaged end of its write-ahead log by dropping it without a word; this file tells that something was dropped. It is
/// written after each commit and before anyone is told, without waiting for the disk: a power cut may leave it a
/// little behind the journal, never ahead.
/// </summary>
internal sealed class AcknowledgedMark : IDisposable
{
    private const int ChecksumSize = 8;
    private const int Size = sizeof(long) + sizeof(long) + HashChain.Size + ChecksumSize;

    private readonly FileStream _file;
    private readonly Action<string> _warn;
    private bool _failing;

    private AcknowledgedMark(FileStream file, Action<string> warn)
    {
        _file = file;
        _warn = warn;
    }

    /// <summary>The path of the mark that belongs to a journal file.</summary>
    public static string PathFor(string journalPath) => journalPath + ".acknowledged";

    /// <summary>Opens the mark for writing and creates it when it is missing.</summary>
    public static AcknowledgedMark Open(string journalPath, Action<string> warn) =>
        new(
            new FileStream(
                PathFor(journalPath), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0),
            warn);

    /// <summary>Reads a mark; null when there is none, or when it was not written to its end.</summary>
    public static ChainPosition? Read(string journalPath)
    {
        if (!File.Exists(PathFor(journalPath)))
        {
            return null;
        }

        using var file = new FileStream(PathFor(journalPath), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[Size];
        if (file.ReadAtLeast(bytes, Size, throwOnEndOfStream: false) < Size
            || !bytes.AsSpan(Size - ChecksumSize).SequenceEqual(Checksum(bytes)))
        {
            return null;
        }

        return new ChainPosition(
            BinaryPrimitives.ReadInt64LittleEndian(bytes),
            new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(sizeof(long))), TimeSpan.Zero),
            bytes.AsSpan(2 * sizeof(long), HashChain.Size).ToArray());
    }

    /// <summary>Notes the last committed entry. A failure is told once: the entries themselves are durable.</summary>
    public void Write(ChainPosition committed)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, committed.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long)), committed.RecordedAt.UtcTicks);
        committed.Chain.CopyTo(bytes, 2 * sizeof(long));
        Checksum(bytes).CopyTo(bytes.AsSpan(Size - ChecksumSize));
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, fileOffset: 0);
            _failing = false;
        }
        catch (IOException exception)
        {
            if (!_failing)
            {
                _warn($"The mark beside the journal cannot be written ({_file.Name}; {exception.Message}). Entries are "
                    + "still durable, but a damaged end of the journal might go unseen. Check the disk.");
            }

            _failing = true;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
    }

    private static byte[] Checksum(byte[] bytes) =>
        SHA256.HashData(bytes.AsSpan(0, Size - ChecksumSize))[..ChecksumSize];
}
