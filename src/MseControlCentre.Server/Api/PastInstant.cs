using System.Globalization;

namespace MseControlCentre.Server.Api;

/// <summary>The parameter <c>at</c>: an instant of the past.</summary>
public static class PastInstant
{
    /// <summary>Reads it. Returns what is wrong with it, or null and the instant (UTC).</summary>
    public static IResult? Read(string at, TimeProvider clock, out DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(clock);
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant))
        {
            return Problems.BadParameter(
                "at", $"Found {at.Length} characters; expected an instant such as 2026-11-22T14:30:00Z.");
        }

        instant = instant.ToUniversalTime();
        return instant > clock.GetUtcNow()
            ? Problems.BadParameter("at", "It lies in the future of the server's clock. Give a past instant.")
            : null;
    }
}
