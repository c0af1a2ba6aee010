using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;
using MseControlCentre.Server.Progress;

namespace MseControlCentre.Server.Replays;

/// <summary>
/// Replays of the quarantine that people began: one at a time, and to its end though nobody watches. What a crash cuts
/// off stays in quarantine; begun again, what was accepted is already known.
/// </summary>
public sealed class QuarantineReplays(
    QuarantineReplay replay,
    Works works,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<QuarantineReplays> logger) : IDisposable
{
    /// <summary>Bound of the replays whose outcome is kept; the oldest that has ended leaves first.</summary>
    public const int MostKept = 8;

    private const string NotWritten = "The journal cannot be written now. What was not tried stays in quarantine: "
        + "begin again in a few seconds.";

    private const string Stopping = "The server was stopped. What was not tried stays in quarantine: begin again.";

    private const string Fault = "A fault of the server stopped it, and its log says more. What was not tried stays in "
        + "quarantine: beginning again harms nothing.";

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1);

    // Bound: MostKept.
    private readonly List<ReplayRun> _runs = [];

    /// <summary>Begins a replay. Null when as many go on as are kept.</summary>
    /// <param name="selected">The messages, oldest first.</param>
    public ReplayRun? Begin(IReadOnlyList<QuarantineHead> selected)
    {
        var run = new ReplayRun(Works.NewIdentity(), selected, clock.GetUtcNow());
        lock (_gate)
        {
            if (_runs.Count >= MostKept)
            {
                var ended = _runs.Find(one => one.Ended.IsCompleted);
                if (ended is null)
                {
                    return null;
                }

                _runs.Remove(ended);
            }

            _runs.Add(run);
        }

        _ = RunAsync(run, works.Begin(run.Id, "Waiting for another replay"));
        return run;
    }

    /// <summary>A replay that is still known; null otherwise.</summary>
    public ReplayRun? Find(string id)
    {
        lock (_gate)
        {
            return _runs.Find(run => string.Equals(run.Id, id, StringComparison.Ordinal));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task RunAsync(ReplayRun run, Work? work)
    {
        // Whoever began it does not wait for it.
        await Task.Yield();
        var reading = new Reading();
        reading.Expect(run.Total);
        work?.Follow(reading);
        var (state, reason) = await TryAsync(run, work, reading);
        run.End(state, reason);
        if (work is not null)
        {
            works.End(work, state is ReplayState.Finished ? WorkState.Done : WorkState.Failed, reason);
        }
    }

    private async Task<(ReplayState State, string? Reason)> TryAsync(ReplayRun run, Work? work, Reading reading)
    {
        var stopping = lifetime.ApplicationStopping;
        try
        {
            await _turn.WaitAsync(stopping);
            try
            {
                run.Running();
                work?.Say("Replaying the quarantine");
                await replay.ReplayAsync(run.Ids, Take, stopping);
                reading.End();
                return (ReplayState.Finished, null);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (JournalUnavailableException unavailable)
        {
            logger.LogWarning("A replay of the quarantine was cut off: {Reason}", unavailable.Message);
            return (ReplayState.Stopped, NotWritten);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (ReplayState.Stopped, Stopping);
        }
        catch (Exception fault)
        {
            // Its message may quote what was sent; only its type and place are logged.
            logger.LogError(
                "A replay of the quarantine failed: {Type} {Where}", fault.GetType().Name, fault.StackTrace);
            return (ReplayState.Stopped, Fault);
        }

        void Take(ReplayedEntry outcome)
        {
            run.Take(outcome);
            reading.Add(1);
        }
    }
}
