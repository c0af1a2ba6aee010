using MseControlCentre.Journal.Sqlite;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>A folder of its own for one test's journal.</summary>
internal sealed class JournalFolder
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-").FullName;

    /// <summary>The journal's file; its directory is not there at first.</summary>
    public string JournalPath => Path.Combine(_folder, "data", "journal.db");

    /// <summary>What the journal warned of.</summary>
    public List<string> Warnings { get; } = [];

    public Task<SqliteJournal> OpenAsync(TimeProvider clock, SqliteJournalOptions? options = null) =>
        SqliteJournal.OpenAsync(
            JournalPath,
            clock,
            (options ?? new SqliteJournalOptions()) with { Warn = Warnings.Add },
            CancellationToken.None);

    /// <summary>Copies the files as they are now, as if the server had been killed and they were found so.</summary>
    public JournalFolder CopyAsFound()
    {
        var copy = new JournalFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(copy.JournalPath)!);
        foreach (var suffix in new[] { "", "-wal", ".acknowledged" })
        {
            if (File.Exists(JournalPath + suffix))
            {
                using var from = new FileStream(
                    JournalPath + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var to = File.Create(copy.JournalPath + suffix);
                from.CopyTo(to);
            }
        }

        return copy;
    }

    public Task RemoveAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
