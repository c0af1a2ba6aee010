using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>Where ambulance patients go other than straight into the department: cohort areas, other sites.</summary>
public static class CohortMeasures
{
    private const string Cohort =
        "Cohorting: one clinician looks after several patients in place of their crews (Southend Ambulance Handover "
        + "Unit, mse.nhs.uk 2022)";

    private const string Divert =
        "By agreement, some or all emergency patients are taken elsewhere for a time (Hansard, 18 June 2004)";

    /// <summary>Cohort areas open.</summary>
    public static readonly Measure CohortAreas = new(
        "ambulance.cohort-areas", "Cohort areas open", "areas",
        "Cohort areas declared open; one that was declared closed, or whose declaration has expired, is not open.",
        Cohort, HandoverMeasures.Now);

    /// <summary>Patients the open cohort areas can hold.</summary>
    public static readonly Measure CohortCapacity = new(
        "ambulance.cohort-capacity", "Cohort spaces", "spaces",
        "Patients that the open cohort areas can hold, as declared.", Cohort, HandoverMeasures.Now);

    /// <summary>Patients in cohort areas.</summary>
    public static readonly Measure CohortPatients = new(
        "ambulance.cohort-patients", "Patients in cohort areas", "patients",
        "Patients put into a cohort area whose handover is not complete, whatever was declared of the area.",
        Cohort, HandoverMeasures.Now, Better.Lower);

    /// <summary>Conveyances sent on since midnight.</summary>
    public static readonly Measure DivertedToday = new(
        "ambulance.diverted-today", "Ambulances sent on today", "ambulances",
        "Conveyances sent on from this site to another since local midnight, before handover.",
        Divert, HandoverMeasures.SinceMidnight, Better.Lower);

    /// <summary>Departments on divert.</summary>
    public static readonly Measure DivertsInForce = new(
        "ambulance.diverts-in-force", "Departments on divert", "departments",
        "Emergency departments whose newest declaration is a divert that has not expired.",
        Divert, HandoverMeasures.Now, Better.Lower);

    /// <summary>Departments closed.</summary>
    public static readonly Measure ClosuresInForce = new(
        "ambulance.closures-in-force", "Departments closed", "departments",
        "Emergency departments whose newest declaration is a closure that has not expired.",
        "Declared by the site", HandoverMeasures.Now, Better.Lower);
}
