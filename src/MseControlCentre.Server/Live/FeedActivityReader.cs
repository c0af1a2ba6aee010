using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Keeps <see cref="FeedActivity"/>: reads the last days of the journal once the board is up, then follows it. A reader
/// of its own: live entries come from the journal's memory and cost next to nothing. Those of the last days cost
/// seconds of the processor after a start, so that whoever looks back goes first.
/// </summary>
public sealed class FeedActivityReader(
    IJournal journal,
    FeedActivity activity,
    PastPictures past,
    Readiness readiness,
    TimeProvider clock,
    ILogger<FeedActivityReader> logger) : BackgroundService
{
    /// <summary>How long some entries wait for those who look back; all are read though they never cease.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            var caughtUpAt = journal.LastSequence;
            var before = await journal.LastRecordedByAsync(clock.GetUtcNow() - FeedActivity.Reach, stoppingToken);
            await foreach (var batch in journal.FollowAsync(before, stoppingToken))
            {
                activity.Take(batch);
                if (batch[^1].Sequence < caughtUpAt)
                {
                    await past.GiveWayAsync(s_longestWait, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The server stops; the feeds' rates are no longer counted.");
        }
        catch (JournalUnavailableException unavailable)
        {
            // Rates and lags stand still, and the page of feeds shows it; the board itself goes on.
            logger.LogError("The feeds' rates are no longer counted: {Reason}", unavailable.Message);
        }
    }
}
