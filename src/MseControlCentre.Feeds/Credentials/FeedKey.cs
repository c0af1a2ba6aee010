using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MseControlCentre.Feeds.Credentials;

/// <summary>
/// A feed's secret key: 256 random bits behind a mark that secret scanners find, such as
/// <c>msecc_Yk3...</c> (49 characters). Because it is random and long, a plain SHA-256 of it keeps it: there is nothing
/// to guess that a slow hash would protect.
/// </summary>
public static class FeedKey
{
    private const string Mark = "msecc_";
    private const int RandomBytes = 32;
    private const string Scheme = "Bearer ";

    /// <summary>Longest header that is looked at.</summary>
    private const int LongestHeader = 256;

    /// <summary>A new key.</summary>
    public static string Create() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is kept of a key.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>
    /// What would be kept of the key in an <c>Authorization</c> header. Whatever the header holds, it is hashed once: a
    /// wrong key costs as much time as one that has the wrong form.
    /// </summary>
    public static byte[] HashOfHeader(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var key = header.Length <= LongestHeader && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : string.Empty;
        return Hash(key);
    }
}
