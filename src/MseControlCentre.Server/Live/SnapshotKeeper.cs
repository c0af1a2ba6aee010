using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Keeps a snapshot every <see cref="EntriesBetween"/> entries and every <see cref="LongestBetween"/> in which anything
/// happened, but not more often than every <see cref="ShortestBetween"/>: under a flood of messages, snapshots taken by
/// count alone took a fifth of the processor. A snapshot only saves time: one that cannot be kept is logged and tried
/// again.
/// </summary>
public sealed class SnapshotKeeper(
    IJournal journal, LiveState state, TimeProvider clock, ILogger<SnapshotKeeper> logger)
{
    /// <summary>Entries between two snapshots.</summary>
    public const int EntriesBetween = 50_000;

    /// <summary>Shortest time between two snapshots, real time.</summary>
    public static readonly TimeSpan ShortestBetween = TimeSpan.FromMinutes(1);

    /// <summary>Longest time between two snapshots, real time.</summary>
    public static readonly TimeSpan LongestBetween = TimeSpan.FromHours(1);

    private long _keptSequence;
    private long _keptAt = clock.GetTimestamp();
    private Task _keeping = Task.CompletedTask;

    /// <summary>Counts from a snapshot that was just read.</summary>
    public void StartFrom(long sequence)
    {
        _keptSequence = sequence;
        _keptAt = clock.GetTimestamp();
    }

    /// <summary>Keeps a snapshot if it is time. Called by the apply loop; the writing goes on beside it.</summary>
    public void Consider(CancellationToken stoppingToken)
    {
        var sequence = state.Sequence;
        var since = clock.GetElapsedTime(_keptAt);
        var due = (sequence - _keptSequence >= EntriesBetween && since >= ShortestBetween)
            || (sequence > _keptSequence && since >= LongestBetween);
        if (!due || !_keeping.IsCompleted)
        {
            return;
        }

        var snapshot = state.Snapshot();
        StartFrom(snapshot.Sequence);
        _keeping = KeepAsync(snapshot, stoppingToken);
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
