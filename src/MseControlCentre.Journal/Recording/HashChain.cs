using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MseControlCentre.Journal.Recording;

/// <summary>
/// Each entry carries SHA-256 of the chain value before it, its sequence and recorded-at (8 bytes each, little endian)
/// and its canonical bytes. A changed, removed, added or moved entry therefore breaks every later one.
/// </summary>
internal static class HashChain
{
    /// <summary>Bytes of a chain value.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The chain value before the first entry: zeros.</summary>
    public static byte[] Start => new byte[Size];

    /// <summary>The chain value of the next entry.</summary>
    public static byte[] Next(
        ReadOnlySpan<byte> before, long sequence, DateTimeOffset recordedAt, ReadOnlySpan<byte> canonical)
    {
        var length = Size + (2 * sizeof(long)) + canonical.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented.AsSpan(0, length);
        before.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[Size..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[(Size + sizeof(long))..], recordedAt.UtcTicks);
        canonical.CopyTo(bytes[(Size + (2 * sizeof(long)))..]);
        var chain = SHA256.HashData(bytes);
        ArrayPool<byte>.Shared.Return(rented);
        return chain;
    }
}
