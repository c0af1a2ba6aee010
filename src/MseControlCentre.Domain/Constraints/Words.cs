using System.Globalization;

namespace MseControlCentre.Domain.Constraints;

/// <summary>Numbers as people say them.</summary>
internal static class Words
{
    /// <summary>A number to at most one decimal.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    public static string Count(double value, string one, string many) =>
        Number(value) + " " + (value is 1 ? one : many);

    /// <summary>
    /// A length of time: in minutes up to two hours, then in hours and minutes, from three days on in days and hours.
    /// </summary>
    public static string Length(TimeSpan time) => time.TotalHours switch
    {
        < 2 => Number(Math.Floor(time.TotalMinutes)) + " min",
        < 72 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} h {time.Minutes:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h"),
    };

    /// <summary>A number before words; null when there is none of it, so that it need not be said.</summary>
    public static string? Some(double? value, string words) => value > 0 ? Number(value.Value) + " " + words : null;

    /// <summary>A number before words; null when it is not known.</summary>
    public static string? Known(double? value, string words) => value is { } known ? Number(known) + " " + words : null;
}
