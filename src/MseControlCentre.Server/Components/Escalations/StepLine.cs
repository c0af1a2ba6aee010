using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>One step in words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When, local time.</param>
/// <param name="Who">Who, with their role.</param>
/// <param name="What">What.</param>
/// <param name="IsNew">Whether it came after what the reader had seen.</param>
public sealed record StepLine(int Number, string At, string Who, string What, bool IsNew)
{
    /// <summary>Makes it of a step.</summary>
    public static StepLine Of(EscalationStep step, Escalation so, EscalationContext context, int? seen)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(context);
        return new StepLine(
            step.Number,
            context.Say(step.At),
            EscalationWords.Of(step.Event.By),
            WordsOf(step.Event, so, context),
            step.Number > seen);
    }

    private static string WordsOf(EscalationEvent step, Escalation so, EscalationContext context) => step switch
    {
        EscalationRaised raised => $"Raised for {context.LevelOf(raised.Level)}: {raised.Headline}."
            + With(" Reason: ", raised.Reason) + With(" Tried: ", raised.Tried),
        EscalationAcknowledged => "Acknowledged",
        EscalationTaken => "Took it",
        EscalationActionTaken taken => "Action: " + taken.Action + With(" Owner: ", taken.Owner)
            + With(" Due: ", taken.DueAt is { } due ? context.Say(due) : null),
        EscalationActionEnded ended => (ended.Done ? "Done: " : "Given up: ") + ActionOf(ended.Of, so)
            + With(" ", ended.Words),
        EscalationHelpAsked asked => $"Asked {context.NameOf(asked.Of)} for help: {asked.For}"
            + With(" The board showed: ", asked.Room),
        EscalationHelpAnswered answer => $"{AskedOf(answer.Ask, so, context)} "
            + (answer.Given ? "helps: " : "cannot help: ") + answer.Words,
        EscalationPassedUp up => $"Passed up to {context.LevelOf(up.Level)}: {up.Reason}" + With(" Tried: ", up.Tried),
        EscalationNoted noted => "Note: " + noted.Words,
        EscalationResolved resolved => "Resolved: " + resolved.Outcome,
        EscalationStoodDown stoodDown => "Stood down: " + stoodDown.Reason,
        _ => "A step that this version does not know",
    };

    private static string ActionOf(int step, Escalation so) =>
        so.Actions.FirstOrDefault(one => one.Step == step)?.Taken.Action ?? "an action";

    private static string AskedOf(int step, Escalation so, EscalationContext context) =>
        so.Helps.FirstOrDefault(one => one.Step == step) is { } help ? context.NameOf(help.Asked.Of) : "Who was asked";

    private static string? With(string before, string? words) => words is null ? null : before + words;
}

/// <summary>Something that is owed, was done or was given up.</summary>
/// <param name="Step">Number of the step that began it.</param>
/// <param name="Words">What.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when, local time; null when not agreed.</param>
/// <param name="DueAt">The same (UTC).</param>
/// <param name="IsOverdue">Whether that has passed while it is owed.</param>
/// <param name="IsOwed">Whether it is still to be done.</param>
/// <param name="Ended">How it ended; null while it is owed.</param>
public sealed record ActionLine(
    int Step,
    string Words,
    string Owner,
    string? Due,
    DateTimeOffset? DueAt,
    bool IsOverdue,
    bool IsOwed,
    string? Ended)
{
    /// <summary>Makes it of an action.</summary>
    public static ActionLine Of(EscalationAction action, Escalation so, EscalationContext context)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(context);
        var isOwed = action.EndedAt is null;
        return new ActionLine(
            action.Step,
            action.Taken.Action,
            action.Taken.Owner ?? so.Owner?.Name ?? "no owner yet",
            action.Taken.DueAt is { } due ? context.Say(due) : null,
            action.Taken.DueAt,
            isOwed && action.Taken.DueAt < context.Now,
            isOwed,
            action.EndedAt is { } at
                ? $"{(action.Ended!.Done ? "Done" : "Given up")} at {context.Say(at)}"
                    + (action.Ended.Words is { } words ? ": " + words : null)
                : null);
    }
}

/// <summary>Help that was asked for.</summary>
/// <param name="Step">Number of the step that asked.</param>
/// <param name="Place">Who was asked.</param>
/// <param name="For">What for.</param>
/// <param name="Room">What room the board showed there then; null when none.</param>
/// <param name="At">When, local time.</param>
/// <param name="AskedAt">The same (UTC).</param>
/// <param name="Answer">Their answer; null while they have not answered.</param>
/// <param name="MayAnswer">Whether the reader may answer for them.</param>
public sealed record HelpLine(
    int Step,
    string Place,
    string For,
    string? Room,
    string At,
    DateTimeOffset AskedAt,
    string? Answer,
    bool MayAnswer)
{
    /// <summary>Makes it of a request.</summary>
    public static HelpLine Of(HelpAsked help, EscalationContext context, Func<string, bool> mayAnswerFor)
    {
        ArgumentNullException.ThrowIfNull(help);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(mayAnswerFor);
        return new HelpLine(
            help.Step,
            context.NameOf(help.Asked.Of),
            help.Asked.For,
            help.Asked.Room,
            context.Say(help.At),
            help.At,
            help.Answer is { } answer
                ? (answer.Given ? "Helps: " : "Cannot: ") + answer.Words
                : null,
            help.Answer is null && mayAnswerFor(help.Asked.Of));
    }
}
