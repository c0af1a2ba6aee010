using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Reports;

/// <summary>
/// The urgent and emergency care figures of a month, as the board paper of March 2023 gave them. Counts only. What the
/// journal does not hold is null.
/// </summary>
/// <param name="Month">The month.</param>
/// <param name="System">Name of the system.</param>
/// <param name="AmbulanceService">Name of the ambulance service, whose response times these are.</param>
/// <param name="ResponseTimes">Category 1 to 4.</param>
/// <param name="ResponsesAreWhole">Whether the journal heard the ambulance feeds for the whole month.</param>
/// <param name="DepartmentStandards">Standards of the network file for four-hour performance.</param>
/// <param name="Departments">
/// Type 1 attendances by month: from the first of the last twelve that the journal holds up to the month.
/// </param>
/// <param name="WithoutType">
/// Attendances of these months that are left out: neither the feed nor the network file tells the type of department.
/// </param>
/// <param name="Handovers">The month's handovers.</param>
/// <param name="HandoversBefore">Those of the month before.</param>
/// <param name="TooLate">Events of these months that came too late to be counted by the board.</param>
/// <param name="RecordedUntil">When the last entry of the journal was recorded (UTC).</param>
public sealed record BoardPaper(
    CalendarMonth Month,
    string System,
    string AmbulanceService,
    IReadOnlyList<ResponseTimeRow> ResponseTimes,
    bool ResponsesAreWhole,
    IReadOnlyList<Standard> DepartmentStandards,
    IReadOnlyList<DepartmentMonth> Departments,
    int WithoutType,
    HandoverMonth Handovers,
    HandoverMonth HandoversBefore,
    int TooLate,
    DateTimeOffset RecordedUntil)
{
    /// <summary>How much less time was lost than in the month before; negative when it was more.</summary>
    public TimeSpan? LostReduction => HandoversBefore.Lost - Handovers.Lost;

    /// <summary>
    /// By how many percent, to one decimal, long delays were fewer than in the month before; negative when they were
    /// more, null when there were none before.
    /// </summary>
    public double? LongDelayReduction =>
        HandoversBefore.LongDelays is > 0 and var before && Handovers.LongDelays is { } now
        ? Math.Round(100.0 * (before - now) / before, 1, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>Response times of a category: from the start of the clock to the arrival at the scene.</summary>
/// <param name="Category">Category of the call when the response arrived.</param>
/// <param name="Responses">Responses in the month whose time is known.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Ninetieth">Their 90th centile, by nearest rank.</param>
/// <param name="MeanStandards">Standards of the network file for the mean.</param>
/// <param name="NinetiethStandards">Standards of the network file for the 90th centile.</param>
public sealed record ResponseTimeRow(
    AmbulanceCategory Category,
    int? Responses,
    TimeSpan? Mean,
    TimeSpan? Ninetieth,
    IReadOnlyList<Standard> MeanStandards,
    IReadOnlyList<Standard> NinetiethStandards);

/// <summary>
/// A month of the type 1 departments of all sites. An attendance counts in the month in which it ended, as four-hour
/// performance does on the board.
/// </summary>
/// <param name="Month">The month.</param>
/// <param name="Attendances">Attendances that ended in it; null when the journal holds none.</param>
/// <param name="Breaches">Of these, longer than the standard.</param>
/// <param name="IsWhole">Whether the journal heard the feeds for the whole month.</param>
public sealed record DepartmentMonth(CalendarMonth Month, int? Attendances, int? Breaches, bool IsWhole)
{
    /// <summary>Percent within the standard, to one decimal.</summary>
    public double? Performance => Attendances is > 0 and var all && Breaches is { } breaches
        ? Math.Round(100.0 * (all - breaches) / all, 1, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>
/// A month of ambulance handovers at all sites. A handover counts in the month in which it was completed.
/// </summary>
/// <param name="Month">The month.</param>
/// <param name="Completed">Handovers whose arrival is known; null when the journal holds none.</param>
/// <param name="Lost">Their time beyond the handover standard.</param>
/// <param name="LongDelays">Of these, longer than the long delay.</param>
/// <param name="IsWhole">Whether the journal heard the feeds for the whole month.</param>
public sealed record HandoverMonth(CalendarMonth Month, int? Completed, TimeSpan? Lost, int? LongDelays, bool IsWhole);
