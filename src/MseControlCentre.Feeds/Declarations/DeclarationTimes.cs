using System.Globalization;
using MseControlCentre.Feeds.Hl7v2.Times;

namespace MseControlCentre.Feeds.Declarations;

/// <summary>
/// Reads times as people and spreadsheets write them: <code>2026-11-22 08:00</code><code>22/11/2026 08:00</code> by
/// local clocks, or <code>2026-11-22T08:00:00Z</code> with an offset. The hour that occurs twice in October is read as
/// HL7 times are: nearest to the receiving clock.
/// </summary>
internal sealed class DeclarationTimes(TimeZoneInfo zone)
{
    public const string Expected = "a time such as 2026-11-22 08:00 or 22/11/2026 08:00 was expected";

    private static readonly string[] s_local =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss",
        "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "d/M/yyyy H:mm",
    ];

    private static readonly string[] s_withOffset =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    private readonly Hl7Time _hl7 = new(zone);

    /// <summary>Reads a time; null when it is none.</summary>
    public DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        var offset = text.EndsWith('Z') || text.EndsWith('z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(
            offset, s_withOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return exact.ToUniversalTime();
        }

        return DateTime.TryParseExact(
            text, s_local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && _hl7.TryRead(local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), now, out var time, out _)
                ? time
                : null;
    }
}
