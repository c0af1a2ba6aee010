using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.EmergencyCalls;

/// <summary>How far the response to a 999 call has come.</summary>
public enum EmergencyCallPhase
{
    /// <summary>Answered; no resource allocated: in the stack.</summary>
    Waiting,

    /// <summary>A resource is on its way.</summary>
    Allocated,

    /// <summary>The response is at the scene.</summary>
    AtScene,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>Where the response to one 999 call stands: the fold of its events.</summary>
public sealed record EmergencyCallStanding
{
    /// <summary>How far it has come.</summary>
    public EmergencyCallPhase Phase { get; set; }

    /// <summary>Category of the call, when told.</summary>
    public AmbulanceCategory? Category { get; set; }

    /// <summary>When the call was answered, when told.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When the response clock started: as the service says, else when the call was answered.</summary>
    public DateTimeOffset? ClockStartedAt { get; set; }

    /// <summary>When the response reached the scene: the clock stops.</summary>
    public DateTimeOffset? AtSceneAt { get; set; }

    /// <summary>When the call was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How it ended.</summary>
    public EmergencyCallOutcome? Outcome { get; set; }
}

/// <summary>Tells the events of a 999 call in order.</summary>
internal static class EmergencyCallFold
{
    public static (EmergencyCallStanding Standing, IReadOnlyList<FlowMark> Marks) Fold(
        IReadOnlyList<FlowEvent> ordered)
    {
        var now = new EmergencyCallStanding();
        var marks = new MarkCollector();
        foreach (var flowEvent in ordered)
        {
            Tell(now, marks, flowEvent);
        }

        return (now, marks.Marks);
    }

    private static void Tell(EmergencyCallStanding now, MarkCollector marks, FlowEvent e)
    {
        switch (e.Detail)
        {
            case EmergencyCallAnswered answered when now.AnsweredAt is null:
                now.AnsweredAt = e.OccurredAt;
                now.ClockStartedAt ??= e.OccurredAt;
                now.Category ??= answered.Category;
                marks.Add(MarkKind.EmergencyCall, e.Site, e.OccurredAt, subject: answered.Incident);
                break;
            case EmergencyCallCategorised categorised when now.AtSceneAt is null:
                now.Category = categorised.Category;
                now.ClockStartedAt = categorised.ClockStartedAt ?? now.ClockStartedAt;
                break;
            case AmbulanceAllocated when now.Phase == EmergencyCallPhase.Waiting:
                now.Phase = EmergencyCallPhase.Allocated;
                break;
            case AmbulanceArrivedAtScene when now.AtSceneAt is null && now.Phase != EmergencyCallPhase.Closed:
                Arrive(now, marks, e);
                break;
            case EmergencyCallClosed closed when now.Phase != EmergencyCallPhase.Closed:
                now.Phase = EmergencyCallPhase.Closed;
                now.ClosedAt = e.OccurredAt;
                now.Outcome = closed.Outcome;
                break;
        }
    }

    private static void Arrive(EmergencyCallStanding now, MarkCollector marks, FlowEvent e)
    {
        now.Phase = EmergencyCallPhase.AtScene;
        now.AtSceneAt = e.OccurredAt;
        marks.Add(
            MarkKind.EmergencyCallResponse,
            e.Site,
            e.OccurredAt,
            TimeSince(now.ClockStartedAt, e.OccurredAt),
            now.Category?.ToString(),
            ((EmergencyCallEvent)e.Detail).Incident);
    }

    /// <summary>The response time; not known when the clock is not, or was told to start after the arrival.</summary>
    private static TimeSpan? TimeSince(DateTimeOffset? start, DateTimeOffset arrived) =>
        start <= arrived ? arrived - start : null;
}
