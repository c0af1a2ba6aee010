using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Indexes;

/// <summary>
/// Keeps a file to search in: follows the journal from its own mark and writes down what concerns it. The journal is
/// the record; the file only saves time, and is made anew when it is missing, damaged or of another journal.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="what">What can be searched in it, for the log.</param>
/// <param name="journal">What it is read from.</param>
/// <param name="readiness">It waits until the board is up.</param>
/// <param name="log">Tells of a journal that cannot be read.</param>
public abstract partial class JournalIndex(
    string path, string what, IJournal journal, Readiness readiness, ILogger log) : BackgroundService
{
    /// <summary>
    /// Entries read after which it is noted, though none concerned it: the next start goes on from there.
    /// </summary>
    private const int EntriesBetweenMarks = 10_000;

    // No entry has this number: an empty journal that has been read is at 0.
    private const long NotFollowed = -1;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached = NotFollowed;

    /// <summary>
    /// Asks the file something once it holds all that the journal holds now, or after two seconds. Not whole when that
    /// takes longer, or when the file cannot be read, which is logged: then there may be no answer, or half of one.
    /// </summary>
    /// <param name="ask">Asks it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<(T? Answer, bool IsWhole)> AskAsync<T>(
        Func<SqliteConnection, T> ask, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        var isWhole = await CatchUpAsync(cancellationToken);
        try
        {
            using var connection = IndexFile.OpenToRead(path);
            return (ask(connection), isWhole);
        }
        catch (SqliteException exception)
        {
            LogUnreadable(
                isWhole ? LogLevel.Error : LogLevel.Information,
                what,
                exception.SqliteErrorCode,
                exception.SqliteExtendedErrorCode,
                exception.Message);
            return (null, false);
        }
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        var wanted = journal.LastSequence;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longestWait);
        while (true)
        {
            var moved = Moved();
            if (Interlocked.Read(ref _reached) >= wanted)
            {
                return true;
            }

            try
            {
                await moved.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <summary>Whether an entry is written down; asked of every entry, so it must be quick.</summary>
    protected abstract bool Reads(EventDetail detail);

    /// <summary>Opens the file, and makes it when it is missing or damaged.</summary>
    /// <param name="file">The file.</param>
    protected abstract IIndexWriter Open(string file);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            while (true)
            {
                await FollowOrSayWhyNotAsync(stoppingToken);
                await Task.Delay(s_again, TimeProvider.System, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(what);
        }
    }

    // The journal has what the page cannot show; the board itself goes on.
    private async Task FollowOrSayWhyNotAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is JournalUnavailableException or System.Data.Common.DbException
            or IOException or UnauthorizedAccessException)
        {
            // The file may be another one by the time that it is followed again.
            MoveTo(NotFollowed);
            LogBroken(what, exception.Message);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        using var writer = await OpenAsync(stoppingToken);
        var marked = writer.Reached().Sequence;
        MoveTo(marked);
        await foreach (var batch in journal.FollowAsync(marked, stoppingToken))
        {
            var entries = batch.Where(entry => Reads(entry.Event.Detail)).ToList();
            if (entries.Count > 0 || batch[^1].Sequence - marked >= EntriesBetweenMarks)
            {
                writer.Add(entries, batch[^1]);
                marked = batch[^1].Sequence;
            }

            MoveTo(batch[^1].Sequence);
        }
    }

    private async Task<IIndexWriter> OpenAsync(CancellationToken cancellationToken)
    {
        var writer = Open(path);
        if (await IsOfThisJournalAsync(writer.Reached(), cancellationToken))
        {
            return writer;
        }

        writer.Dispose();
        IndexFile.Delete(path);
        return Open(path);
    }

    private async Task<bool> IsOfThisJournalAsync(IndexMark mark, CancellationToken cancellationToken)
    {
        if (mark.Sequence == 0 || mark.Sequence > journal.LastSequence)
        {
            return mark.Sequence == 0;
        }

        await foreach (var batch in journal.ReadAsync(mark.Sequence - 1, cancellationToken))
        {
            return string.Equals(batch[0].Event.MessageId, mark.Message, StringComparison.Ordinal);
        }

        return false;
    }

    private Task Moved()
    {
        lock (_gate)
        {
            return _moved.Task;
        }
    }

    private void MoveTo(long sequence)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            Interlocked.Exchange(ref _reached, sequence);
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.TrySetResult();
    }

    [LoggerMessage(LogLevel.Debug, "The server stops; {What} are no longer kept to search in.")]
    private partial void LogStopped(string what);

    [LoggerMessage(LogLevel.Error, "{What} cannot be searched now; it is tried again: {Reason}")]
    private partial void LogBroken(string what, string reason);

    // While the file is only just being made this is nothing to worry about.
    [LoggerMessage(Message = "{What} cannot be read now (SQLite {Code}, extended {Extended}): {Reason}")]
    private partial void LogUnreadable(LogLevel level, string what, int code, int extended, string reason);
}
