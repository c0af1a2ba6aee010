using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// Tells an escalation from its steps. The numbers decide the order, not when the steps were delivered.
/// </summary>
internal static class EscalationFold
{
    /// <summary>The escalation; null while its first step is not known.</summary>
    /// <param name="steps">Its events, by the number of the step.</param>
    public static Escalation? Of(IReadOnlyList<FlowEvent> steps)
    {
        if (steps.Count == 0 || steps[0].Detail is not EscalationRaised raised)
        {
            return null;
        }

        var first = steps[0];
        var told = new Escalation(raised.Escalation, first.Site, raised.Kind, raised.Headline, first.OccurredAt, raised)
        {
            Level = raised.Level,
            LevelSince = first.OccurredAt,
        };
        foreach (var step in steps)
        {
            var detail = (EscalationEvent)step.Detail;
            told = Next(told, detail, step.OccurredAt) with
            {
                Steps = [.. told.Steps, new EscalationStep(detail.Step, step.OccurredAt, detail)],
            };
        }

        return told;
    }

    private static Escalation Next(Escalation so, EscalationEvent step, DateTimeOffset at) => step switch
    {
        EscalationAcknowledged => Acknowledge(so, step.By, at),
        EscalationTaken => Acknowledge(so, step.By, at) with { Owner = step.By, State = EscalationState.Taken },
        EscalationActionTaken taken => so with
        {
            Actions = [.. so.Actions, new EscalationAction(taken.Step, at, taken)],
        },
        EscalationActionEnded ended => so with
        {
            Actions = [.. so.Actions.Select(action =>
                action.Step == ended.Of ? action with { EndedAt = at, Ended = ended } : action)],
        },
        EscalationHelpAsked asked => so with { Helps = [.. so.Helps, new HelpAsked(asked.Step, at, asked)] },
        EscalationHelpAnswered answer => so with
        {
            Helps = [.. so.Helps.Select(help =>
                help.Step == answer.Ask ? help with { AnsweredAt = at, Answer = answer } : help)],
        },
        EscalationPassedUp up => so with
        {
            Level = up.Level,
            LevelSince = at,
            AcknowledgedAt = null,
            AcknowledgedBy = null,
            State = EscalationState.Raised,
        },
        EscalationResolved resolved => End(so, EscalationState.Resolved, resolved.Outcome, at),
        EscalationStoodDown stoodDown => End(so, EscalationState.StoodDown, stoodDown.Reason, at),
        _ => so,
    };

    private static Escalation Acknowledge(Escalation so, StaffMember? by, DateTimeOffset at) => so with
    {
        AcknowledgedAt = so.AcknowledgedAt ?? at,
        AcknowledgedBy = so.AcknowledgedBy ?? by,
        State = so.Owner is null ? EscalationState.Acknowledged : EscalationState.Taken,
    };

    private static Escalation End(Escalation so, EscalationState state, string outcome, DateTimeOffset at) =>
        so with { State = state, Outcome = outcome, EndedAt = at };
}
