using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Calls;

/// <summary>What a pack looks at: an instant, and two spans before it. All in UTC.</summary>
/// <param name="At">The instant it describes.</param>
/// <param name="Since">From when on it looks back.</param>
/// <param name="NightFrom">When the last night began.</param>
/// <param name="NightTo">When that night ended, or <paramref name="At"/> while it has not.</param>
public sealed record PackSpans(
    DateTimeOffset At, DateTimeOffset Since, DateTimeOffset NightFrom, DateTimeOffset NightTo)
{
    /// <summary>The spans of an instant: its last night is the one that began last.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="since">From when on the pack looks back; before the instant.</param>
    /// <param name="network">Whose local clocks and hours of the night count.</param>
    public static PackSpans Of(DateTimeOffset at, DateTimeOffset since, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone);
        var night = network.Calls.Night;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        if (InstantOf(day, night.From, zone) >= at)
        {
            day = day.AddDays(-1);
        }

        var ends = InstantOf(day.AddDays(1), night.To, zone);
        return new PackSpans(
            at.ToUniversalTime(),
            since.ToUniversalTime(),
            InstantOf(day, night.From, zone),
            ends < at ? ends : at.ToUniversalTime());
    }

    private static DateTimeOffset InstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
