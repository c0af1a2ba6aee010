namespace MseControlCentre.Server.Clock;

/// <summary>What the server's clock says, for everybody who must follow it.</summary>
/// <param name="Now">The server's time (UTC).</param>
/// <param name="Speed">Seconds of that time in a real one.</param>
/// <param name="Simulated">Whether it is a simulated day.</param>
/// <param name="Origin">When the simulated day began; null on the system clock.</param>
public sealed record ClockReading(DateTimeOffset Now, double Speed, bool Simulated, DateTimeOffset? Origin)
{
    /// <summary>Reads a clock.</summary>
    public static ClockReading Of(TimeProvider clock) => clock is SimulatedClock simulated
        ? new ClockReading(simulated.GetUtcNow(), simulated.Speed, true, simulated.Origin)
        : new ClockReading(clock.GetUtcNow(), 1, false, null);
}
