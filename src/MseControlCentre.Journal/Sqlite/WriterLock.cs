namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Keeps a second server from writing the same journal. The operating system holds the lock (flock), so it is gone
/// with the process, however that ends; the file itself may stay.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="JournalUnavailableException">
    /// Another server holds it, or the file cannot be written.
    /// </exception>
    public static WriterLock Take(string journalPath)
    {
        var path = journalPath + ".lock";
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new JournalUnavailableException(
                $"Another server is using the journal {journalPath} (\"fuser {path}\" names its process). Two servers "
                + "must not write one journal: end the other one, or give this one a data directory of its own.",
                exception);
        }

        return new WriterLock(file);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
