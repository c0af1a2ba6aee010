using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyDepartments;

public static partial class EmergencyDepartmentMeasures
{
    /// <summary>Patients in the department over four hours.</summary>
    public static readonly Measure EdOverStandard = new(
        "ed.over-standard", "Over 4 hours", "patients",
        "In department longer than the ED standard of the network file, from arrival.",
        Ecds,
        FromArrival,
        Better.Lower);

    /// <summary>Patients in the department over twelve hours from arrival.</summary>
    public static readonly Measure EdOverLong = new(
        "ed.over-long", "Over 12 hours from arrival", "patients",
        "In department longer than the long stay of the network file, from arrival.",
        Ecds,
        FromArrival,
        Better.Lower);

    /// <summary>Share of patients in the department over twelve hours from arrival.</summary>
    public static readonly Measure EdOverLongShare = new(
        "ed.over-long-share", "Over 12 hours from arrival, share", "percent",
        "Of the patients in department now, those longer than the long stay of the network file, from arrival.",
        Opel2024,
        FromArrival,
        Better.Lower);

    /// <summary>Patients waiting over twelve hours from the decision to admit.</summary>
    public static readonly Measure OverLongFromDecision = new(
        "ed.over-long-from-decision", "Over 12 hours from decision to admit", "patients",
        "In department longer than the long stay of the network file, from the decision to admit.",
        "Monthly A&E statistics: from decision to admit",
        FromDecision,
        Better.Lower);

    /// <summary>Longest wait in the department.</summary>
    public static readonly Measure LongestWait = new(
        "ed.longest-wait", "Longest wait in ED", "minutes",
        "Whole minutes since arrival of the patient in department who arrived first.", Ecds, FromArrival, Better.Lower);

    /// <summary>Patients waiting for a bed.</summary>
    public static readonly Measure AwaitingBed = new(
        "ed.awaiting-bed", "Waiting for a bed", "patients",
        "In department with a decision to admit.",
        "Monthly A&E statistics: from decision to admit",
        Better: Better.Lower);

    /// <summary>Longest wait for a bed.</summary>
    public static readonly Measure LongestWaitForBed = new(
        "ed.longest-wait-for-bed", "Longest wait for a bed", "minutes",
        "Whole minutes since the decision to admit of the patient who has waited longest for a bed.",
        "Monthly A&E statistics: from decision to admit",
        FromDecision,
        Better.Lower);

    /// <summary>Patients waiting for initial assessment.</summary>
    public static readonly Measure AwaitingAssessment = new(
        "ed.awaiting-assessment", "Waiting for initial assessment", "patients",
        "In department, neither assessed, seen for treatment nor decided to be admitted.", Ecds, Better: Better.Lower);

    /// <summary>Patients clinically ready to proceed.</summary>
    public static readonly Measure ReadyToProceed = new(
        "ed.ready-to-proceed", "Clinically ready to proceed", "patients",
        "In department, and no longer needing ongoing emergency care.",
        "ECDS, clinically ready to proceed timestamp",
        Better: Better.Lower);

    /// <summary>Patients referred to a service.</summary>
    public static readonly Measure Referred = new(
        "ed.referred", "Referred to a service", "patients", "In department and referred to a service.", Opel2024);

    /// <summary>Share of patients referred to a service.</summary>
    public static readonly Measure ReferredShare = new(
        "ed.referred-share", "Referred to a service, share", "percent",
        "Of the patients in department now, those referred to a service.", Opel2024, Better: Better.Lower);

    /// <summary>Patients waiting for mental-health services.</summary>
    public static readonly Measure MentalHealthWaiting = new(
        "ed.mental-health-waiting", "Waiting for mental health", "patients",
        "In department, the newest referral being to the service mental-health.",
        "Urgent and emergency care plan 2025/26: mental health in A&E",
        Better: Better.Lower);

    /// <summary>Mental-health patients who have waited too long.</summary>
    public static readonly Measure MentalHealthOver = new(
        "ed.mental-health-over", "Mental health over 24 hours", "patients",
        "Waiting for mental-health services and in department longer than the mental-health wait of the network file.",
        "Urgent and emergency care plan 2025/26: 24 hours in A&E for mental health",
        FromArrival,
        Better.Lower);
}
