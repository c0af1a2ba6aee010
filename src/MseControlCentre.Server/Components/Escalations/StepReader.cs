using System.Globalization;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Escalations;

/// <summary>Makes a step of what a form asks for, or says what is wrong with it.</summary>
/// <param name="so">The escalation.</param>
/// <param name="asked">What the form asks for.</param>
/// <param name="context">What is so now.</param>
/// <param name="rooms">Who can help now.</param>
public sealed class StepReader(
    Escalation so, AskedStep asked, EscalationContext context, IReadOnlyList<RoomOffer> rooms)
{
    /// <summary>Minutes that can be chosen as the time until which an action should be done.</summary>
    public static readonly IReadOnlyList<int> DueChoices = [15, 30, 60, 120, 240];

    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong; empty when the step can be made.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Reads the form.</summary>
    /// <param name="by">Who takes the step.</param>
    /// <returns>Makes the step of the number that is given to it; null when something is wrong.</returns>
    public Func<int, EscalationEvent>? Read(StaffMember by)
    {
        var step = StepOf(by);
        if (step is null && _errors.Count == 0)
        {
            _errors.Add(new FieldError(null, "Choose what to do on this page."));
        }

        return _errors.Count == 0 ? step : null;
    }

    private Func<int, EscalationEvent>? StepOf(StaffMember by)
    {
        var id = so.Id;
        switch (asked.Act)
        {
            case EscalationActs.Acknowledge:
                return step => new EscalationAcknowledged(id, step, by);
            case EscalationActs.Take:
                return step => new EscalationTaken(id, step, by);
            case EscalationActs.Action:
                return Action(by);
            case EscalationActs.EndAction:
                return EndAction(by);
            case EscalationActs.Ask:
                return Ask(by);
            case EscalationActs.Answer:
                return Answer(by);
            case EscalationActs.PassUp:
                return PassUp(by);
            case EscalationActs.Note:
                return Text("words", "the note") is { } words
                    ? step => new EscalationNoted(id, step, words, by) : null;
            case EscalationActs.Resolve:
                return Text("outcome", "the outcome") is { } outcome
                    ? step => new EscalationResolved(id, step, outcome, by) : null;
            case EscalationActs.StandDown:
                return Text("reason", "the reason") is { } reason
                    ? step => new EscalationStoodDown(id, step, reason, by) : null;
            default:
                return null;
        }
    }

    private Func<int, EscalationEvent>? Action(StaffMember by)
    {
        var card = asked.Target.Length == 0
            ? null
            : context.Plan.ActionsOf(so.Kind, so.Scope)
                .FirstOrDefault(one => string.Equals(one.Code, asked.Target, StringComparison.Ordinal));
        if (asked.Target.Length > 0 && card is null)
        {
            _errors.Add(new FieldError(null, "That action is not on the card any more: choose another."));
            return null;
        }

        var words = card?.Words ?? Text("words", "the action");
        var owner = Text("owner", "the owner", isRequired: false) ?? card?.Owner;
        var due = Due();
        return words is null
            ? null
            : step => new EscalationActionTaken(so.Id, step, words, card?.Code, owner, due, by);
    }

    private Func<int, EscalationEvent>? EndAction(StaffMember by)
    {
        var isDone = !string.Equals(asked["done"], "no", StringComparison.Ordinal);
        var words = Text("words", isDone ? "what came of it" : "why it was given up", isRequired: !isDone);
        return Number() is { } of ? step => new EscalationActionEnded(so.Id, step, of, isDone, words, by) : null;
    }

    private Func<int, EscalationEvent>? Ask(StaffMember by)
    {
        if (asked.Target.Length > 0)
        {
            return AskWhoIsOffered(by);
        }

        var code = asked["of"];
        if (EscalationPlaces.Find(context.Network, code) is not { } place
            || string.Equals(code, so.Scope, StringComparison.Ordinal))
        {
            _errors.Add(Error("of", "Choose the site or service that is asked for help."));
            return null;
        }

        var room = rooms.FirstOrDefault(one => string.Equals(one.Code, place.Code, StringComparison.Ordinal))?.Words;
        return Text("for", "what is asked for") is { } what
            ? step => new EscalationHelpAsked(so.Id, step, place.Code, what, room, by)
            : null;
    }

    // The browser names the figure only: who is asked for what is what the board says of it now.
    private Func<int, EscalationEvent>? AskWhoIsOffered(StaffMember by)
    {
        if (rooms.FirstOrDefault(one => string.Equals(one.FigureId, asked.Target, StringComparison.Ordinal))
            is not { } offer)
        {
            _errors.Add(new FieldError(
                null, "They are not known to be able to help any more: choose another, or ask in your own words."));
            return null;
        }

        return step => new EscalationHelpAsked(so.Id, step, offer.Code, offer.Request, offer.Words, by);
    }

    private Func<int, EscalationEvent>? Answer(StaffMember by)
    {
        var isGiven = asked["given"];
        if (isGiven is not ("yes" or "no"))
        {
            _errors.Add(Error("given", "Say whether you help: yes or no."));
        }

        var words = Text("words", "what you give, or why you cannot");
        return Number() is { } ask && words is not null
            ? step => new EscalationHelpAnswered(so.Id, step, ask, isGiven is "yes", words, by)
            : null;
    }

    private Func<int, EscalationEvent>? PassUp(StaffMember by)
    {
        var code = asked.IsOneTap ? context.Plan.Above(so.Level)?.Code : asked["level"];
        if (context.Plan.Level(code) is not { } level)
        {
            _errors.Add(Error("level", "Choose the level that it goes to."));
            return null;
        }

        var reason = asked.IsOneTap
            ? "Passed up from the site's page: " + (context.NowOf(so)?.Headline ?? so.Headline)
            : Text("reason", "the reason");
        var tried = Text("tried", "what has been tried", isRequired: false);
        return reason is null
            ? null
            : step => new EscalationPassedUp(so.Id, step, level.Code, reason, tried, by);
    }

    private DateTimeOffset? Due()
    {
        if (asked["due"].Length == 0)
        {
            return null;
        }

        if (int.TryParse(asked["due"], CultureInfo.InvariantCulture, out var minutes) && DueChoices.Contains(minutes))
        {
            return context.Now.AddMinutes(minutes);
        }

        _errors.Add(Error("due", "Choose by when it should be done, or leave it open."));
        return null;
    }

    private int? Number()
    {
        if (int.TryParse(asked.Target, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _errors.Add(new FieldError(null, "Use the form of the action or the request itself."));
        return null;
    }

    private string? Text(string field, string what, bool isRequired = true)
    {
        var text = asked[field];
        if (EnteredText.Fault(what, text, isRequired) is { } fault)
        {
            _errors.Add(Error(field, fault));
            return null;
        }

        return EnteredText.Kept(text);
    }

    private FieldError Error(string field, string message) =>
        new(AskedStep.FieldOf(asked.Act, asked.Target, field), message);
}
