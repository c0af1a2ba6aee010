using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Clock;

/// <summary>
/// Keeps DATA/clock.json up to date while a simulated day runs, so that a restart goes on from there.
/// </summary>
public sealed class ClockKeeper(DataDirectory data, TimeProvider clock, ILogger<ClockKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock is not SimulatedClock simulated)
        {
            return;
        }

        using var timer = new PeriodicTimer(s_interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Keep(simulated);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Keep(simulated);
        }
    }

    private void Keep(SimulatedClock simulated)
    {
        try
        {
            ClockFile.Write(data.ClockFile, simulated, TimeProvider.System);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(
                "The simulated clock could not be written to {File} ({Reason}). The day goes on; after a restart it "
                + "continues from the last time that was written.",
                data.ClockFile,
                exception.Message);
        }
    }
}
