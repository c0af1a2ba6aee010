using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>The emergency department: what is measured, from which clock, by whose definition.</summary>
public static class EmergencyDepartmentMeasures
{
    private const string Ecds = "NHS Data Dictionary, Emergency Care Data Set";

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
}
