using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyDepartments;

public static partial class EmergencyDepartmentMeasures
{
    private const string Usual = "Same hours of earlier weeks, or the usual day of the network file";

    /// <summary>Attendances since midnight.</summary>
    public static readonly Measure AttendancesToday = new(
        "ed.attendances-today", "Attendances today", "patients",
        "Arrivals since local midnight.", Ecds, SinceMidnight);

    /// <summary>Arrivals in the last hour.</summary>
    public static readonly Measure ArrivalsLastHour = new(
        "ed.arrivals-last-hour", "Arrivals in the last hour", "patients",
        "Arrivals in the last 60 minutes.", Ecds, "last 60 minutes");

    /// <summary>Arrivals that the last hour usually brings.</summary>
    public static readonly Measure ArrivalsExpectedHour = new(
        "ed.arrivals-expected-hour", "Arrivals expected in the last hour", "patients",
        "Mean of the arrivals in the same 60 minutes of the last four weeks, as far as the journal holds at least two "
            + "of "
            + "them, else what the usual day of the network file gives them.",
        Usual,
        "last 60 minutes");

    /// <summary>Arrivals today against what is usual.</summary>
    public static readonly Measure ArrivalsVariationToday = new(
        "ed.arrivals-variation-today", "Arrivals against expected", "percent",
        "Arrivals as a share of those expected in the same hours: 100 is as expected. Since local midnight or, where "
            + "the "
            + "site was first told of later today, since then.",
        "OPEL framework 2023/24: ED all-type attendance variation",
        SinceMidnight);

    /// <summary>Median time to initial assessment.</summary>
    public static readonly Measure AssessmentMedianToday = new(
        "ed.assessment-median-today", "Median time to initial assessment", "minutes",
        "Median minutes from arrival to initial assessment of those assessed since local midnight.",
        Ecds,
        SinceMidnight,
        Better.Lower);

    /// <summary>Share assessed in time.</summary>
    public static readonly Measure AssessmentWithinShare = new(
        "ed.assessment-within-share", "Initially assessed in time", "percent",
        "Of those assessed since local midnight, the share within the initial-assessment time of the network file.",
        Ecds,
        SinceMidnight,
        Better.Higher);

    /// <summary>Median time to treatment.</summary>
    public static readonly Measure TreatmentMedianToday = new(
        "ed.treatment-median-today", "Median time to treatment", "minutes",
        "Median minutes from arrival to being seen for treatment of those seen since local midnight.",
        "OPEL framework 2023/24 and 2024 to 2026: median time to treatment since midnight",
        SinceMidnight,
        Better.Lower);

    /// <summary>Decisions to admit since midnight.</summary>
    public static readonly Measure DecisionsToAdmitToday = new(
        "ed.decisions-to-admit-today", "Decisions to admit today", "patients",
        "Patients of the department decided to be admitted since local midnight.", Ecds, SinceMidnight);

    /// <summary>Breaches of the ED standard since midnight.</summary>
    public static readonly Measure BreachesToday = new(
        "ed.breaches-today", "Breaches today", "patients",
        "Departures since local midnight longer after arrival than the ED standard of the network file. Unvalidated.",
        Ecds,
        SinceMidnight,
        Better.Lower);

    /// <summary>Four-hour performance today, of all types of department.</summary>
    public static readonly Measure EdPerformanceToday = new(
        "ed.performance-today", "Four-hour performance today", "percent",
        "Of departures from all types of department since local midnight, the share within the ED standard. "
            + "Unvalidated.",
        Ecds,
        SinceMidnight,
        Better.Higher);

    /// <summary>Four-hour performance today of type 1 departments.</summary>
    public static readonly Measure PerformanceType1Today = PerformanceOf(1, "consultant-led with full resuscitation");

    /// <summary>Four-hour performance today of type 2 departments.</summary>
    public static readonly Measure PerformanceType2Today = PerformanceOf(2, "consultant-led for a single specialty");

    /// <summary>Four-hour performance today of type 3 departments.</summary>
    public static readonly Measure PerformanceType3Today = PerformanceOf(3, "urgent treatment and minor injury");

    private static Measure PerformanceOf(int type, string what) => new(
        $"ed.performance-type-{type}-today",
        $"Four-hour performance today, type {type}",
        "percent",
        $"Of departures since local midnight from departments of type {type} ({what}), the share within the ED "
            + $"standard. "
            + "The type is the one told of the attendance, else that of the ward the patient left from. Unvalidated.",
        Ecds,
        SinceMidnight,
        Better.Higher);
}
