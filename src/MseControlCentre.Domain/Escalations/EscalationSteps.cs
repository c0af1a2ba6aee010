using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Escalations;

/// <summary>Which step may follow.</summary>
public static class EscalationSteps
{
    /// <summary>Why a step cannot follow what is known, in words for who tried it; null when it can.</summary>
    public static string? Refusal(Escalation so, EscalationEvent step, EscalationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(plan);
        if (!so.IsOpen)
        {
            return $"It is {(so.State == EscalationState.Resolved ? "resolved" : "stood down")} already. Raise it anew "
                + "if it is so again.";
        }

        return step switch
        {
            EscalationAcknowledged when so.AcknowledgedAt is not null =>
                $"It was acknowledged already, by {NameOf(so.AcknowledgedBy)}.",
            EscalationTaken when so.Owner?.Id is { } owner
                && string.Equals(owner, step.By?.Id, StringComparison.Ordinal) => "It is yours already.",
            EscalationActionEnded ended when !so.Actions.Any(one => one.Step == ended.Of && one.EndedAt is null) =>
                "That action is no longer open.",
            EscalationHelpAnswered answer when !so.Helps.Any(one => one.Step == answer.Ask && one.Answer is null) =>
                "That request has been answered already.",
            EscalationPassedUp up when plan.RankOf(up.Level) <= plan.RankOf(so.Level) =>
                "It can be passed up only to a higher level.",
            EscalationRaised => "It is raised already.",
            _ => null,
        };
    }

    private static string NameOf(StaffMember? by) => by?.Name ?? "the control centre";
}
