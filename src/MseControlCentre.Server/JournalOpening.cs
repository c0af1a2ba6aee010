using MseControlCentre.Journal;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server;

/// <summary>
/// Opens the journal of a data directory, for the server that writes it or for a command that reads it.
/// </summary>
public static class JournalOpening
{
    /// <summary>Opens it for writing.</summary>
    /// <exception cref="StartRefusedException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<IJournal> OpenAsync(
        DataDirectory data, TimeProvider clock, Action<string> warn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var options = new SqliteJournalOptions { Warn = warn };
        return await Guard(data, () => SqliteJournal.OpenAsync(data.JournalFile, clock, options, cancellationToken));
    }

    /// <summary>Opens it for reading, beside the server that may be writing it.</summary>
    /// <exception cref="StartRefusedException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<IJournalReader> OpenReadOnlyAsync(DataDirectory data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return await Guard(data, () => SqliteJournal.OpenReadOnlyAsync(data.JournalFile, cancellationToken));
    }

    /// <summary>Does something with a journal, and refuses when it cannot be used.</summary>
    public static async Task<T> Guard<T>(DataDirectory data, Func<Task<T>> use)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(use);
        try
        {
            return await use();
        }
        catch (JournalUnavailableException exception)
        {
            throw new StartRefusedException(
                ExitCodes.DataUnusable, $"journal {data.JournalFile}", exception.Message, exception);
        }
    }
}
