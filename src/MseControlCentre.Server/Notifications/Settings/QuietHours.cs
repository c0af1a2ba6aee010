namespace MseControlCentre.Server.Notifications.Settings;

/// <summary>Hours in which somebody is left alone, by the clock on the wall.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; before <paramref name="From"/> when that is on the next day.</param>
/// <param name="BreaksThroughFrom">Code of the lowest level that is told at once; null for none.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string? BreaksThroughFrom)
{
    /// <summary>When the quiet hours end that an instant falls into; null when it falls into none.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The system's time zone.</param>
    public DateTimeOffset? EndOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        if (!clock.IsBetween(From, To))
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        var end = (clock >= To ? day.AddDays(1) : day).ToDateTime(To);
        return After(instant, end, zone);
    }

    // In the hour that comes twice the end is the first that is still to come; one that is left out in spring is
    // reached when the clock has jumped over it.
    private static DateTimeOffset After(DateTimeOffset instant, DateTime end, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(end))
        {
            end = end.AddHours(1);
        }

        var offsets = zone.IsAmbiguousTime(end)
            ? zone.GetAmbiguousTimeOffsets(end).OrderDescending()
            : Enumerable.Repeat(zone.GetUtcOffset(end), 1);
        return offsets.Select(offset => new DateTimeOffset(end, offset).ToUniversalTime())
            .First(candidate => candidate > instant);
    }
}
