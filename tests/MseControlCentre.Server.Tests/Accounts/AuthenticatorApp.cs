using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>An authenticator app on a phone: RFC 6238 with SHA-1, six digits, half minutes.</summary>
internal sealed class AuthenticatorApp(string key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _key = Decode(key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());

    /// <summary>The code of a half minute, counted from now. The server takes those nearby.</summary>
    public string Code(int stepsFromNow = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(
            counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsFromNow);
#pragma warning disable CA5350 // What every authenticator app uses; RFC 6238.
        var hash = HMACSHA1.HashData(_key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>A code that is right in none of the half minutes nearby.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-4, 9).Select(Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 20).Select(number => number.ToString("D6", CultureInfo.InvariantCulture))
            .First(code => !right.Contains(code));
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in text)
        {
            held = ((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
