using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MseControlCentre.Server.Accounts.Store;

/// <summary>
/// 256 random bits that are shown once, in a link. Only their hash is kept: they are not guessed, so they need no salt
/// and no slow hash.
/// </summary>
public static class OneTimeSecret
{
    private const int Bytes = 32;

    /// <summary>Makes one: what is shown, and what is kept.</summary>
    public static (string Shown, string Kept) New()
    {
        var shown = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (shown, Hash(shown));
    }

    /// <summary>
    /// What is kept of one that was shown; an equal hash is found by its index, which needs no comparison here.
    /// </summary>
    public static string Hash(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
