using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>
/// How long to wait before something is tried again: twice as long each time, up to a bound, and each time a little
/// more or less, so that what failed together does not come back together.
/// </summary>
/// <param name="times">First and longest wait.</param>
/// <param name="random">The little more or less.</param>
public sealed class BackOff(RetryTimes times, Random random)
{
    private const double Jitter = 0.25;

    /// <summary>The wait after so many failed tries, of which there is at least one.</summary>
    public TimeSpan After(int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var doubled = times.First.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 30));
        var wait = Math.Min(doubled, times.Longest.TotalSeconds);
        lock (random)
        {
            return TimeSpan.FromSeconds(wait * (1 - Jitter + (2 * Jitter * random.NextDouble())));
        }
    }
}
