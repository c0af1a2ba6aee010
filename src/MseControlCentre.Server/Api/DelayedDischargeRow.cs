using System.Globalization;
using MseControlCentre.Domain.Discharges;

namespace MseControlCentre.Server.Api;

/// <summary>The list of a multi-agency discharge event.</summary>
/// <param name="At">The instant it is of (UTC).</param>
/// <param name="Total">How many patients fulfil the question.</param>
/// <param name="Delays">They, longest delay first; at most <see cref="DelayedDischargeEndpoint.MostListed"/>.</param>
public sealed record DelayedDischargeList(
    DateTimeOffset At, int Total, IReadOnlyList<DelayedDischargeRow> Delays);

/// <summary>One patient with no criteria to reside.</summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="Site">Site code.</param>
/// <param name="Ward">Ward code; null when the place is not mapped.</param>
/// <param name="Pathway">Pathway 0 to 3; null when not told.</param>
/// <param name="Reason">
/// Short form of the reason; <c>unknown</c> for a text that is none of the national list; null when none was told.
/// </param>
/// <param name="ReasonName">The reason as people say it.</param>
/// <param name="Group">Its group.</param>
/// <param name="Owner">Code of the partner that can unblock it; null when unknown.</param>
/// <param name="ReadyAt">Discharge-ready date (UTC); null when not told.</param>
/// <param name="DaysSinceReady">Local midnights since then.</param>
/// <param name="StayDays">Local midnights since admission.</param>
public sealed record DelayedDischargeRow(
    string Encounter,
    string Site,
    string? Ward,
    int? Pathway,
    string? Reason,
    string? ReasonName,
    string? Group,
    string? Owner,
    DateTimeOffset? ReadyAt,
    int? DaysSinceReady,
    int StayDays)
{
    /// <summary>Names of the columns of the CSV form.</summary>
    public static readonly string[] Columns =
    [
        "encounter", "site", "ward", "pathway", "reason", "reasonName", "group", "owner", "readyAt", "daysSinceReady",
        "stayDays",
    ];

    /// <summary>Writes a delay.</summary>
    public static DelayedDischargeRow From(DelayedDischarge delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        return new DelayedDischargeRow(
            delay.Encounter,
            delay.Site,
            delay.Ward,
            (int?)delay.Pathway,
            delay.Reason?.Slug ?? (delay.IsReasonTold ? DelayedDischargeFilter.Unknown : null),
            delay.Reason?.Name ?? (delay.IsReasonTold ? "not on the national list" : null),
            delay.Reason?.Group.Name,
            delay.Owner,
            delay.ReadyAt?.ToUniversalTime(),
            delay.DaysSinceReady,
            delay.StayDays);
    }

    /// <summary>The cells of the CSV form.</summary>
    public string?[] Cells() =>
    [
        Encounter,
        Site,
        Ward,
        Pathway?.ToString(CultureInfo.InvariantCulture),
        Reason,
        ReasonName,
        Group,
        Owner,
        ReadyAt?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        DaysSinceReady?.ToString(CultureInfo.InvariantCulture),
        StayDays.ToString(CultureInfo.InvariantCulture),
    ];
}
