using System.Runtime.CompilerServices;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;
using SQLitePCL;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// Reads a journal file without being able to change it, also while a server writes it, and also from a disk that
/// cannot be written.
/// </summary>
public sealed class SqliteJournalReader : IJournalReader
{
    private readonly Lock _lock = new();
    private readonly Database _database;
    private readonly Names _names = new();
    private readonly Func<Database> _open;
    private readonly string _path;
    private readonly Action<string> _warn;

    private SqliteJournalReader(string path, Action<string> warn)
    {
        _path = path;
        _warn = warn;
        (_database, _open) = Open(path);
    }

    /// <inheritdoc />
    public long LastSequence => Use((database, _) => EntryReader.ReadEnd(database).Sequence);

    /// <summary>Opens a journal file for reading.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="warn">Is told of what could be worked around.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="JournalUnavailableException">
    /// The file is not there, or is no journal this server can read.
    /// </exception>
    public static Task<SqliteJournalReader> OpenAsync(
        string path, Action<string> warn, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            if (!File.Exists(path))
            {
                throw new JournalUnavailableException(
                    $"There is no journal at {path}. Check the data directory's path; a server creates its "
                    + "journal at its first start.");
            }

            return EntryStream.Guard(path, () =>
            {
                var reader = new SqliteJournalReader(path, warn);
                try
                {
                    Schema.Require(reader._database, path);
                    reader._names.Load(reader._database);
                    return reader;
                }
                catch
                {
                    reader._database.Dispose();
                    throw;
                }
            });
        },
        cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var upTo = LastSequence;
        TailReading.RequireWithin(after, upTo);
        await foreach (var batch in EntryStream.ReadAsync(_open, _names, _path, after, upTo, cancellationToken))
        {
            yield return batch;
        }
    }

    /// <inheritdoc />
    public ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Use((database, _) => SnapshotStore.Load(database, atOrBefore, _warn)));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _database.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Uses the connection; one caller at a time.</summary>
    internal T Use<T>(Func<Database, Names, T> use)
    {
        lock (_lock)
        {
            return EntryStream.Guard(_path, () => use(_database, _names));
        }
    }

    private static (Database Database, Func<Database> Open) Open(string path)
    {
        var open = () => Database.OpenForReading(path);
        var database = open();
        try
        {
            _ = database.ReadNumber("PRAGMA schema_version");
            return (database, open);
        }
        catch (SqliteFailure failure) when (failure.Code is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            // A write-ahead-log database needs a shared-memory file beside it. Where none can be made and no log is
            // left to apply, nobody can be writing: SQLite may take the file as it stands.
            database.Dispose();
            if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
            {
                throw;
            }

            open = () => Database.OpenImmutable(path);
            return (open(), open);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
