using System.Runtime.InteropServices;

namespace MseControlCentre.Server.Live;

/// <summary>How a feed fares at an instant.</summary>
/// <param name="PerMinute">
/// Events a minute over the last quarter of an hour; null when that is not known or it was silent throughout.
/// </param>
/// <param name="UsualPerMinute">
/// Median of the events a minute in the same hour of the days before; null when no whole day before is known.
/// </param>
/// <param name="UsualDays">Days that the usual rate is taken from, at most seven.</param>
/// <param name="MedianLag">
/// Median time from happening to being recorded, in the last hour; null without entries.
/// </param>
/// <param name="WorstLag">The longest of them.</param>
/// <param name="Slots">The last hours in steps of five minutes, oldest first; the last is still going on.</param>
public sealed record FeedPace(
    double? PerMinute,
    double? UsualPerMinute,
    int UsualDays,
    TimeSpan? MedianLag,
    TimeSpan? WorstLag,
    IReadOnlyList<FeedSlot> Slots);

/// <summary>Five minutes of a feed.</summary>
/// <param name="From">When they began (UTC).</param>
/// <param name="Count">Events recorded; null when not known or the feed was silent.</param>
/// <param name="Usual">Events usual at this time of the day; null when not known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeedSlot(DateTimeOffset From, int? Count, double? Usual);
