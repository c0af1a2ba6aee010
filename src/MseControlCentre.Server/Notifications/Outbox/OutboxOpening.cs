using Microsoft.Data.Sqlite;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>Opens the outbox of a journal, or begins one where none can be used.</summary>
/// <param name="path">The file.</param>
/// <param name="messageAt">Says what message the journal holds at a sequence; null when it holds none there.</param>
/// <param name="end">Sequence of the journal's last entry.</param>
/// <param name="clock">Real time.</param>
internal sealed class OutboxOpening(
    string path, Func<long, Task<string?>> messageAt, long end, TimeProvider clock)
{
    // Codes of SQLite for a file that is not what it should be; a disk that is full is another matter.
    private const int Error = 1;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>The outbox's file, open.</summary>
    public async Task<OutboxDatabase> RunAsync()
    {
        string why;
        try
        {
            if (await OpenOfThisJournalAsync() is { } database)
            {
                return database;
            }

            why = "belonged to another journal";
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 0 or Error or Corrupt or NotADatabase)
        {
            why = $"could not be read ({damaged.Message})";
        }

        var aside = OutboxFile.PutAside(path, clock.GetUtcNow());
        return await BeginAsync(
            new OutboxDatabase(OutboxFile.Open(path).Connection),
            $"The record before {why} and was put aside as {aside}; what it still had to send was not sent.");
    }

    // Null when it is another journal's.
    private async Task<OutboxDatabase?> OpenOfThisJournalAsync()
    {
        var (connection, isNew) = OutboxFile.Open(path);
        var database = new OutboxDatabase(connection);
        try
        {
            if (isNew)
            {
                return await BeginAsync(database, null);
            }

            var (sequence, message) = OutboxRows.Reached(database);
            if (sequence == 0 || string.Equals(await messageAt(sequence), message, StringComparison.Ordinal))
            {
                return database;
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }

        database.Dispose();
        return null;
    }

    private async Task<OutboxDatabase> BeginAsync(OutboxDatabase database, string? words)
    {
        database.Run(
            "INSERT INTO reached VALUES (1, $sequence, $message, $now, $words)",
            ("$sequence", end),
            ("$message", await messageAt(end) ?? string.Empty),
            ("$words", words),
            ("$now", clock.GetUtcNow().UtcTicks));
        return database;
    }
}
