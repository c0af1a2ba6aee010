using System.Globalization;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Reports;

/// <summary>How the board paper prints figures. What is not known is a dash, never zero.</summary>
internal static class PrintedFigures
{
    /// <summary>Printed for what is not known.</summary>
    public const string Dash = "-";

    /// <summary>A count with thousands: <c>28,175</c>.</summary>
    public static string Count(long? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? Dash;

    /// <summary>A share to one decimal: <c>64.9%</c>.</summary>
    public static string Percent(double? percent) =>
        percent is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) + "%" : Dash;

    /// <summary>Whole minutes.</summary>
    public static long? Minutes(TimeSpan? time) =>
        time is { } known ? (long)Math.Round(known.TotalMinutes, MidpointRounding.AwayFromZero) : null;

    /// <summary>Whole seconds.</summary>
    public static long? Seconds(TimeSpan? time) =>
        time is { } known ? (long)Math.Round(known.TotalSeconds, MidpointRounding.AwayFromZero) : null;

    /// <summary>A response time as the paper prints it: <c>9:13</c>, from an hour on <c>01:46:15</c>.</summary>
    public static string Time(TimeSpan? time)
    {
        if (Seconds(time) is not { } seconds)
        {
            return Dash;
        }

        var whole = TimeSpan.FromSeconds(seconds);
        return whole < TimeSpan.FromHours(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}:{whole.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)whole.TotalHours:00}:{whole:mm\\:ss}");
    }

    /// <summary>
    /// The standards of a measure as the paper prints them, <c>&lt;= 7 min</c>, <c>&lt;= 02:00:00</c> or
    /// <c>&gt;= 95%</c>; those after the first with their names. Empty when there is none.
    /// </summary>
    public static string Standards(IReadOnlyList<Standard> standards) => string.Join(
        ", ", standards.Select((one, index) => index == 0 ? Level(one) : $"{Level(one)} ({one.Name})"));

    private static string Level(Standard standard)
    {
        var direction = standard.Direction == StandardDirection.AtMost ? "<=" : ">=";
        var value = standard.Level.Value;
        var number = value.ToString(CultureInfo.InvariantCulture);
        return standard.Level.Unit switch
        {
            "minutes" when value >= 60 => $"{direction} {Time(TimeSpan.FromMinutes(value))}",
            "minutes" => $"{direction} {number} min",
            "percent" => $"{direction} {number}%",
            _ => $"{direction} {number} {standard.Level.Unit}",
        };
    }
}
