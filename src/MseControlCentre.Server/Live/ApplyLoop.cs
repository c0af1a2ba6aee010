using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Opel;

namespace MseControlCentre.Server.Live;

/// <summary>
/// The one writer of the live state: reads the journal from the newest snapshot on and applies every entry in order.
/// An exception here is a broken invariant. It ends the process: another start, or another node, reads everything
/// again.
/// </summary>
public sealed class ApplyLoop(
    IJournal journal,
    LiveState state,
    StateRestorer restorer,
    NetworkAdoption adoption,
    OpelAdoption opel,
    SnapshotKeeper snapshots,
    PictureFeed feed,
    Readiness readiness,
    ILogger<ApplyLoop> logger) : BackgroundService
{
    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (journal.LastSequence == 0)
        {
            // The map must be the first thing that a new journal tells, before any feed is let in.
            await adoption.AdoptAsync(null, 0, cancellationToken);
            await opel.AdoptAsync([], 0, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await CatchUpAsync(stoppingToken);
        var adopted = await adoption.AdoptAsync(state.Network, state.Sequence, stoppingToken);
        if (await opel.AdoptAsync(state.OpelRuleSets, state.Sequence, stoppingToken) || adopted)
        {
            await ReplayAsync(stoppingToken);
        }

        readiness.Ready();
        feed.Signal();
        logger.LogInformation("Ready at entry {Sequence}.", state.Sequence);
        await foreach (var batch in journal.FollowAsync(state.Sequence, stoppingToken))
        {
            state.Apply(batch);
            if (!batch.All(entry => entry.Event.Detail is AccessRecorded))
            {
                // Who looked changes no picture; the next one, which comes within a second, counts the entries.
                feed.Signal();
            }

            snapshots.Consider(stoppingToken);
        }
    }

    private async Task CatchUpAsync(CancellationToken stoppingToken)
    {
        var centre = await restorer.RestoreAsync(null, stoppingToken);
        state.Restore(centre);
        snapshots.StartFrom(centre.Sequence, centre.RecordedAt);
        SayHowFar();
        await ReplayAsync(stoppingToken);
    }

    private void SayHowFar() => readiness.Applied(state.Sequence, journal.LastSequence);

    private async Task ReplayAsync(CancellationToken stoppingToken)
    {
        await foreach (var batch in journal.ReadAsync(state.Sequence, stoppingToken))
        {
            foreach (var hour in batch.GroupBy(entry => SnapshotRules.HourOf(entry.RecordedAt)))
            {
                state.Apply([.. hour]);
                SayHowFar();
                await snapshots.ConsiderPastAsync(stoppingToken);
            }
        }
    }
}
