using MseControlCentre.Journal.Recording;
using MseControlCentre.Journal.Verification;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>A journal file that was checked and is held for writing.</summary>
internal sealed class OpenedFile : IDisposable
{
    private readonly WriterLock _lock;

    private OpenedFile(WriterLock writerLock, AcknowledgedMark mark, Database database, Names names, ChainPosition end)
    {
        _lock = writerLock;
        Mark = mark;
        Database = database;
        Names = names;
        End = end;
    }

    /// <summary>The writer's connection.</summary>
    public Database Database { get; }

    /// <summary>Names the file knows.</summary>
    public Names Names { get; }

    /// <summary>Where the journal ends.</summary>
    public ChainPosition End { get; }

    /// <summary>The witness of what was acknowledged.</summary>
    public AcknowledgedMark Mark { get; }

    /// <summary>Locks, checks and opens a file; creates it when it is missing.</summary>
    public static OpenedFile Open(string path, Action<string> warn, CancellationToken cancellationToken)
    {
        CreateDirectory(path);
        var writerLock = WriterLock.Take(path);
        try
        {
            // Checked on a reading connection first: closing a writing one would tidy a damaged log away.
            CheckExisting(path, warn, cancellationToken);
            return OpenChecked(path, warn, writerLock);
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Database.Dispose();
        Mark.Dispose();
        _lock.Dispose();
    }

    private static void CreateDirectory(string path)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException(
                $"The journal's directory cannot be created ({directory}; {exception.Message}). Create it and let the "
                + "server's account write it, or name another data directory.", exception);
        }
    }

    private static void CheckExisting(string path, Action<string> warn, CancellationToken cancellationToken)
    {
        var acknowledged = AcknowledgedMark.Read(path);
        if (new FileInfo(path) is { Exists: false } or { Length: 0 })
        {
            RequireNothingAcknowledged(path, acknowledged);
            return;
        }

        using var database = Database.OpenForReading(path);
        if (Schema.IsEmpty(database))
        {
            RequireNothingAcknowledged(path, acknowledged);
            return;
        }

        Schema.Require(database, path);
        var names = new Names();
        names.Load(database);
        var report = JournalVerifier.CheckAtOpening(path, database, names, acknowledged, cancellationToken);
        if (!report.IsSound)
        {
            throw new JournalUnavailableException(report.Describe(path));
        }

        if (acknowledged is null && report.EntriesChecked > 0)
        {
            warn($"{AcknowledgedMark.PathFor(path)} is missing or was not written to its end, so it cannot be told "
                + $"whether anything is missing after entry {report.EntriesChecked}. It is written anew.");
        }
    }

    private static void RequireNothingAcknowledged(string path, ChainPosition? acknowledged)
    {
        if (acknowledged is { Sequence: > 0 })
        {
            throw new JournalUnavailableException(
                $"The journal {path} is missing or empty, but {acknowledged.Sequence} entries were acknowledged. "
                + $"Put the file back. If it is lost for good, remove {AcknowledgedMark.PathFor(path)} and "
                + "start again.");
        }
    }

    private static OpenedFile OpenChecked(string path, Action<string> warn, WriterLock writerLock)
    {
        var database = Database.OpenForWriting(path);
        AcknowledgedMark? mark = null;
        try
        {
            mark = OpenMark(path, warn);
            // Every commit must reach the disk before it is acknowledged: NORMAL would sync at checkpoints only.
            database.Execute("PRAGMA journal_mode=WAL");
            database.Execute("PRAGMA synchronous=FULL");
            // 16 MB of log: pages of the identity table that change again and again are copied back once.
            database.Execute("PRAGMA wal_autocheckpoint=4096");
            database.Execute("PRAGMA journal_size_limit=67108864");
            database.Execute("PRAGMA cache_size=-65536");
            if (Schema.IsEmpty(database))
            {
                Schema.Create(database);
            }

            var names = new Names();
            names.Load(database);
            var end = EntryReader.ReadEnd(database);
            mark.Write(end);
            return new OpenedFile(writerLock, mark, database, names, end);
        }
        catch
        {
            mark?.Dispose();
            database.Dispose();
            throw;
        }
    }

    private static AcknowledgedMark OpenMark(string path, Action<string> warn)
    {
        try
        {
            return AcknowledgedMark.Open(path, warn);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException(
                $"{AcknowledgedMark.PathFor(path)} cannot be written ({exception.Message}). Let the server's "
                + "account write the data directory.", exception);
        }
    }
}
