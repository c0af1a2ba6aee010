using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.Handovers;

/// <summary>How far a conveyance has come.</summary>
public enum ConveyancePhase
{
    /// <summary>On the way to the site.</summary>
    EnRoute,

    /// <summary>Arrived; handover not complete.</summary>
    Waiting,

    /// <summary>Handover complete; the crew is not yet clear.</summary>
    HandedOver,

    /// <summary>The crew is clear.</summary>
    Cleared,

    /// <summary>It did not take place.</summary>
    Cancelled,
}

/// <summary>Where one conveyance stands: the fold of its events.</summary>
public sealed record ConveyanceStanding
{
    /// <summary>How far it has come.</summary>
    public ConveyancePhase Phase { get; set; }

    /// <summary>Site it goes to or is at.</summary>
    public string Site { get; set; } = string.Empty;

    /// <summary>Category of the call.</summary>
    public AmbulanceCategory? Category { get; set; }

    /// <summary>Estimated time of arrival, when told.</summary>
    public DateTimeOffset? ExpectedAt { get; set; }

    /// <summary>Arrival: the handover clock starts.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>Cohort area the patient waits in while the crew can go; null when none.</summary>
    public string? CohortArea { get; set; }

    /// <summary>When the patient came into a cohort area at this site; null when they did not.</summary>
    public DateTimeOffset? CohortedAt { get; set; }

    /// <summary>Site it was last sent on from; null when it never was.</summary>
    public string? SentOnFrom { get; set; }

    /// <summary>Handover: the clock stops.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    /// <summary>When the crew was clear.</summary>
    public DateTimeOffset? ClearedAt { get; set; }
}

/// <summary>Tells a conveyance's events in order.</summary>
internal static class ConveyanceFold
{
    public static (ConveyanceStanding Standing, IReadOnlyList<FlowMark> Marks) Fold(IReadOnlyList<FlowEvent> ordered)
    {
        var now = new ConveyanceStanding();
        var marks = new MarkCollector();
        foreach (var flowEvent in ordered)
        {
            Tell(now, marks, flowEvent);
        }

        // What did not take place counts nowhere, even where an arrival had been told.
        return (now, now.Phase == ConveyancePhase.Cancelled ? [] : marks.Marks);
    }

    private static void Tell(ConveyanceStanding now, MarkCollector marks, FlowEvent e)
    {
        switch (e.Detail)
        {
            case AmbulanceDispatchedToHospital dispatched when now.ArrivedAt is null:
                now.Site = e.Site;
                now.Phase = ConveyancePhase.EnRoute;
                now.Category = dispatched.Category ?? now.Category;
                now.ExpectedAt = dispatched.ExpectedAt ?? now.ExpectedAt;
                break;
            case PatientCohorted cohorted when now.HandedOverAt is null:
                Cohort(now, marks, e, cohorted);
                break;
            case ConveyanceDiverted diverted when now.HandedOverAt is null:
                Divert(now, marks, e, diverted);
                break;
            case AmbulanceArrived arrived when now.HandedOverAt is null:
                Arrive(now, marks, e, arrived.Category);
                break;
            case HandoverCompleted when now.HandedOverAt is null:
                HandOver(now, marks, e);
                break;
            case AmbulanceCleared when now.ClearedAt is null:
                Clear(now, marks, e);
                break;
            case ConveyanceCancelled when now.HandedOverAt is null:
                now.Phase = ConveyancePhase.Cancelled;
                break;
        }
    }

    private static void Arrive(ConveyanceStanding now, MarkCollector marks, FlowEvent e, AmbulanceCategory? category)
    {
        now.Category = category ?? now.Category;
        if (now.ArrivedAt is not null && IsAt(now, e.Site))
        {
            // A repeated arrival at the same site does not restart the clock; it does take back a cancel.
            now.Phase = now.Phase == ConveyancePhase.Cancelled ? ConveyancePhase.Waiting : now.Phase;
            return;
        }

        now.Site = e.Site;
        now.Phase = ConveyancePhase.Waiting;
        now.ArrivedAt = e.OccurredAt;
        now.ClearedAt = null;
        now.CohortArea = null;
        now.CohortedAt = null;
        marks.Add(
            MarkKind.AmbulanceArrival, e.Site, e.OccurredAt, group: now.Category?.ToString(), subject: SubjectOf(e));
    }

    private static void Cohort(
        ConveyanceStanding now, MarkCollector marks, FlowEvent e, PatientCohorted cohorted)
    {
        // Who lies in a cohort area has arrived by then, even where the arrival was never heard.
        if (now.ArrivedAt is null || !IsAt(now, e.Site))
        {
            Arrive(now, marks, e, null);
        }

        EndCrewWait(now, marks, e);
        now.CohortArea = cohorted.Area;
        now.CohortedAt ??= e.OccurredAt;
    }

    private static void Divert(
        ConveyanceStanding now, MarkCollector marks, FlowEvent e, ConveyanceDiverted diverted)
    {
        var isThere = IsAt(now, diverted.ToSite);
        if (!isThere || !string.Equals(now.SentOnFrom, e.Site, StringComparison.Ordinal))
        {
            marks.Add(MarkKind.Diversion, e.Site, e.OccurredAt, subject: diverted.Conveyance);
            now.SentOnFrom = e.Site;
        }

        if (isThere)
        {
            // Told again, or after its new destination was told: it goes there, or is there, already.
            now.ExpectedAt = diverted.ExpectedAt ?? now.ExpectedAt;
            return;
        }

        EndCrewWait(now, marks, e);
        now.Site = diverted.ToSite;
        now.Phase = ConveyancePhase.EnRoute;
        now.ExpectedAt = diverted.ExpectedAt;
        now.ArrivedAt = null;
        now.CohortArea = null;
        now.CohortedAt = null;
        now.ClearedAt = null;
    }

    private static void HandOver(ConveyanceStanding now, MarkCollector marks, FlowEvent e)
    {
        EndCrewWait(now, marks, e);

        // An arrival at another site started another clock: how long this one ran is not known.
        var took = IsAt(now, e.Site) ? e.OccurredAt - now.ArrivedAt : null;
        now.Site = e.Site;
        now.Phase = now.ClearedAt is null ? ConveyancePhase.HandedOver : ConveyancePhase.Cleared;
        now.HandedOverAt = e.OccurredAt;
        marks.Add(MarkKind.Handover, e.Site, e.OccurredAt, took, now.Category?.ToString(), SubjectOf(e));
    }

    private static void Clear(ConveyanceStanding now, MarkCollector marks, FlowEvent e)
    {
        EndCrewWait(now, marks, e);
        marks.Add(
            MarkKind.CrewClear, e.Site, e.OccurredAt, e.OccurredAt - now.HandedOverAt, subject: SubjectOf(e));
        now.Site = e.Site;
        now.ClearedAt = e.OccurredAt;

        // A crew that left its patient in a cohort area is clear while the patient still waits.
        var patientWaits = now.CohortArea is not null && now.HandedOverAt is null;
        now.Phase = patientWaits ? ConveyancePhase.Waiting : ConveyancePhase.Cleared;
    }

    /// <summary>The crew stops waiting with its patient at the site, unless it has before.</summary>
    private static void EndCrewWait(ConveyanceStanding now, MarkCollector marks, FlowEvent e)
    {
        if (now.Phase == ConveyancePhase.Waiting && now.CohortArea is null && now.ArrivedAt is { } since)
        {
            marks.Add(MarkKind.CrewWait, now.Site, e.OccurredAt, e.OccurredAt - since, subject: SubjectOf(e));
        }
    }

    private static bool IsAt(ConveyanceStanding now, string site) =>
        string.Equals(now.Site, site, StringComparison.Ordinal);

    private static string SubjectOf(FlowEvent e) => ((ConveyanceEvent)e.Detail).Conveyance;
}
