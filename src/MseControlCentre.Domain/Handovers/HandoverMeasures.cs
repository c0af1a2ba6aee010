using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>Ambulances and their handovers: what is measured, from which clock, by whose definition.</summary>
public static class HandoverMeasures
{
    private const string Handover =
        "NHS Confederation via Lords Library, 3 November 2022: from arrival outside to full handover";

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
}
