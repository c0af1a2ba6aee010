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

        return (now, marks.Marks);
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
                now.CohortArea = cohorted.Area;
                break;
            case ConveyanceDiverted diverted when now.HandedOverAt is null:
                marks.Add(MarkKind.Diversion, e.Site, e.OccurredAt, subject: diverted.Conveyance);
                now.CohortArea = null;
                now.Site = diverted.ToSite;
                now.Phase = ConveyancePhase.EnRoute;
                now.ArrivedAt = null;
                now.ExpectedAt = diverted.ExpectedAt;
                break;
            case AmbulanceArrived arrived when now.HandedOverAt is null:
                Arrive(now, marks, e, arrived);
                break;
            case HandoverCompleted when now.HandedOverAt is null:
                now.Site = e.Site;
                now.Phase = ConveyancePhase.HandedOver;
                now.HandedOverAt = e.OccurredAt;
                marks.Add(
                    MarkKind.Handover,
                    e.Site,
                    e.OccurredAt,
                    e.OccurredAt - now.ArrivedAt,
                    now.Category?.ToString(),
                    ((ConveyanceEvent)e.Detail).Conveyance);
                break;
            case AmbulanceCleared when now.ClearedAt is null:
                marks.Add(
                    MarkKind.CrewClear,
                    e.Site,
                    e.OccurredAt,
                    e.OccurredAt - now.HandedOverAt,
                    subject: ((ConveyanceEvent)e.Detail).Conveyance);
                now.Site = e.Site;
                now.Phase = ConveyancePhase.Cleared;
                now.ClearedAt = e.OccurredAt;
                break;
            case ConveyanceCancelled when now.HandedOverAt is null:
                now.Phase = ConveyancePhase.Cancelled;
                break;
        }
    }

    private static void Arrive(
        ConveyanceStanding now, MarkCollector marks, FlowEvent e, AmbulanceArrived arrived)
    {
        // A repeated arrival at the same site does not restart the clock.
        if (now.ArrivedAt is null || !string.Equals(now.Site, e.Site, StringComparison.Ordinal))
        {
            now.ArrivedAt = e.OccurredAt;
            marks.Add(
                MarkKind.AmbulanceArrival,
                e.Site,
                e.OccurredAt,
                group: (arrived.Category ?? now.Category)?.ToString(),
                subject: arrived.Conveyance);
        }

        now.Site = e.Site;
        now.Phase = ConveyancePhase.Waiting;
        now.Category = arrived.Category ?? now.Category;
    }
}
