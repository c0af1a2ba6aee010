using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Keeps a snapshot in every hour in which anything was recorded and every <see cref="EntriesBetween"/> entries, but
/// not more often than every <see cref="ShortestBetween"/>: under a flood of messages, snapshots taken by count alone
/// took a fifth of the processor. A snapshot only saves time: one that cannot be kept is logged and tried again.
/// </summary>
public sealed class SnapshotKeeper(
    IJournal journal, LiveState state, TimeProvider clock, ILogger<SnapshotKeeper> logger)
{
    /// <summary>Entries between two snapshots.</summary>
    public const int EntriesBetween = 50_000;

    /// <summary>Shortest time between two snapshots, real time.</summary>
    public static readonly TimeSpan ShortestBetween = TimeSpan.FromMinutes(1);

    private long _keptSequence;
    private DateTimeOffset _keptRecordedAt;
    private long _keptAt = clock.GetTimestamp();
    private Task _keeping = Task.CompletedTask;

    /// <summary>Counts from a snapshot that was just read.</summary>
    public void StartFrom(long sequence, DateTimeOffset recordedAt)
    {
        (_keptSequence, _keptRecordedAt) = (sequence, recordedAt);
        _keptAt = clock.GetTimestamp();
    }

    /// <summary>Keeps a snapshot if it is time. Called by the apply loop; the writing goes on beside it.</summary>
    public void Consider(CancellationToken stoppingToken)
    {
        var (sequence, recordedAt) = state.Reached;
        if (clock.GetElapsedTime(_keptAt) >= ShortestBetween
            && (sequence - _keptSequence >= EntriesBetween
                || SnapshotRules.Adds(_keptRecordedAt, recordedAt, recordedAt)))
        {
            Keep(stoppingToken);
        }
    }

    /// <summary>
    /// Keeps a snapshot where the journal would have kept one, had it been taken when the entries were recorded. Called
    /// while a start catches up: it then has no snapshots of what it reads, because another version of the program
    /// wrote them or a simulated day ran too fast, and whoever looks back would read all of it again.
    /// </summary>
    public async Task ConsiderPastAsync(CancellationToken stoppingToken)
    {
        var recordedAt = state.Reached.RecordedAt;
        if (_keptRecordedAt == default)
        {
            // The journal has just begun: what it holds is read at once.
            _keptRecordedAt = recordedAt;
        }

        if (SnapshotRules.Adds(_keptRecordedAt, recordedAt, clock.GetUtcNow()))
        {
            // The writing takes longer than the reading of an hour, which would be passed over.
            await _keeping;
            Keep(stoppingToken);
        }
        else
        {
            Consider(stoppingToken);
        }
    }

    private void Keep(CancellationToken stoppingToken)
    {
        if (_keeping.IsCompleted)
        {
            var snapshot = state.Snapshot();
            StartFrom(snapshot.Sequence, snapshot.RecordedAt);
            _keeping = KeepAsync(snapshot, stoppingToken);
        }
    }

    /// <summary>Completes when the snapshot that is being written is kept.</summary>
    public Task WhenKeptAsync() => _keeping;

    private async Task KeepAsync(JournalSnapshot snapshot, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await journal.SaveSnapshotAsync(snapshot, stoppingToken);
            logger.LogInformation(
                "Kept a snapshot at entry {Sequence} ({Bytes} bytes).", snapshot.Sequence, snapshot.State.Length);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The server stopped before the snapshot at {Sequence} was kept.", snapshot.Sequence);
        }
        catch (JournalUnavailableException exception)
        {
            logger.LogWarning(
                "The snapshot at entry {Sequence} could not be kept: {Reason}", snapshot.Sequence, exception.Message);
        }
    }
}
