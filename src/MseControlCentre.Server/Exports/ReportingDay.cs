namespace MseControlCentre.Server.Exports;

/// <summary>
/// The instants of a national return: the day of reporting, its bed snapshot at 08:00, and the day before, whose events
/// are counted (UEC daily situation report: period 00:00:00 to 23:59:59 of the previous day). By local clocks: a day of
/// a clock change has 23 or 25 hours.
/// </summary>
/// <param name="date">The day of reporting.</param>
/// <param name="zone">Time zone of the system.</param>
public sealed class ReportingDay(DateOnly date, TimeZoneInfo zone)
{
    private static readonly TimeOnly s_snapshot = new(8, 0);
    private static readonly TimeOnly s_afterFive = new(17, 1);

    /// <summary>The day of reporting.</summary>
    public DateOnly Date { get; } = date;

    /// <summary>The day whose events are counted.</summary>
    public DateOnly Period => Date.AddDays(-1);

    /// <summary>08:00 on the day of reporting.</summary>
    public DateTimeOffset Snapshot => InstantOf(Date, s_snapshot);

    /// <summary>08:00 on the day whose events are counted.</summary>
    public DateTimeOffset PeriodSnapshot => InstantOf(Period, s_snapshot);

    /// <summary>Midnight at which the period begins.</summary>
    public DateTimeOffset PeriodStart => InstantOf(Period, TimeOnly.MinValue);

    /// <summary>The last instant of the period.</summary>
    public DateTimeOffset PeriodEnd => InstantOf(Date, TimeOnly.MinValue).AddTicks(-1);

    /// <summary>The last instant of the period's 17:00: the return's other half begins at 17:01.</summary>
    public DateTimeOffset FiveOClock => InstantOf(Period, s_afterFive).AddTicks(-1);

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
