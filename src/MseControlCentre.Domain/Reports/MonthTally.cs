namespace MseControlCentre.Domain.Reports;

/// <summary>What one month adds up to.</summary>
internal sealed record MonthTally
{
    /// <summary>Attendances at type 1 departments that ended in the month and whose arrival is known.</summary>
    public int Attendances { get; set; }

    /// <summary>Of these, longer than the standard.</summary>
    public int Breaches { get; set; }

    /// <summary>
    /// Attendances that ended and are left out, because neither feed nor network file tells their type.
    /// </summary>
    public int WithoutType { get; set; }

    /// <summary>Handovers completed whose arrival is known.</summary>
    public int Handovers { get; set; }

    /// <summary>Time of these beyond the standard.</summary>
    public TimeSpan Lost { get; set; }

    /// <summary>Of these, longer than a long delay.</summary>
    public int LongDelays { get; set; }

    /// <summary>Events of the month that came so late that the board no longer took them.</summary>
    public int TooLate { get; set; }
}
