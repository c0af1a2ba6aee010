using System.Buffers.Binary;

namespace MseControlCentre.Journal.Verification;

/// <summary>
/// Whether a database file is as long as its header says (https://sqlite.org/fileformat2.html, section 1.3). SQLite
/// itself finds out only when it comes to a page that is not there.
/// </summary>
internal static class FileLength
{
    private const int HeaderBytes = 100;
    private const int PageSizeAt = 16;
    private const int ChangesAt = 24;
    private const int PageCountAt = 28;
    private const int PageCountValidForAt = 92;

    /// <summary>
    /// What is wrong with the length of a file; null when it is long enough or has a log still to apply.
    /// </summary>
    public static string? Finding(string path)
    {
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return $"The file was cut off: it has {file.Length} bytes, not even a header";
        }

        // The page count holds only if it was written by the same change as the rest of the header.
        var expected = PageSize(header) * BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(PageCountAt));
        var changes = header.AsSpan(ChangesAt, sizeof(int));
        var valid = changes.SequenceEqual(header.AsSpan(PageCountValidForAt, sizeof(int)));
        return valid && file.Length < expected
            ? $"The file was cut off: it has {file.Length} bytes and should have {expected}"
            : null;
    }

    // A page size of 65,536 does not fit the two bytes and is written as 1.
    private static long PageSize(byte[] header) =>
        BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(PageSizeAt)) is var size && size == 1 ? 65_536 : size;
}
