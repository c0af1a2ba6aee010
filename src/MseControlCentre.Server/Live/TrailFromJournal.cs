using MseControlCentre.Domain;
using MseControlCentre.Journal;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Fills the trail after a start with what the board showed in the day before it. Until it has, the trail is short and
/// says nothing of earlier hours.
/// </summary>
public sealed class TrailFromJournal(
    FigureTrail trail,
    IJournalReader journal,
    StateRestorer restorer,
    PastPictures past,
    ILogger<TrailFromJournal> logger) : BackgroundService
{
    /// <summary>How long a step waits for those who look back; the trail is filled though they never cease.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long it waits before it begins: just after a start, people open the pack of a call, which reads the journal
    /// as well.
    /// </summary>
    private static readonly TimeSpan s_longestWaitToBegin = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var now = FigureTrail.StepOf(await trail.FirstPicture.WaitAsync(stoppingToken));
        try
        {
            var taken = await Task.Run(() => FillAsync(now, stoppingToken), stoppingToken);
            logger.LogInformation("The trail of figures holds {Taken} steps of the last day.", taken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The board of now does not rest on it: trends stay short and say so.
            logger.LogError(exception, "The last day's figures cannot be read from the journal.");
        }

        trail.Filled();
    }

    private async Task<int> FillAsync(DateTimeOffset now, CancellationToken stoppingToken)
    {
        var step = now - FigureTrail.Reach;
        var taken = 0;
        await past.GiveWayAsync(s_longestWaitToBegin, stoppingToken);
        var centre = await restorer.RestoreAsync(step, stoppingToken);
        await foreach (var batch in journal.ReadAsync(centre.Sequence, stoppingToken))
        {
            foreach (var entry in batch)
            {
                for (; step < now && entry.RecordedAt > step; step += FigureTrail.Step)
                {
                    await past.GiveWayAsync(s_longestWait, stoppingToken);
                    taken += Take(centre, step);
                }

                centre.Apply(entry);
            }
        }

        for (; step < now; step += FigureTrail.Step)
        {
            await past.GiveWayAsync(s_longestWait, stoppingToken);
            taken += Take(centre, step);
        }

        return taken;
    }

    // A journal that began later has shown nothing yet.
    private int Take(ControlCentre centre, DateTimeOffset step)
    {
        if (centre.Network is null)
        {
            return 0;
        }

        trail.Take(step, centre.PictureAt(step));
        return 1;
    }
}
