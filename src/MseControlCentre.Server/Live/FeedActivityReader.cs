using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Keeps <see cref="FeedActivity"/>: reads the last days of the journal once the board is up, then follows it. A reader
/// of its own: live entries come from the journal's memory and cost next to nothing.
/// </summary>
public sealed class FeedActivityReader(
    IJournalReader reader,
    IJournal journal,
    FeedActivity activity,
    Readiness readiness,
    TimeProvider clock,
    ILogger<FeedActivityReader> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            var from = clock.GetUtcNow() - FeedActivity.Reach;
            var snapshot = await reader.LoadSnapshotAsync(from, stoppingToken);
            await foreach (var batch in journal.FollowAsync(snapshot?.Sequence ?? 0, stoppingToken))
            {
                activity.Take(batch);
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
