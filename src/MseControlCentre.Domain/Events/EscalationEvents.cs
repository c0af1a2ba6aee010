using MseControlCentre.Domain.Escalations;

namespace MseControlCentre.Domain.Events;

/// <summary>Who took a step, as they were then. It is a member of staff and never a patient.</summary>
/// <param name="Id">Identity of the account, stable for life.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Role">What they were there for, in words, such as <c>Site manager</c>.</param>
public sealed record StaffMember(string Id, string Name, string Role);

/// <summary>
/// A step of an escalation. Steps are numbered without gaps from 1, and the number is part of the message's identity:
/// of two people who take the next step at once, the journal takes one.
/// </summary>
/// <param name="Escalation">Identity of the escalation (<see cref="EscalationIdentity"/>).</param>
/// <param name="Step">Number of the step, from 1.</param>
/// <param name="By">Who took it; null for the control centre itself.</param>
public abstract record EscalationEvent(string Escalation, int Step, StaffMember? By) : EventDetail;

/// <summary>Somebody, or a limit of the network file, asked for help with what holds patients up.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">1.</param>
/// <param name="Kind">What holds them up.</param>
/// <param name="Headline">What was so then, such as <c>Basildon: 9 ambulances, longest 62 min</c>.</param>
/// <param name="Level">Code of the level that has to answer; null when the network file has no levels.</param>
/// <param name="Reason">Why it was raised; null when the control centre itself raised it.</param>
/// <param name="Tried">What has been tried; null when nothing was told.</param>
/// <param name="By">Who raised it; null for the control centre itself.</param>
public sealed record EscalationRaised(
    string Escalation,
    int Step,
    EscalationKind Kind,
    string Headline,
    string? Level = null,
    string? Reason = null,
    string? Tried = null,
    StaffMember? By = null) : EscalationEvent(Escalation, Step, By);

/// <summary>Somebody has seen it: the first clock stops.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="By">Who.</param>
public sealed record EscalationAcknowledged(string Escalation, int Step, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>Somebody is its owner from now on.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="By">Who.</param>
public sealed record EscalationTaken(string Escalation, int Step, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>An action was begun, from the site's action card or in words.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Action">What is done.</param>
/// <param name="Card">Code of the action on the card; null for an action in own words.</param>
/// <param name="Owner">Who does it, in words; null for the escalation's owner.</param>
/// <param name="DueAt">By when it should be done; null when not agreed.</param>
/// <param name="By">Who added it.</param>
public sealed record EscalationActionTaken(
    string Escalation,
    int Step,
    string Action,
    string? Card = null,
    string? Owner = null,
    DateTimeOffset? DueAt = null,
    StaffMember? By = null) : EscalationEvent(Escalation, Step, By);

/// <summary>An action is done, or was given up.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Of">Number of the step that began the action.</param>
/// <param name="Done">Whether it was done; false when it was given up.</param>
/// <param name="Words">What came of it; null when nothing was told.</param>
/// <param name="By">Who says so.</param>
public sealed record EscalationActionEnded(
    string Escalation, int Step, int Of, bool Done, string? Words = null, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>Another site or service was asked for help.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Of">Code of the site, virtual ward, partner or network that is asked.</param>
/// <param name="For">What is asked for.</param>
/// <param name="Room">What room the board showed there then; null when it showed none.</param>
/// <param name="By">Who asked.</param>
public sealed record EscalationHelpAsked(
    string Escalation, int Step, string Of, string For, string? Room = null, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>The site or service that was asked has answered.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Ask">Number of the step that asked.</param>
/// <param name="Given">Whether it helps.</param>
/// <param name="Words">What it gives, or why it cannot.</param>
/// <param name="By">Who answered.</param>
public sealed record EscalationHelpAnswered(
    string Escalation, int Step, int Ask, bool Given, string Words, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>It goes to a higher level, which has to acknowledge it anew.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Level">Code of the level.</param>
/// <param name="Reason">Why.</param>
/// <param name="Tried">What has been tried; null when nothing was told.</param>
/// <param name="By">Who passed it up; null when a limit of the network file did.</param>
public sealed record EscalationPassedUp(
    string Escalation, int Step, string Level, string Reason, string? Tried = null, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>Something worth keeping was said about it.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Words">What.</param>
/// <param name="By">Who.</param>
public sealed record EscalationNoted(string Escalation, int Step, string Words, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>What held patients up is over: both clocks stop.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">Who says so.</param>
public sealed record EscalationResolved(string Escalation, int Step, string Outcome, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);

/// <summary>Nothing needs to be done about it any more, or nothing ever did.</summary>
/// <param name="Escalation">Identity of the escalation.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who says so; null when the control centre itself saw that it is over.</param>
public sealed record EscalationStoodDown(string Escalation, int Step, string Reason, StaffMember? By = null)
    : EscalationEvent(Escalation, Step, By);
