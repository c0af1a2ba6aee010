using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Everything about one escalation.</summary>
/// <param name="Row">What lists show of it.</param>
/// <param name="Now">The time of now (UTC).</param>
/// <param name="Parts">What it consists of now, with references for who may see the site's patients.</param>
/// <param name="Steps">Its steps, newest first.</param>
/// <param name="Actions">What is owed, was done or given up, owed first.</param>
/// <param name="Helps">Help that was asked for.</param>
/// <param name="Last">Number of its newest step.</param>
/// <param name="Choices">What the reader may do about it.</param>
public sealed record EscalationPageView(
    EscalationRow Row,
    DateTimeOffset Now,
    IReadOnlyList<EscalationPart> Parts,
    IReadOnlyList<StepLine> Steps,
    IReadOnlyList<ActionLine> Actions,
    IReadOnlyList<HelpLine> Helps,
    int Last,
    EscalationChoices Choices)
{
    /// <summary>Whether a form is on the page: what it is about may be over.</summary>
    /// <param name="act">The step that it takes: one of <see cref="EscalationActs"/>.</param>
    /// <param name="target">The action, request or card that it is about.</param>
    public bool HasForm(string act, string target) => act switch
    {
        EscalationActs.Answer => Helps.Any(help => help.MayAnswer && IsOf(help.Step, target)),
        _ when !Choices.MayAct => false,
        EscalationActs.EndAction => Actions.Any(action => action.IsOwed && IsOf(action.Step, target)),
        EscalationActs.PassUp => Choices.Above.Count > 0,
        _ => true,
    };

    private static bool IsOf(int step, string target) =>
        string.Equals(step.ToString(CultureInfo.InvariantCulture), target, StringComparison.Ordinal);
}

/// <summary>What a reader may do about an escalation now.</summary>
/// <param name="MayAct">Whether they may escalate there, and it is open.</param>
/// <param name="IsTheirs">Whether they own it.</param>
/// <param name="Card">What the site's card offers and is not being done.</param>
/// <param name="Rooms">Who has room now.</param>
/// <param name="Askable">Who may be asked for help.</param>
/// <param name="Above">The levels above, lowest first.</param>
public sealed record EscalationChoices(
    bool MayAct,
    bool IsTheirs,
    IReadOnlyList<CardAction> Card,
    IReadOnlyList<RoomOffer> Rooms,
    IReadOnlyList<EscalationPlace> Askable,
    IReadOnlyList<EscalationLevel> Above);

/// <summary>How the forms of an escalation's page stand: empty, or with what was not taken.</summary>
/// <param name="Token">Shows that a form came from here.</param>
/// <param name="Sent">What was sent and not taken; null when nothing was.</param>
/// <param name="Errors">Why.</param>
/// <param name="Heading">What could not be done.</param>
public sealed record EscalationForms(
    FormToken Token, AskedStep? Sent, IReadOnlyList<FieldError> Errors, string Heading)
{
    /// <summary>What was entered in a field of a form that was not taken; null when it was not sent.</summary>
    public string? Entered(string act, string target, string field) =>
        IsSent(act, target) ? Sent!.Values.GetValueOrDefault(field) : null;

    /// <summary>Whether a form is the one that was not taken.</summary>
    public bool IsSent(string act, string target) => Sent is not null
        && string.Equals(Sent.Act, act, StringComparison.Ordinal)
        && string.Equals(Sent.Target, target, StringComparison.Ordinal);
}
