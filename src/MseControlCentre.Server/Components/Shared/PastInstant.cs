using System.Globalization;

namespace MseControlCentre.Server.Components.Shared;

/// <summary>A time that somebody asks for in a form or an address: local time of the system.</summary>
public static class PastInstant
{
    private static readonly string[] s_forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>
    /// Reads a local time as a form sends it (<c>2026-11-22T14:30</c>); null when it is none. One that occurs twice in
    /// October is the later, one that never occurs in March the next.
    /// </summary>
    public static DateTimeOffset? Read(string? text, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(local);
        return DateTime.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, local.Zone.GetUtcOffset(time)).ToUniversalTime()
            : null;
    }

    /// <summary>Reads a local time; null when it is none or lies in the future.</summary>
    public static DateTimeOffset? Read(string? text, LocalTime local, DateTimeOffset now) =>
        Read(text, local) is { } instant && instant <= now ? instant : null;
}
