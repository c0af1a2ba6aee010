using System.Globalization;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Notifications;

/// <summary>What is told, in words.</summary>
internal static class Words
{
    /// <summary>
    /// By whom, such as <c>by site manager</c>: the role and never the name, since a message may be read by anybody
    /// whose
    /// telephone lies on a table.
    /// </summary>
    public static string By(StaffMember? who) => who?.Role is { Length: > 0 } role
        ? "by " + role.ToLowerInvariant()
        : "by the control centre";

    /// <summary>Such as <c>48 minutes</c> or <c>3 hours 5 minutes</c>; at least one minute.</summary>
    public static string Minutes(TimeSpan time)
    {
        var minutes = Math.Max(1, (int)time.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? Count(rest, "minute")
            : rest == 0 ? Count(hours, "hour")
            : $"{Count(hours, "hour")} {Count(rest, "minute")}";
    }

    /// <summary>Such as <c>1 action</c> or <c>3 actions</c>.</summary>
    public static string Count(int count, string one) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : one + "s");
}
