using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Escalations;

/// <summary>How far an escalation has come.</summary>
public enum EscalationState
{
    /// <summary>Nobody has acknowledged it at its level.</summary>
    Raised,

    /// <summary>It was acknowledged; nobody has taken it.</summary>
    Acknowledged,

    /// <summary>It has an owner.</summary>
    Taken,

    /// <summary>It is over, with an outcome.</summary>
    Resolved,

    /// <summary>Nothing needs to be done about it any more.</summary>
    StoodDown,
}

/// <summary>An escalation as its steps tell it. Immutable. It holds no patient.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Scope">Code of the site, or of the network for the whole system.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Headline">What was so when it was raised.</param>
/// <param name="RaisedAt">When it was raised (UTC); the time to resolve runs from here.</param>
/// <param name="Raised">How it was raised: by whom, why, what had been tried.</param>
public sealed record Escalation(
    string Id,
    string Scope,
    EscalationKind Kind,
    string Headline,
    DateTimeOffset RaisedAt,
    EscalationRaised Raised)
{
    /// <summary>How far it has come.</summary>
    public EscalationState State { get; init; }

    /// <summary>Code of the level that has to answer; null when the network file has no levels.</summary>
    public string? Level { get; init; }

    /// <summary>When it came to that level (UTC); the time to acknowledge runs from here.</summary>
    public DateTimeOffset LevelSince { get; init; }

    /// <summary>When that level acknowledged it (UTC); null while it has not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it there.</summary>
    public StaffMember? AcknowledgedBy { get; init; }

    /// <summary>Who owns it; null while nobody has taken it.</summary>
    public StaffMember? Owner { get; init; }

    /// <summary>When it was resolved or stood down (UTC); null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it, or why it was stood down.</summary>
    public string? Outcome { get; init; }

    /// <summary>What is being done or was done about it, in the order in which it was begun.</summary>
    public IReadOnlyList<EscalationAction> Actions { get; init; } = [];

    /// <summary>Whom help was asked of, in the order in which it was asked.</summary>
    public IReadOnlyList<HelpAsked> Helps { get; init; } = [];

    /// <summary>Every step, by its number.</summary>
    public IReadOnlyList<EscalationStep> Steps { get; init; } = [];

    /// <summary>Whether something is still to be done about it.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Number of its newest step; whoever acts says which one they have seen.</summary>
    public int LastStep => Steps.Count == 0 ? 0 : Steps[^1].Number;
}

/// <summary>One step: who, when, what.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it was taken (UTC).</param>
/// <param name="Event">What was done, and by whom.</param>
public sealed record EscalationStep(int Number, DateTimeOffset At, EscalationEvent Event);

/// <summary>Something that is done about an escalation.</summary>
/// <param name="Step">Number of the step that began it.</param>
/// <param name="At">When it was begun (UTC).</param>
/// <param name="Taken">What, by whom, until when.</param>
/// <param name="EndedAt">When it was done or given up (UTC); null while it is owed.</param>
/// <param name="Ended">How it ended.</param>
public sealed record EscalationAction(
    int Step,
    DateTimeOffset At,
    EscalationActionTaken Taken,
    DateTimeOffset? EndedAt = null,
    EscalationActionEnded? Ended = null);

/// <summary>Help that another site or service was asked for.</summary>
/// <param name="Step">Number of the step that asked.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Asked">Whom, for what, and what room was seen there.</param>
/// <param name="AnsweredAt">When they answered (UTC); null while they have not.</param>
/// <param name="Answer">Their answer.</param>
public sealed record HelpAsked(
    int Step,
    DateTimeOffset At,
    EscalationHelpAsked Asked,
    DateTimeOffset? AnsweredAt = null,
    EscalationHelpAnswered? Answer = null);
