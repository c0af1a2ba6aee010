using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MseControlCentre.Feeds.Pseudonyms;

/// <summary>What an identifier identifies; each kind has its own pseudonyms.</summary>
public enum IdentifierKind
{
    /// <summary>A visit: an ED attendance or a hospital stay. <c>v_...</c></summary>
    Visit,

    /// <summary>A patient. <c>p_...</c></summary>
    Patient,

    /// <summary>An ambulance's conveyance. <c>c_...</c></summary>
    Conveyance,

    /// <summary>A virtual-ward referral and stay. <c>s_...</c></summary>
    Stay,

    /// <summary>A 999 call's incident. <c>i_...</c></summary>
    Incident,
}

/// <summary>
/// Turns identifiers into keyed pseudonyms: the same identifier always gives the same pseudonym, and without the key
/// nobody can find the identifier or try them all (an unkeyed hash of an NHS number is undone in seconds).
/// HMAC-SHA-256 over <c>kind|domain|identifier</c>, first 16 bytes, base64url, with a prefix that names the kind.
/// </summary>
public sealed class Pseudonymiser
{
    private const int PseudonymBytes = 16;
    private const int StackBytes = 256;
    private readonly byte[] _key;

    /// <summary>Creates it.</summary>
    /// <param name="key">The secret key: <see cref="PseudonymKey.Length"/> random bytes.</param>
    public Pseudonymiser(ReadOnlySpan<byte> key)
    {
        if (key.Length != PseudonymKey.Length)
        {
            throw new ArgumentException(
                $"The pseudonym key has {key.Length} bytes; {PseudonymKey.Length} were expected.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>The pseudonym of an identifier.</summary>
    /// <param name="kind">What it identifies.</param>
    /// <param name="domain">Where the identifier is unique, such as a site's code.</param>
    /// <param name="identifier">The identifier as sent; surrounding white space does not count.</param>
    public string Of(IdentifierKind kind, string domain, ReadOnlySpan<char> identifier) => kind switch
    {
        IdentifierKind.Visit => Keyed("v_", "visit", domain, identifier),
        IdentifierKind.Patient => Keyed("p_", "patient", domain, identifier),
        IdentifierKind.Conveyance => Keyed("c_", "conveyance", domain, identifier),
        IdentifierKind.Stay => Keyed("s_", "stay", domain, identifier),
        IdentifierKind.Incident => Keyed("i_", "incident", domain, identifier),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of identifier."),
    };

    /// <summary>An identity for a message that brings none of its own, or one that must not be kept as it is.</summary>
    /// <param name="content">What tells the message apart from others of its feed.</param>
    public string OfMessage(ReadOnlySpan<char> content) => Keyed("h_", "message", string.Empty, content);

    private string Keyed(string prefix, string kind, string domain, ReadOnlySpan<char> identifier)
    {
        identifier = identifier.Trim();
        var size = Encoding.UTF8.GetMaxByteCount(kind.Length + domain.Length + identifier.Length + 2);
        Span<byte> text = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        var length = Encoding.UTF8.GetBytes(kind, text);
        text[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(domain, text[length..]);
        text[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(identifier, text[length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, text[..length], hash);
        return string.Concat(prefix, Base64Url.EncodeToString(hash[..PseudonymBytes]));
    }
}
