using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

/// <summary>Beds and admissions: what is measured, from which clock, by whose definition.</summary>
public static partial class BedMeasures
{
    private const string Sitrep = "UEC daily situation report, process and definitions";
    private const string SinceMidnight = "since local midnight";

    /// <summary>General and acute beds open.</summary>
    public static readonly Measure BedsOpen = new(
        "beds.open", "G&A beds open", "beds", "Core and escalation beds open, less those closed.", Sitrep);

    /// <summary>Escalation beds open.</summary>
    public static readonly Measure EscalationBedsOpen = new(
        "beds.escalation", "Escalation beds open", "beds", "Escalation beds open.", Sitrep);

    /// <summary>General and acute beds closed.</summary>
    public static readonly Measure BedsClosed = new(
        "beds.closed", "G&A beds closed", "beds", "Beds declared or reported closed.", Sitrep, Better: Better.Lower);

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
        "Open less occupied less reserved; below zero when patients outnumber open beds.",
        Sitrep,
        Better: Better.Higher);

    /// <summary>General and acute occupancy.</summary>
    public static readonly Measure BedOccupancy = new(
        "beds.occupancy", "G&A occupancy", "percent", "Occupied as a share of open.", Sitrep, Better: Better.Lower);

    /// <summary>Inpatients whose location is not mapped.</summary>
    public static readonly Measure UnmappedInpatients = new(
        "beds.unmapped", "Inpatients with no known ward", "patients",
        "Inpatients whose location no ward of the network file matches.", "Network file", Better: Better.Lower);

    /// <summary>Inpatients.</summary>
    public static readonly Measure Inpatients = new(
        "beds.inpatients", "Inpatients", "patients", "Patients admitted and not discharged, leave included.", Sitrep);

    /// <summary>Admissions since midnight.</summary>
    public static readonly Measure AdmissionsToday = new(
        "beds.admissions-today",
        "Admissions today",
        "patients",
        "Inpatient admissions since local midnight.",
        Sitrep,
        SinceMidnight);
}
