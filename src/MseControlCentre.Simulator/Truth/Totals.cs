namespace MseControlCentre.Simulator.Truth;

/// <summary>Totals of a hospital or of the system, from which the figures are written.</summary>
public sealed class Totals
{
    /// <summary>En route.</summary>
    public int EnRoute { get; set; }

    /// <summary>Waiting.</summary>
    public int Waiting { get; set; }

    /// <summary>Waiting over standard.</summary>
    public int WaitingOverStandard { get; set; }

    /// <summary>Waiting over second.</summary>
    public int WaitingOverSecond { get; set; }

    /// <summary>Waiting over maximum.</summary>
    public int WaitingOverMaximum { get; set; }

    /// <summary>Waiting over long.</summary>
    public int WaitingOverLong { get; set; }

    /// <summary>Handovers.</summary>
    public int Handovers { get; set; }

    /// <summary>In department.</summary>
    public int InDepartment { get; set; }

    /// <summary>Ed over standard.</summary>
    public int EdOverStandard { get; set; }

    /// <summary>Ed over long.</summary>
    public int EdOverLong { get; set; }

    /// <summary>Awaiting bed.</summary>
    public int AwaitingBed { get; set; }

    /// <summary>Attendances.</summary>
    public int Attendances { get; set; }

    /// <summary>Arrivals last hour.</summary>
    public int ArrivalsLastHour { get; set; }

    /// <summary>Departures.</summary>
    public int Departures { get; set; }

    /// <summary>Departures within standard.</summary>
    public int DeparturesWithinStandard { get; set; }

    /// <summary>Beds open.</summary>
    public int BedsOpen { get; set; }

    /// <summary>Beds escalation.</summary>
    public int BedsEscalation { get; set; }

    /// <summary>Beds closed.</summary>
    public int BedsClosed { get; set; }

    /// <summary>Beds occupied.</summary>
    public int BedsOccupied { get; set; }

    /// <summary>Beds reserved.</summary>
    public int BedsReserved { get; set; }

    /// <summary>Critical open.</summary>
    public int CriticalOpen { get; set; }

    /// <summary>Critical occupied.</summary>
    public int CriticalOccupied { get; set; }

    /// <summary>Inpatients.</summary>
    public int Inpatients { get; set; }

    /// <summary>Admissions.</summary>
    public int Admissions { get; set; }

    /// <summary>Discharges.</summary>
    public int Discharges { get; set; }

    /// <summary>Discharges last hour.</summary>
    public int DischargesLastHour { get; set; }

    /// <summary>Definite.</summary>
    public int Definite { get; set; }

    /// <summary>Potential.</summary>
    public int Potential { get; set; }

    /// <summary>No criteria.</summary>
    public int NoCriteria { get; set; }

    /// <summary>Seconds of the longest wait of an ambulance; null when none waits.</summary>
    public long? LongestWaitSeconds { get; set; }

    /// <summary>Seconds of today's handovers together.</summary>
    public long HandoverSeconds { get; set; }

    /// <summary>Seconds beyond the standard of today's handovers together.</summary>
    public double LostSeconds { get; set; }

    /// <summary>Adds totals up.</summary>
    public static Totals Sum(IEnumerable<Totals> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var sum = new Totals();
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    /// <summary>Measure identities and values; null where there is nothing to measure.</summary>
    public IEnumerable<(string Measure, double? Value)> Figures() =>
    [
        ("ambulance.en-route", EnRoute),
        ("ambulance.waiting", Waiting),
        ("ambulance.waiting-over-standard", WaitingOverStandard),
        ("ambulance.waiting-over-second", WaitingOverSecond),
        ("ambulance.waiting-over-maximum", WaitingOverMaximum),
        ("ambulance.waiting-over-long", WaitingOverLong),
        ("ambulance.handovers-today", Handovers),
        ("ed.in-department", InDepartment),
        ("ed.over-standard", EdOverStandard),
        ("ed.over-long", EdOverLong),
        ("ed.awaiting-bed", AwaitingBed),
        ("ed.attendances-today", Attendances),
        ("ed.arrivals-last-hour", ArrivalsLastHour),
        ("beds.open", BedsOpen),
        ("beds.escalation", BedsEscalation),
        ("beds.closed", BedsClosed),
        ("beds.occupied", BedsOccupied),
        ("beds.reserved", BedsReserved),
        ("beds.critical-care-open", CriticalOpen),
        ("beds.critical-care-occupied", CriticalOccupied),
        ("beds.inpatients", Inpatients),
        ("beds.admissions-today", Admissions),
        ("discharge.today", Discharges),
        ("discharge.last-hour", DischargesLastHour),
        ("discharge.definite", Definite),
        ("discharge.potential", Potential),
        ("discharge.no-criteria-to-reside", NoCriteria),
        ("ambulance.longest-wait", LongestWaitSeconds / 60),
        ("ambulance.handover-mean-today", Handovers == 0 ? null : HandoverSeconds / 60.0 / Handovers),
        ("ambulance.lost-today", LostSeconds / 3600),
        ("ed.performance-today", Departures == 0 ? null : 100.0 * DeparturesWithinStandard / Departures),
        ("beds.available", BedsOpen - BedsOccupied - BedsReserved),
        ("beds.occupancy", BedsOpen == 0 ? null : 100.0 * BedsOccupied / BedsOpen),
        ("beds.unmapped", 0),
    ];

    private void Add(Totals part)
    {
        EnRoute += part.EnRoute;
        Waiting += part.Waiting;
        WaitingOverStandard += part.WaitingOverStandard;
        WaitingOverSecond += part.WaitingOverSecond;
        WaitingOverMaximum += part.WaitingOverMaximum;
        WaitingOverLong += part.WaitingOverLong;
        Handovers += part.Handovers;
        InDepartment += part.InDepartment;
        EdOverStandard += part.EdOverStandard;
        EdOverLong += part.EdOverLong;
        AwaitingBed += part.AwaitingBed;
        Attendances += part.Attendances;
        ArrivalsLastHour += part.ArrivalsLastHour;
        Departures += part.Departures;
        DeparturesWithinStandard += part.DeparturesWithinStandard;
        BedsOpen += part.BedsOpen;
        BedsEscalation += part.BedsEscalation;
        BedsClosed += part.BedsClosed;
        BedsOccupied += part.BedsOccupied;
        BedsReserved += part.BedsReserved;
        CriticalOpen += part.CriticalOpen;
        CriticalOccupied += part.CriticalOccupied;
        Inpatients += part.Inpatients;
        Admissions += part.Admissions;
        Discharges += part.Discharges;
        DischargesLastHour += part.DischargesLastHour;
        Definite += part.Definite;
        Potential += part.Potential;
        NoCriteria += part.NoCriteria;
        LongestWaitSeconds = part.LongestWaitSeconds is null
            ? LongestWaitSeconds
            : Math.Max(LongestWaitSeconds ?? 0, part.LongestWaitSeconds.Value);
        HandoverSeconds += part.HandoverSeconds;
        LostSeconds += part.LostSeconds;
    }
}
