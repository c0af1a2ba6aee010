using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Reads stored entries on a connection of its own. The next batch is decoded while the caller has the last one.
/// </summary>
internal static class EntryStream
{
    /// <summary>Entries after one sequence and up to another.</summary>
    public static async IAsyncEnumerable<JournalEntry[]> ReadAsync(
        Func<Database> open,
        Names names,
        string path,
        long after,
        long upTo,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var database = Guard(path, open);
        using var reader = new EntryReader(database, names);
        var next = ReadNextAsync(reader, path, after, upTo);
        try
        {
            while (after < upTo)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var batch = await next;
                after = batch[^1].Sequence;
                if (after < upTo)
                {
                    next = ReadNextAsync(reader, path, after, upTo);
                }

                yield return batch;
            }
        }
        finally
        {
            // The connection must not be closed under a reading that the caller no longer wants.
            await Task.WhenAny(next);
        }
    }

    /// <summary>Does something on a database and turns SQLite's refusal into an operator's message.</summary>
    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteFailure failure)
        {
            throw new JournalUnavailableException($"{failure.Describe(path)}.", failure);
        }
    }

    private static Task<JournalEntry[]> ReadNextAsync(EntryReader reader, string path, long after, long upTo) =>
        Task.Run(() =>
        {
            try
            {
                return reader.Read(after, upTo);
            }
            catch (DamagedEntryException exception)
            {
                throw new JournalUnavailableException(
                    $"Entry {exception.Sequence} of the journal cannot be read: {exception.Message} ({path}). "
                    + $"From sequence {exception.Sequence} on it cannot be trusted. Stop the server, keep a copy of "
                    + "the data directory and run verify-journal.", exception);
            }
        });
}
