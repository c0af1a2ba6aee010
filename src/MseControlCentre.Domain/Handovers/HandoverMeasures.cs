using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>Ambulances and their handovers: what is measured, from which clock, by whose definition.</summary>
public static class HandoverMeasures
{
    internal const string Now = "now";
    internal const string SinceMidnight = "since local midnight";

    private const string Handover =
        "NHS Confederation via Lords Library, 3 November 2022: from arrival outside to full handover";

    private const string Contract = "NHS Standard Contract 2022/23, via Lords Library";
    private const string Plan = "Urgent and emergency care plan 2025/26";
    private const string Lost = "AACE: time beyond 15 minutes";
    private const string FromArrival = "from arrival outside the department";

    /// <summary>Ambulances on the way.</summary>
    public static readonly Measure AmbulancesEnRoute = new(
        "ambulance.en-route", "Ambulances on the way", "ambulances",
        "Left the scene for this site and not yet arrived, diverted or cancelled.", "Ambulance service feed", Now);

    /// <summary>Arrivals since midnight.</summary>
    public static readonly Measure ArrivalsToday = new(
        "ambulance.arrivals-today", "Ambulance arrivals today", "ambulances",
        "Ambulances that arrived outside the emergency department since local midnight.", Handover, SinceMidnight);

    /// <summary>Arrivals in the last hour.</summary>
    public static readonly Measure ArrivalsLastHour = new(
        "ambulance.arrivals-last-hour", "Ambulance arrivals in the last hour", "ambulances",
        "Ambulances that arrived outside the emergency department in the last 60 minutes.", Handover,
        "last 60 minutes");

    /// <summary>Ambulances waiting to hand over.</summary>
    public static readonly Measure AmbulancesWaiting = new(
        "ambulance.waiting", "Ambulances waiting", "ambulances",
        "Arrived outside the emergency department and handover not complete; a patient in a cohort area still waits.",
        Handover, Now, Better.Lower);

    /// <summary>Ambulances waiting longer than the standard.</summary>
    public static readonly Measure AmbulancesOverStandard = new(
        "ambulance.waiting-over-standard", "Waiting over 15 minutes", "ambulances",
        "Waiting longer than the handover standard of the network file.", Handover, FromArrival, Better.Lower);

    /// <summary>Ambulances waiting longer than the second threshold.</summary>
    public static readonly Measure AmbulancesOverSecond = new(
        "ambulance.waiting-over-second", "Waiting over 30 minutes", "ambulances",
        "Waiting longer than the second handover threshold of the network file.", Handover, FromArrival, Better.Lower);

    /// <summary>Ambulances waiting longer than the maximum.</summary>
    public static readonly Measure AmbulancesOverMaximum = new(
        "ambulance.waiting-over-maximum", "Waiting over 45 minutes", "ambulances",
        "Waiting longer than the maximum handover of the network file.", Plan, FromArrival, Better.Lower);

    /// <summary>Ambulances waiting for a long delay.</summary>
    public static readonly Measure AmbulancesOverLong = new(
        "ambulance.waiting-over-long", "Waiting over 60 minutes", "ambulances",
        "Waiting longer than the long handover delay of the network file.", Handover, FromArrival, Better.Lower);

    /// <summary>Longest wait of an ambulance.</summary>
    public static readonly Measure AmbulanceLongestWait = new(
        "ambulance.longest-wait", "Longest ambulance wait", "minutes",
        "Whole minutes since arrival of the ambulance that has waited longest.", Handover, FromArrival, Better.Lower);

    /// <summary>Hours lost by those who still wait.</summary>
    public static readonly Measure HandoverLostWaiting = new(
        "ambulance.lost-waiting", "Hours being lost now", "hours",
        "Time beyond the standard of ambulances whose handover is not complete.", Lost, FromArrival, Better.Lower);

    /// <summary>Handovers completed since midnight.</summary>
    public static readonly Measure HandoversToday = new(
        "ambulance.handovers-today", "Handovers today", "ambulances",
        "Handovers completed since local midnight.", Handover, SinceMidnight);

    /// <summary>Mean handover since midnight.</summary>
    public static readonly Measure HandoverMeanToday = new(
        "ambulance.handover-mean-today", "Mean handover today", "minutes",
        "Mean minutes from arrival to handover of handovers completed since local midnight.", Handover, SinceMidnight,
        Better.Lower);

    /// <summary>Hours lost since midnight.</summary>
    public static readonly Measure HandoverLostToday = new(
        "ambulance.lost-today", "Hours lost today", "hours",
        "Time beyond the standard of handovers completed since local midnight.", Lost, SinceMidnight, Better.Lower);

    /// <summary>Handovers within the standard.</summary>
    public static readonly Measure HandedOverWithin15Today = Within("15", "handover standard", Contract);

    /// <summary>Share of handovers within the standard.</summary>
    public static readonly Measure HandedOverWithin15Share = ShareWithin("15", "handover standard", Contract);

    /// <summary>Handovers within the second threshold.</summary>
    public static readonly Measure HandedOverWithin30Today = Within("30", "second handover threshold", Contract);

    /// <summary>Share of handovers within the second threshold.</summary>
    public static readonly Measure HandedOverWithin30Share = ShareWithin("30", "second handover threshold", Contract);

    /// <summary>Handovers within the maximum.</summary>
    public static readonly Measure HandedOverWithin45Today = Within("45", "maximum handover", Plan);

    /// <summary>Share of handovers within the maximum.</summary>
    public static readonly Measure HandedOverWithin45Share = ShareWithin("45", "maximum handover", Plan);

    /// <summary>Handovers without a long delay.</summary>
    public static readonly Measure HandedOverWithin60Today = Within("60", "long handover delay", Contract);

    /// <summary>Share of handovers without a long delay.</summary>
    public static readonly Measure HandedOverWithin60Share = ShareWithin("60", "long handover delay", Contract);

    private static Measure Within(string minutes, string limit, string basis) => new(
        $"ambulance.handed-over-{minutes}-today", $"Handed over within {minutes} minutes today", "ambulances",
        $"Handovers completed since local midnight that took no longer than the {limit} of the network file.",
        basis, SinceMidnight);

    private static Measure ShareWithin(string minutes, string limit, string basis) => new(
        $"ambulance.handed-over-{minutes}-share", $"Share handed over within {minutes} minutes", "percent",
        $"Of handovers completed since local midnight whose arrival is known, the share that took no longer than the "
        + $"{limit} of the network file.",
        basis, SinceMidnight, Better.Higher);
}
