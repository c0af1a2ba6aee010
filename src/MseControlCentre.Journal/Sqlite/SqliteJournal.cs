using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>
/// The journal in one SQLite file: write-ahead log, every commit synced to the disk, one writer. Beside the file lie
/// SQLite's own -wal and -shm, a .lock that keeps a second server out, and .acknowledged, which tells whether the end
/// of the file was lost.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly SqliteJournalOptions _options;
    private readonly Names _names;
    private readonly OpenedFile _file;
    private readonly CommittedTail _tail;
    private readonly EntryWriter _writer;
    private readonly WriterLoop _loop;
    private int _disposed;

    private SqliteJournal(string path, TimeProvider time, SqliteJournalOptions options, OpenedFile file)
    {
        _path = path;
        _options = options;
        _file = file;
        _names = file.Names;
        _tail = new CommittedTail(options.EntriesInTail, file.End.Sequence);
        _writer = new EntryWriter(
            file.Database, _names, new RecordingClock(time, file.End.RecordedAt), file.End, options.IdentityHash);
        _loop = new WriterLoop(_writer, _tail, file.Mark, path, options);
    }

    /// <inheritdoc />
    public long LastSequence => _tail.Last;

    /// <summary>Opens a journal for writing; creates its directory and file when they are missing.</summary>
    /// <param name="path">The journal's file, such as <c>data/journal.db</c>.</param>
    /// <param name="time">Gives the time at which entries are recorded.</param>
    /// <param name="options">Bounds; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="JournalUnavailableException">
    /// The directory cannot be written, another server uses the journal, the file is no journal or a newer one, or its
    /// end is damaged: the message says from which sequence on it cannot be trusted, and what to do.
    /// </exception>
    public static Task<SqliteJournal> OpenAsync(
        string path, TimeProvider time, SqliteJournalOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(time);
        options ??= new SqliteJournalOptions();
        return Task.Run(
            () =>
            {
                var file = EntryStream.Guard(path, () => OpenedFile.Open(path, options.Warn, cancellationToken));
                return new SqliteJournal(path, time, options, file);
            },
            cancellationToken);
    }

    /// <summary>Opens a journal for reading only, beside the server that may be writing it.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="JournalUnavailableException">
    /// The file is not there, or is no journal this server can read.
    /// </exception>
    public static Task<SqliteJournalReader> OpenReadOnlyAsync(string path, CancellationToken cancellationToken) =>
        SqliteJournalReader.OpenAsync(path, _ => { }, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<FlowEvent> events, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = PreparedEvent.PrepareAll(events);
        _names.RequireRoom(prepared);
        if (prepared.Length == 0)
        {
            _tail.RequireOpen();
            return new AppendResult([], LastSequence);
        }

        return await _loop.DoAsync(new AppendWork(prepared), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(long after, CancellationToken cancellationToken) =>
        TailReading.ReadAsync(_tail, StoredAsync, after, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<JournalEntry>> FollowAsync(long after, CancellationToken cancellationToken) =>
        TailReading.FollowAsync(_tail, StoredAsync, after, cancellationToken);

    /// <inheritdoc />
    public async ValueTask SaveSnapshotAsync(JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        SnapshotRules.Require(snapshot, LastSequence);
        var compressed = SnapshotStore.Compress(snapshot.State);
        await _loop.DoAsync(
            new OtherWork(() => SnapshotStore.Save(_file.Database, snapshot, compressed)), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<JournalSnapshot?> LoadSnapshotAsync(
        DateTimeOffset? atOrBefore, CancellationToken cancellationToken)
    {
        _tail.RequireOpen();
        return await Task.Run(
            () => EntryStream.Guard(_path, () =>
            {
                using var database = Database.OpenForReading(_path);
                return SnapshotStore.Load(database, atOrBefore, _options.Warn);
            }),
            cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<long> LastRecordedByAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        _tail.RequireOpen();
        return await Task.Run(
            () => EntryStream.Guard(_path, () =>
            {
                using var database = Database.OpenForReading(_path);
                return EntryReader.LastRecordedBy(database, at);
            }),
            cancellationToken);
    }

    /// <summary>Writes what has queued, ends all following and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _loop.EndAsync();
            _tail.Close();
            _writer.Dispose();
            _file.Dispose();
        }
    }

    /// <summary>Does something on the writer's connection. For tests that make the disk misbehave.</summary>
    internal async Task OnWriterAsync(Action<Database> act) =>
        await _loop.DoAsync(new OtherWork(() => act(_file.Database)), CancellationToken.None);

    private IAsyncEnumerable<JournalEntry[]> StoredAsync(long after, long upTo, CancellationToken cancellationToken) =>
        EntryStream.ReadAsync(() => Database.OpenForReading(_path), _names, _path, after, upTo, cancellationToken);
}
