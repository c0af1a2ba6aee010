using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Accounts.Audit;

/// <summary>
/// Keeps a file to search the audit in: follows the journal and writes down each act. The journal is the record; the
/// file only saves time, and is made anew when it is missing, damaged or of another journal.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="journal">What it is read from.</param>
/// <param name="readiness">It waits until the board is up.</param>
/// <param name="log">Tells of a journal that cannot be read.</param>
public sealed partial class AuditIndex(string path, IJournal journal, Readiness readiness, ILogger<AuditIndex> log)
    : BackgroundService
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached;

    /// <summary>The entry up to which the journal has been read.</summary>
    public long Reached => Interlocked.Read(ref _reached);

    /// <summary>Waits until the file holds all that the journal holds now. False when that takes too long.</summary>
    public async Task<bool> CatchUpAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var wanted = journal.LastSequence;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        while (true)
        {
            var moved = Moved();
            if (Reached >= wanted)
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

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception exception) when (exception is JournalUnavailableException or System.Data.Common.DbException)
        {
            // The journal has what the page cannot show; the board itself goes on.
            LogBroken(exception.Message);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        using var writer = await OpenAsync(stoppingToken);
        MoveTo(writer.Reached().Sequence);
        await foreach (var batch in journal.FollowAsync(Reached, stoppingToken))
        {
            var acts = batch.Where(entry => entry.Event.Detail is AccessRecorded).ToList();
            if (acts.Count > 0)
            {
                writer.Add(acts, batch[^1].Sequence);
            }

            MoveTo(batch[^1].Sequence);
        }
    }

    private async Task<AuditIndexWriter> OpenAsync(CancellationToken cancellationToken)
    {
        var writer = new AuditIndexWriter(path);
        if (await IsOfThisJournalAsync(writer, cancellationToken))
        {
            return writer;
        }

        writer.Dispose();
        AuditIndexSchema.Delete(path);
        return new AuditIndexWriter(path);
    }

    private async Task<bool> IsOfThisJournalAsync(AuditIndexWriter writer, CancellationToken cancellationToken)
    {
        var (reached, act, message) = writer.Reached();
        if (reached == 0 || reached > journal.LastSequence)
        {
            return reached == 0;
        }

        await foreach (var batch in journal.ReadAsync(act - 1, cancellationToken))
        {
            return string.Equals(batch[0].Event.MessageId, message, StringComparison.Ordinal);
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

    [LoggerMessage(LogLevel.Debug, "The server stops; the audit's index is no longer kept.")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Error, "The audit cannot be searched until the next start: {Reason}")]
    private partial void LogBroken(string reason);
}
