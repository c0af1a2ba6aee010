using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Discharges;

/// <summary>
/// One patient on the list of a multi-agency discharge event: pseudonymous, with what the agencies need to unblock the
/// delay.
/// </summary>
/// <param name="Encounter">Pseudonym of the stay.</param>
/// <param name="Site">Site code.</param>
/// <param name="Ward">Ward code; null when the patient's place is not mapped.</param>
/// <param name="Pathway">Discharge pathway; null when not told.</param>
/// <param name="Reason">Why; null when not told, or when the text is none of the national list.</param>
/// <param name="IsReasonTold">
/// Whether the feed sent a text as reason. A text that is none of the list is not shown: it may hold anything.
/// </param>
/// <param name="Owner">Partner that can unblock it; null when unknown.</param>
/// <param name="ReadyAt">Discharge-ready date; null when not told or still ahead.</param>
/// <param name="DaysSinceReady">Local midnights since then.</param>
/// <param name="StayDays">Local midnights since admission.</param>
public sealed record DelayedDischarge(
    string Encounter,
    string Site,
    string? Ward,
    DischargePathway? Pathway,
    DelayReason? Reason,
    bool IsReasonTold,
    string? Owner,
    DateTimeOffset? ReadyAt,
    int? DaysSinceReady,
    int StayDays)
{
    /// <summary>Bed as the feed names it; null when not told or the place is not mapped.</summary>
    public string? Bed { get; init; }
}

/// <summary>Which delayed patients to list. What is null leaves nobody out.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Owner">Code of the partner that can unblock them, or <see cref="Unknown"/>.</param>
/// <param name="Pathway">Pathway <c>0</c> to <c>3</c>, or <see cref="Unknown"/>.</param>
public sealed record DelayedDischargeFilter(string? Site = null, string? Owner = null, string? Pathway = null)
{
    /// <summary>Says that nobody, or no pathway, is known.</summary>
    public const string Unknown = DischargeTables.UnknownOwner;

    internal bool Takes(Delay delay) =>
        (Site is null || Is(Site, delay.Encounter.Standing.Site))
        && (Owner is null || Is(Owner, delay.Owner ?? Unknown))
        && (Pathway is null || Is(Pathway, NameOf(delay.Encounter.Standing.Pathway)));

    private static bool Is(string wanted, string found) => string.Equals(wanted, found, StringComparison.Ordinal);

    private static string NameOf(DischargePathway? pathway) => pathway switch
    {
        DischargePathway.P0 => "0",
        DischargePathway.P1 => "1",
        DischargePathway.P2 => "2",
        DischargePathway.P3 => "3",
        _ => Unknown,
    };
}
