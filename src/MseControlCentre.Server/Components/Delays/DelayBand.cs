using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Delays;

/// <summary>
/// A band of the length of delay: local midnights since the discharge-ready date. Its steps of 7, 14 and 21 days are
/// those of the acute discharge situation report.
/// </summary>
/// <param name="Value">Its name in an address.</param>
/// <param name="Text">Its name in words.</param>
/// <param name="From">Least days; null for those whose date was not told.</param>
/// <param name="To">Most days; null when there is no end.</param>
/// <param name="Class">How it is drawn.</param>
public sealed record DelayBand(string Value, string Text, int? From, int? To, string Class)
{
    /// <summary>The bands, shortest first; nobody is in two of them and everybody in one.</summary>
    public static IReadOnlyList<DelayBand> All { get; } =
    [
        new("0", "Ready today", 0, 0, "part-1"),
        new("1-6", "1 to 6 days", 1, 6, "part-3"),
        new("7-13", "7 to 13 days", 7, 13, "part-5"),
        new("14-20", "14 to 20 days", 14, 20, "part-6"),
        new("21", "21 days or more", 21, null, "part-7"),
        new(DelayedDischargeFilter.Unknown, "Date not told", null, null, "part-unknown"),
    ];

    /// <summary>The bands as a form offers them.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [.. All.Select(band => new Choice(band.Value, band.Text))];

    /// <summary>Whether a delay is in it.</summary>
    public bool Takes(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return From is null
            ? delay.DaysSinceReady is null
            : delay.DaysSinceReady >= From && !(delay.DaysSinceReady > To);
    }

    /// <summary>Whether a delay is in the band of a name.</summary>
    public static bool Takes(DelayedDischarge delay, string value) =>
        All.First(band => string.Equals(band.Value, value, StringComparison.Ordinal)).Takes(delay);

    /// <summary>Days in words.</summary>
    public static string Days(double days) =>
        string.Create(CultureInfo.InvariantCulture, $"{days:#,0.#} {(days is 1 ? "day" : "days")}");
}
