using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>
/// An escalation as it was after one of its steps, in words that tell of no person. What people wrote stays on the
/// board: it may hold what must not leave it.
/// </summary>
/// <param name="escalation">The escalation as it is now.</param>
/// <param name="number">Number of the last step that counts.</param>
/// <param name="network">Names places and levels.</param>
internal sealed class EscalationSoFar(Escalation escalation, int number, NetworkMap network)
{
    private readonly IReadOnlyList<EscalationStep> _steps =
        [.. escalation.Steps.Where(step => step.Number <= number)];

    /// <summary>The step itself; null when it is not known.</summary>
    public EscalationStep? Last => _steps is [.., var last] && last.Number == number ? last : null;

    /// <summary>Name of the site or of the whole system.</summary>
    public string Place => network.NameOf(escalation.Scope);

    /// <summary>The level that has to answer.</summary>
    public EscalationLevel? Level => network.Escalation.Level(LevelCodeOf(LevelStep.Event));

    /// <summary>What is so, as the control centre itself last said it; else what it is about.</summary>
    public string Headline => _steps
        .Where(step => step.Event.By is null)
        .Select(step => step.Event switch
        {
            EscalationRaised raised when escalation.Kind is not EscalationKind.Other => raised.Headline,
            EscalationPassedUp up => up.Reason,
            _ => null,
        })
        .LastOrDefault(words => words is not null) ?? $"{Place}: {TopicWords.Of(escalation.Kind)}";

    /// <summary>By when somebody has to answer (UTC); null when it was, is over, or nothing is agreed.</summary>
    public DateTimeOffset? AnswerBy => IsAnswered || IsOver ? null : Due;

    private EscalationStep LevelStep => _steps.Last(step => step.Event is EscalationRaised or EscalationPassedUp);

    private DateTimeOffset? Due => Level?.AcknowledgeWithin is { } within
        ? LevelStep.At.AddMinutes(within.Value)
        : null;

    private IEnumerable<EscalationStep> Answers => _steps.Where(step =>
        step.Number > LevelStep.Number && step.Event is EscalationAcknowledged or EscalationTaken);

    private bool IsAnswered => Answers.Any(step => step.Number > LevelStep.Number);

    private bool IsOver => _steps.Any(step => step.Event is EscalationResolved or EscalationStoodDown);

    /// <summary>Which kind of step it is, and what was done; null when nobody is told of such a step.</summary>
    public (AnnouncedStep Step, string What)? Told() => Last?.Event switch
    {
        EscalationRaised { By: null } => (AnnouncedStep.Raised, "Raised: a limit is reached"),
        EscalationRaised raised => (AnnouncedStep.Raised, $"Raised {By(raised)}"),
        EscalationPassedUp => (AnnouncedStep.PassedUp, $"Passed up to {Level?.Name ?? "a higher level"}"),
        EscalationAcknowledged seen => Answered($"Acknowledged {By(seen)}"),
        EscalationTaken taken when IsFirstAnswer => Answered($"Taken {By(taken)}"),
        EscalationTaken taken => (AnnouncedStep.Taken, $"Taken {By(taken)}"),
        EscalationActionTaken begun => (AnnouncedStep.ActionBegun, $"An action was begun {By(begun)}"),
        EscalationActionEnded { Done: true } done => (AnnouncedStep.ActionEnded, $"An action is done, {By(done)}"),
        EscalationActionEnded left => (AnnouncedStep.ActionEnded, $"An action was given up {By(left)}"),
        EscalationHelpAsked asked =>
            (AnnouncedStep.HelpAsked, $"{network.NameOf(asked.Of)} is asked for help {By(asked)}"),
        EscalationHelpAnswered { Given: true } given => (AnnouncedStep.HelpAnswered, $"Help is given, {By(given)}"),
        EscalationHelpAnswered not => (AnnouncedStep.HelpAnswered, $"Help cannot be given, {By(not)}"),
        EscalationResolved resolved => (AnnouncedStep.Resolved, $"Resolved {By(resolved)}"),
        EscalationStoodDown { By: null } => (AnnouncedStep.StoodDown, "Stood down: it is over"),
        EscalationStoodDown over => (AnnouncedStep.StoodDown, $"Stood down {By(over)}"),
        _ => null,
    };

    private bool IsFirstAnswer => Answers.First().Number == number;

    private (AnnouncedStep Step, string What) Answered(string what) => Due is { } due && Last!.At > due
        ? (AnnouncedStep.AcknowledgedLate, $"{what}, {Words.Minutes(Last.At - due)} late")
        : (AnnouncedStep.Acknowledged, what);

    private static string? LevelCodeOf(EscalationEvent step) => step switch
    {
        EscalationRaised raised => raised.Level,
        EscalationPassedUp up => up.Level,
        _ => null,
    };

    private static string By(EscalationEvent step) => Words.By(step.By);
}
