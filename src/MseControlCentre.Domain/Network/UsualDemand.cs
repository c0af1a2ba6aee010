namespace MseControlCentre.Domain.Network;

/// <summary>
/// What a usual day brings, taken where the journal does not yet hold the same weekday of earlier weeks.
/// </summary>
/// <param name="ArrivalsByHour">
/// Share of a day's arrivals in each local hour, 24 numbers in percent; they are taken relative to their sum.
/// </param>
/// <param name="Sites">What each site usually sees.</param>
/// <param name="Basis">Where the figures come from.</param>
public sealed record UsualDemand(
    IReadOnlyList<double> ArrivalsByHour, IReadOnlyList<SiteDemand> Sites, string Basis)
{
    /// <summary>The share of a day's arrivals in a local hour, 0 to 1.</summary>
    public double ShareOf(int hour) => ArrivalsByHour[hour] / ArrivalsByHour.Sum();
}

/// <summary>What a site usually sees in a day.</summary>
/// <param name="Site">ODS site code.</param>
/// <param name="Attendances">ED attendances.</param>
/// <param name="EmergencyAdmissions">Emergency admissions.</param>
public sealed record SiteDemand(string Site, double Attendances, double EmergencyAdmissions);

/// <summary>How a day's discharges should be spread over its hours.</summary>
/// <param name="ByEndOfHour">
/// Percent of the day's discharges that should have left by the end of each local hour: 24 numbers that do not fall,
/// the last 100.
/// </param>
/// <param name="Basis">The source, or <c>locally agreed</c>.</param>
/// <param name="SetBy">Who agreed it, when locally agreed.</param>
/// <param name="SetOn">When, when locally agreed.</param>
public sealed record DischargeTarget(
    IReadOnlyList<double> ByEndOfHour, string Basis, string? SetBy = null, DateOnly? SetOn = null);
