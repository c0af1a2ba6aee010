using System.Globalization;

namespace MseControlCentre.Server.Components.Shared;

/// <summary>Times as people of the system read them on a wall.</summary>
/// <param name="zone">The system's time zone.</param>
public sealed class LocalTime(TimeZoneInfo zone)
{
    /// <summary>The time zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The local time of an IANA time zone, such as <c>Europe/London</c>.</summary>
    public static LocalTime Of(string timeZone) => new(TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>An instant as an attribute for the browser's clock; null for none.</summary>
    public static string? Iso(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Minutes as people say them: <c>48 min</c>, <c>1 h 05</c>, from three days on <c>30 d 6 h</c>.</summary>
    public static string Wait(int minutes) => minutes switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        < 72 * 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 1440} d {minutes / 60 % 24} h"),
    };

    /// <summary>Hour and minute.</summary>
    public string Clock(DateTimeOffset instant) => In(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Hour and minute beside a time of the same day; the day as well beside one of another.</summary>
    public string ClockBeside(DateTimeOffset instant, DateTimeOffset beside) =>
        In(instant).Date == In(beside).Date ? Clock(instant) : DayAndClock(instant);

    /// <summary>Hour, minute and second.</summary>
    public string ClockSeconds(DateTimeOffset instant) =>
        In(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Day, month, hour and minute, such as <c>22 Nov 14:05</c>.</summary>
    public string DayAndClock(DateTimeOffset instant) =>
        In(instant).ToString("d MMM HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Day, month and year, such as <c>22 Nov 2026</c>.</summary>
    public string DayAndYear(DateTimeOffset instant) =>
        In(instant).ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Day of the week, in short: <c>Sun</c>.</summary>
    public string Day(DateTimeOffset instant) =>
        In(instant).ToString("ddd", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Day of the week and of the month.</summary>
    public string Date(DateTimeOffset instant) =>
        In(instant).ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Date, hour and minute as a form writes them: <c>2026-11-22T14:05</c>.</summary>
    public string Written(DateTimeOffset instant) =>
        In(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
