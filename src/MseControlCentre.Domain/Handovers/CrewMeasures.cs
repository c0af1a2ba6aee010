using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Handovers;

/// <summary>Crews: when they must be released, and when they are clear again.</summary>
public static class CrewMeasures
{
    private const string Release =
        "All English ambulance trusts were told in December 2024 to release crews at 45 minutes (NIHR ARC Yorkshire "
            + "and "
        + "Humber; Patient Safety Learning)";

    private const string Clear = "Handover to clear: a further 15 minutes (EADT 2018; BNSSG)";

    /// <summary>Crews to release now.</summary>
    public static readonly Measure ReleaseToRespond = new(
        "ambulance.release-to-respond", "Crews to release now", "ambulances",
        "Waiting longer than the maximum handover of the network file, and the crew still with its patient: not handed "
        + "over and not in a cohort area.",
        Release, "from arrival outside the department", Better.Lower);

    /// <summary>Crews that had to be released since midnight.</summary>
    public static readonly Measure ReleaseToRespondToday = new(
        "ambulance.release-to-respond-today", "Crews to release today", "ambulances",
        "Crews whose wait with their patient passed the maximum handover of the network file since local midnight, "
        + "whether they still wait or not.",
        Release, HandoverMeasures.SinceMidnight, Better.Lower);

    /// <summary>Mean time from handover to clear.</summary>
    public static readonly Measure CrewClearMeanToday = new(
        "ambulance.crew-clear-mean-today", "Mean time to clear today", "minutes",
        "Mean minutes from handover to crew clear of crews clear since local midnight whose handover is known.",
        Clear, HandoverMeasures.SinceMidnight, Better.Lower);

    /// <summary>Crews that took longer than they should.</summary>
    public static readonly Measure CrewClearOverToday = new(
        "ambulance.crew-clear-over-today", "Crews slow to clear today", "ambulances",
        "Crews clear since local midnight that took longer from handover than the crew-clear limit of the network "
            + "file.",
        Clear, HandoverMeasures.SinceMidnight, Better.Lower);

    /// <summary>Crews not clear.</summary>
    public static readonly Measure CrewsNotClear = new(
        "ambulance.crews-not-clear", "Crews not yet clear", "ambulances",
        "Handover complete and crew not clear. Unknown while the feed tells of no crew's being clear.",
        Clear, HandoverMeasures.Now, Better.Lower);
}
