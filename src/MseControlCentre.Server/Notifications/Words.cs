using System.Globalization;

namespace MseControlCentre.Server.Notifications;

/// <summary>Lengths of time in words.</summary>
internal static class Words
{
    /// <summary>Such as <c>48 minutes</c> or <c>3 hours 5 minutes</c>; at least one minute.</summary>
    public static string Minutes(TimeSpan time)
    {
        var minutes = Math.Max(1, (int)time.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? Count(rest, "minute")
            : rest == 0 ? Count(hours, "hour")
            : $"{Count(hours, "hour")} {Count(rest, "minute")}";
    }

    private static string Count(int count, string one) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : one + "s");
}
