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

    /// <summary>
    /// Such as <c>48 minutes</c> or <c>3 hours 5 minutes</c>, from three days on <c>4 days 6 hours</c>; at least one
    /// minute.
    /// </summary>
    public static string Minutes(TimeSpan time)
    {
        var minutes = Math.Max(1, (int)time.TotalMinutes);
        return minutes switch
        {
            < 60 => Count(minutes, "minute"),
            < 72 * 60 => Pair(minutes / 60, "hour", minutes % 60, "minute"),
            _ => Pair(minutes / 1440, "day", minutes / 60 % 24, "hour"),
        };

        static string Pair(int whole, string unit, int rest, string part) =>
            rest == 0 ? Count(whole, unit) : $"{Count(whole, unit)} {Count(rest, part)}";
    }

    /// <summary>Such as <c>1 action</c> or <c>3 actions</c>.</summary>
    public static string Count(int count, string one) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : one + "s");
}
