using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;

namespace MseControlCentre.Domain.VirtualWards;

/// <summary>How far a virtual-ward stay has come.</summary>
public enum VirtualWardPhase
{
    /// <summary>Referred; not yet taken on or declined.</summary>
    Referred,

    /// <summary>Looked after by the virtual ward.</summary>
    OnWard,

    /// <summary>Discharged, declined or escalated to a bed.</summary>
    Ended,
}

/// <summary>Where one virtual-ward stay stands: the fold of its events.</summary>
public sealed record VirtualWardStanding
{
    /// <summary>How far it has come.</summary>
    public VirtualWardPhase Phase { get; set; }

    /// <summary>Site that referred the patient or is nearest.</summary>
    public string Site { get; set; } = string.Empty;

    /// <summary>Code of the virtual ward.</summary>
    public string VirtualWard { get; set; } = string.Empty;

    /// <summary>Step-up or step-down, when told.</summary>
    public VirtualWardRoute? Route { get; set; }

    /// <summary>Kind of referrer, when told.</summary>
    public string? ReferredBy { get; set; }

    /// <summary>Whether the patient is monitored with technology; null when never told.</summary>
    public bool? TechnologyEnabled { get; set; }

    /// <summary>When a discharge is expected; null when none is planned.</summary>
    public DateTimeOffset? DischargeExpectedAt { get; set; }

    /// <summary>When the patient was referred.</summary>
    public DateTimeOffset? ReferredAt { get; set; }

    /// <summary>When the ward took the patient on.</summary>
    public DateTimeOffset? AdmittedAt { get; set; }

    /// <summary>When the stay or referral ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How it ended.</summary>
    public VirtualWardOutcome? Outcome { get; set; }

    /// <summary>When the patient last went back to a hospital bed; kept when the ward takes them on again.</summary>
    public DateTimeOffset? BackToBedAt { get; set; }
}

/// <summary>Tells a virtual-ward stay's events in order.</summary>
internal static class VirtualWardStayFold
{
    public static (VirtualWardStanding Standing, IReadOnlyList<FlowMark> Marks) Fold(IReadOnlyList<FlowEvent> ordered)
    {
        var now = new VirtualWardStanding();
        var marks = new MarkCollector();
        foreach (var flowEvent in ordered)
        {
            Tell(now, marks, flowEvent);
        }

        return (now, marks.Marks);
    }

    private static void Tell(VirtualWardStanding now, MarkCollector marks, FlowEvent e)
    {
        now.VirtualWard = ((VirtualWardStayEvent)e.Detail).VirtualWard;
        now.Site = e.Site;
        switch (e.Detail)
        {
            case VirtualWardReferred referred when now.AdmittedAt is null:
                // A referral that was declined and made again begins anew; one that is repeated waits since the first.
                now.ReferredAt = now.Phase == VirtualWardPhase.Ended ? e.OccurredAt : now.ReferredAt ?? e.OccurredAt;
                now.Phase = VirtualWardPhase.Referred;
                now.Route = referred.Route;
                now.ReferredBy = referred.ReferredBy ?? now.ReferredBy;
                break;
            case VirtualWardAdmitted admitted when now.Phase != VirtualWardPhase.OnWard:
                ForgetEarlierStay(now);
                now.Phase = VirtualWardPhase.OnWard;
                now.Route = admitted.Route ?? now.Route;
                now.TechnologyEnabled = admitted.TechnologyEnabled ?? now.TechnologyEnabled;
                now.AdmittedAt = e.OccurredAt;
                now.EndedAt = null;
                now.Outcome = null;
                marks.Add(
                    MarkKind.VirtualWardAdmission,
                    e.Site,
                    e.OccurredAt,
                    group: now.VirtualWard,
                    subject: admitted.Stay);
                break;
            case VirtualWardDischargePlanned planned:
                now.DischargeExpectedAt = planned.ExpectedAt;
                break;
            case VirtualWardDischarged discharged when now.Phase != VirtualWardPhase.Ended || now.EndedAt is null:
                End(now, marks, e, discharged.Outcome);
                break;
        }
    }

    /// <summary>What was planned for a stay that ended says nothing about the next.</summary>
    private static void ForgetEarlierStay(VirtualWardStanding now)
    {
        if (now.Phase == VirtualWardPhase.Ended)
        {
            now.DischargeExpectedAt = null;
            now.TechnologyEnabled = null;
        }
    }

    private static void End(VirtualWardStanding now, MarkCollector marks, FlowEvent e, VirtualWardOutcome outcome)
    {
        if (outcome != VirtualWardOutcome.Declined)
        {
            marks.Add(
                MarkKind.VirtualWardDischarge,
                e.Site,
                e.OccurredAt,
                e.OccurredAt - now.AdmittedAt,
                now.VirtualWard,
                ((VirtualWardStayEvent)e.Detail).Stay);
        }

        now.Phase = VirtualWardPhase.Ended;
        now.EndedAt = e.OccurredAt;
        now.Outcome = outcome;
        now.BackToBedAt = outcome == VirtualWardOutcome.EscalatedToBed ? e.OccurredAt : now.BackToBedAt;
    }
}
