namespace MseControlCentre.Server.Configuration;

/// <summary>The directory in which one server keeps everything it must not lose.</summary>
public sealed class DataDirectory
{
    private DataDirectory(string path) => Root = path;

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>The journal.</summary>
    public string JournalFile => Path.Combine(Root, "journal.db");

    /// <summary>Key of the pseudonyms; made at the first start, readable by its owner only.</summary>
    public string PseudonymKeyFile => Path.Combine(Root, "pseudonym.key");

    /// <summary>The feeds' credentials, hashed; made when the first is added, readable by its owner only.</summary>
    public string CredentialsFile => Path.Combine(Root, "credentials.db");

    /// <summary>The simulated clock, when the directory holds a simulated day.</summary>
    public string ClockFile => Path.Combine(Root, "clock.json");

    /// <summary>Accounts, invitations and the links of walls.</summary>
    public string AccountsFile => Path.Combine(Root, "accounts.db");

    /// <summary>
    /// What the journal holds of the audit, to search in; made again from the journal when it is missing.
    /// </summary>
    public string AuditIndexFile => Path.Combine(Root, "audit-index.db");

    /// <summary>
    /// Every call that the journal holds, to find and list; made again from the journal when it is missing.
    /// </summary>
    public string CallArchiveFile => Path.Combine(Root, "call-archive.db");

    /// <summary>What is told to whom, and what became of it; for its owner only, since it holds addresses.</summary>
    public string OutboxFile => Path.Combine(Root, "notifications.db");

    /// <summary>What commands did that the server has not taken into the journal yet, a file for each.</summary>
    public string AuditInbox => Path.Combine(Root, "audit-inbox");

    /// <summary>Messages that could not be used, redacted.</summary>
    public string Quarantine => Path.Combine(Root, "quarantine");

    /// <summary>Log files.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>
    /// Keys that sign the forms of pages; made when missing, for its owner only. Losing them costs nothing but the
    /// forms that are open.
    /// </summary>
    public DirectoryInfo FormKeys()
    {
        var path = Path.Combine(Root, "form-keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Opens the directory, making it if it is missing, and proves that it can be written.</summary>
    /// <exception cref="StartRefusedException">It cannot be made or written.</exception>
    public static DataDirectory Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var probe = Path.Combine(full, ".write-test");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                ExitCodes.DataUnusable,
                "--data",
                $"the data directory {full} cannot be written ({exception.Message}). "
                + "Give a directory that this user may write to, with space left on its disk.",
                exception);
        }

        return new DataDirectory(full);
    }

    /// <summary>Opens a directory that must hold a journal already.</summary>
    /// <exception cref="StartRefusedException">There is no journal.</exception>
    public static DataDirectory OpenExisting(string path)
    {
        var directory = new DataDirectory(Path.GetFullPath(path));
        return File.Exists(directory.JournalFile)
            ? directory
            : throw new StartRefusedException(
                ExitCodes.DataUnusable,
                "--data",
                $"there is no journal at {directory.JournalFile}. Give the data directory of a server that has run.");
    }
}
