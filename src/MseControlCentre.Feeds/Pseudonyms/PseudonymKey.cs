using System.Security.Cryptography;

namespace MseControlCentre.Feeds.Pseudonyms;

/// <summary>
/// The secret key of the pseudonyms, in a file of its own beside the journal, readable by its owner only. Whoever has
/// the journal without this file cannot find an identifier. A lost key means that known patients look new.
/// </summary>
public static class PseudonymKey
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key; makes a new one when the file does not exist.</summary>
    /// <exception cref="IOException">
    /// The file cannot be read or made, or holds no key. The message says what to do.
    /// </exception>
    public static byte[] LoadOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = File.ReadAllBytes(path);
        if (key.Length != Length)
        {
            throw new IOException(
                $"The pseudonym key {path} has {key.Length} bytes; {Length} were expected. Put back the file of this " +
                "data directory from its backup. Without it, patients already known would look new.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
        {
            throw new IOException($"The pseudonym key {path} can be read by others. Run: chmod 600 {path}");
        }

        return key;
    }

    // Written whole under another name first: a crash half-way leaves no short key behind.
    private static void Create(string path)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);
    }
}
