using System.Security.Cryptography;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Rendering;

/// <summary>
/// The browser's files, each with a hash of its content in its URL: a new build is never mixed with an old one.
/// </summary>
public sealed class ClientAssets
{
    // Bound: the files of the bundle.
    private readonly Dictionary<string, string> _urls;

    /// <summary>Reads the bundle under a web root.</summary>
    /// <exception cref="StartRefusedException">The bundle is missing.</exception>
    public ClientAssets(string webRoot)
    {
        string[] names = ["style.css", "wall.js", "pages-style.css", "pages.js", "explore.js", "passkeys.js"];
        _urls = names.ToDictionary(
            name => name, name => $"/dist/{name}?v={HashOf(webRoot, name)}", StringComparer.Ordinal);
        Build = string.Join('.', _urls.Values.Select(url => url[^12..]));
    }

    /// <summary>Identity of the bundle; a page of another build loads itself again.</summary>
    public string Build { get; }

    /// <summary>Where a browser finds a file.</summary>
    public string Url(string name) => _urls[name];

    private static string HashOf(string webRoot, string name)
    {
        var path = Path.Combine(webRoot, "dist", name);
        return File.Exists(path)
            ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..12]
            : throw new StartRefusedException(
                ExitCodes.BadConfiguration,
                path,
                "the browser's files are missing beside the program. Build it again with 'dotnet build'; that needs "
                + "Node and npm.");
    }
}
