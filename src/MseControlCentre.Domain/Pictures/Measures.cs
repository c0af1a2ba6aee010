namespace MseControlCentre.Domain.Pictures;

/// <summary>Every measure the pictures hold. A later measure is added here and nowhere else.</summary>
public static class Measures
{
    private const string Handover =
        "NHS Confederation via Lords Library, 3 November 2022: from arrival outside to full handover";
    private const string Ecds = "NHS Data Dictionary, Emergency Care Data Set";
    private const string Sitrep = "UEC daily situation report, process and definitions";
    private const string Discharge = "Acute discharge situation report technical specification, 27 May 2024";
    private const string Virtual = "Virtual wards operational framework, August 2024";

    /// <summary>Ambulances on the way.</summary>
    public static readonly Measure AmbulancesEnRoute = new(
        "ambulance.en-route", "Ambulances on the way", "ambulances",
        "Left the scene for this site and not yet arrived, diverted or cancelled.", "Ambulance service feed");

    /// <summary>Ambulances waiting to hand over.</summary>
    public static readonly Measure AmbulancesWaiting = new(
        "ambulance.waiting", "Ambulances waiting", "ambulances",
        "Arrived outside the emergency department and handover not complete.", Handover);

    /// <summary>Ambulances waiting longer than the standard.</summary>
    public static readonly Measure AmbulancesOverStandard = new(
        "ambulance.waiting-over-standard", "Waiting over 15 minutes", "ambulances",
        "Waiting longer than the handover standard of the network file.", Handover);

    /// <summary>Ambulances waiting longer than the second threshold.</summary>
    public static readonly Measure AmbulancesOverSecond = new(
        "ambulance.waiting-over-second", "Waiting over 30 minutes", "ambulances",
        "Waiting longer than the second handover threshold of the network file.", Handover);

    /// <summary>Ambulances waiting longer than the maximum.</summary>
    public static readonly Measure AmbulancesOverMaximum = new(
        "ambulance.waiting-over-maximum", "Waiting over 45 minutes", "ambulances",
        "Waiting longer than the maximum handover of the network file.", "Urgent and emergency care plan 2025/26");

    /// <summary>Ambulances waiting for a long delay.</summary>
    public static readonly Measure AmbulancesOverLong = new(
        "ambulance.waiting-over-long", "Waiting over 60 minutes", "ambulances",
        "Waiting longer than the long handover delay of the network file.", Handover);

    /// <summary>Longest wait of an ambulance.</summary>
    public static readonly Measure AmbulanceLongestWait = new(
        "ambulance.longest-wait", "Longest ambulance wait", "minutes",
        "Whole minutes since arrival of the ambulance that has waited longest.", Handover);

    /// <summary>Handovers completed since midnight.</summary>
    public static readonly Measure HandoversToday = new(
        "ambulance.handovers-today", "Handovers today", "ambulances",
        "Handovers completed since local midnight.", Handover);

    /// <summary>Mean handover since midnight.</summary>
    public static readonly Measure HandoverMeanToday = new(
        "ambulance.handover-mean-today", "Mean handover today", "minutes",
        "Mean minutes from arrival to handover of handovers completed since local midnight.", Handover);

    /// <summary>Hours lost since midnight.</summary>
    public static readonly Measure HandoverLostToday = new(
        "ambulance.lost-today", "Hours lost today", "hours",
        "Time beyond the standard of handovers completed since local midnight.", "AACE: time beyond 15 minutes");

    /// <summary>Patients in the emergency department.</summary>
    public static readonly Measure InDepartment = new(
        "ed.in-department", "In ED", "patients", "Arrived and not departed.", Ecds);

    /// <summary>Attendances since midnight.</summary>
    public static readonly Measure AttendancesToday = new(
        "ed.attendances-today", "Attendances today", "patients", "Arrivals since local midnight.", Ecds);

    /// <summary>Arrivals in the last hour.</summary>
    public static readonly Measure ArrivalsLastHour = new(
        "ed.arrivals-last-hour", "Arrivals in the last hour", "patients", "Arrivals in the last 60 minutes.", Ecds);

    /// <summary>Patients in the department over four hours.</summary>
    public static readonly Measure EdOverStandard = new(
        "ed.over-standard", "Over 4 hours", "patients",
        "In department longer than the ED standard of the network file, from arrival.", Ecds);

    /// <summary>Patients in the department over twelve hours.</summary>
    public static readonly Measure EdOverLong = new(
        "ed.over-long", "Over 12 hours", "patients",
        "In department longer than the long stay of the network file, from arrival.", Ecds);

    /// <summary>Four-hour performance today.</summary>
    public static readonly Measure EdPerformanceToday = new(
        "ed.performance-today", "Four-hour performance today", "percent",
        "Of departures since local midnight, the share within the ED standard. Unvalidated.", Ecds);

    /// <summary>Patients waiting for a bed.</summary>
    public static readonly Measure AwaitingBed = new(
        "ed.awaiting-bed", "Waiting for a bed", "patients",
        "In department with a decision to admit.", "Monthly A&E statistics: from decision to admit");

    /// <summary>General and acute beds open.</summary>
    public static readonly Measure BedsOpen = new(
        "beds.open", "G&A beds open", "beds", "Core and escalation beds open, less those closed.", Sitrep);

    /// <summary>Escalation beds open.</summary>
    public static readonly Measure EscalationBedsOpen = new(
        "beds.escalation", "Escalation beds open", "beds", "Escalation beds open.", Sitrep);

    /// <summary>General and acute beds closed.</summary>
    public static readonly Measure BedsClosed = new(
        "beds.closed", "G&A beds closed", "beds", "Beds declared or reported closed.", Sitrep);

    /// <summary>General and acute beds occupied.</summary>
    public static readonly Measure BedsOccupied = new(
        "beds.occupied", "G&A beds occupied", "beds", "Patients in general and acute beds, leave excluded.", Sitrep);

    /// <summary>Beds reserved for patients on leave.</summary>
    public static readonly Measure BedsReserved = new(
        "beds.reserved",
        "Beds reserved",
        "beds",
        "Patients on leave from a general and acute bed.",
        "NHS Data Dictionary");

    /// <summary>General and acute beds available.</summary>
    public static readonly Measure BedsAvailable = new(
        "beds.available", "G&A beds free", "beds",
        "Open less occupied less reserved; below zero when patients outnumber open beds.", Sitrep);

    /// <summary>General and acute occupancy.</summary>
    public static readonly Measure BedOccupancy = new(
        "beds.occupancy", "G&A occupancy", "percent", "Occupied as a share of open.", Sitrep);

    /// <summary>Critical care beds occupied.</summary>
    public static readonly Measure CriticalCareOccupied = new(
        "beds.critical-care-occupied",
        "Critical care occupied",
        "beds",
        "Patients in adult critical care beds.",
        Sitrep);

    /// <summary>Critical care beds open.</summary>
    public static readonly Measure CriticalCareOpen = new(
        "beds.critical-care-open", "Critical care open", "beds", "Adult critical care beds open.", Sitrep);

    /// <summary>Inpatients whose location is not mapped.</summary>
    public static readonly Measure UnmappedInpatients = new(
        "beds.unmapped", "Inpatients with no known ward", "patients",
        "Inpatients whose location no ward of the network file matches.", "Network file");

    /// <summary>Inpatients.</summary>
    public static readonly Measure Inpatients = new(
        "beds.inpatients", "Inpatients", "patients", "Patients admitted and not discharged, leave included.", Sitrep);

    /// <summary>Discharges since midnight.</summary>
    public static readonly Measure DischargesToday = new(
        "discharge.today", "Discharged today", "patients",
        "Inpatients discharged since local midnight.", Discharge);

    /// <summary>Discharges in the last hour.</summary>
    public static readonly Measure DischargesLastHour = new(
        "discharge.last-hour", "Discharged in the last hour", "patients",
        "Inpatients discharged in the last 60 minutes.", Discharge);

    /// <summary>Admissions since midnight.</summary>
    public static readonly Measure AdmissionsToday = new(
        "beds.admissions-today", "Admissions today", "patients", "Inpatient admissions since local midnight.", Sitrep);

    /// <summary>Definite discharges still to come today.</summary>
    public static readonly Measure DefiniteDischarges = new(
        "discharge.definite", "Definite discharges left", "patients",
        "Inpatients with a definite discharge planned for today or overdue.", "Ward lists");

    /// <summary>Potential discharges still to come today.</summary>
    public static readonly Measure PotentialDischarges = new(
        "discharge.potential", "Potential discharges left", "patients",
        "Inpatients with a potential discharge planned for today or overdue.", "Ward lists");

    /// <summary>Inpatients with no criteria to reside.</summary>
    public static readonly Measure NoCriteriaToReside = new(
        "discharge.no-criteria-to-reside", "No criteria to reside", "patients",
        "Inpatients whose newest assessment says that the criteria to reside are not met.", Discharge);

    /// <summary>Patients on virtual wards.</summary>
    public static readonly Measure VirtualWardOccupied = new(
        "virtual-ward.occupied", "On virtual wards", "patients", "Taken on and not discharged.", Virtual);

    /// <summary>Virtual-ward places.</summary>
    public static readonly Measure VirtualWardCapacity = new(
        "virtual-ward.capacity", "Virtual-ward places", "places", "Places declared, or of the network file.", Virtual);

    /// <summary>Virtual-ward places free.</summary>
    public static readonly Measure VirtualWardAvailable = new(
        "virtual-ward.available", "Virtual-ward places free", "places", "Places less patients.", Virtual);

    /// <summary>Referrals waiting for a virtual ward.</summary>
    public static readonly Measure VirtualWardReferrals = new(
        "virtual-ward.referrals", "Virtual-ward referrals waiting", "patients",
        "Referred and neither taken on nor declined.", Virtual);
}
