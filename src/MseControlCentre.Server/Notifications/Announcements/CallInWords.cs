using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>
/// A call in words that tell of no person. What people wrote, an action too, stays on the board: it may hold what must
/// not
/// leave it. Regular calls are named as the network file names them, others by their kind.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="network">Names places, and its time zone.</param>
internal sealed class CallInWords(Call call, NetworkMap network)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    private bool IsRegular => call.Kind is CallKind.SituationalAwareness && call.Opened.By is null;

    private string Name => call.Kind switch
    {
        CallKind.Tactical => $"Tactical call at {_local.Clock(call.StartsAt)}",
        CallKind.DischargeEvent => $"Multi-agency discharge event at {_local.Clock(call.StartsAt)}",
        _ when IsRegular => call.Name,
        _ => $"Situational-awareness call at {_local.Clock(call.StartsAt)}",
    };

    /// <summary>
    /// Which kind of step of the call it is, and what there is to say; null when nobody is told of it.
    /// </summary>
    public (AnnouncedStep Step, string Headline, string What)? Told(CallEvent told) => told switch
    {
        CallPackKept { Revision: 1 } when call.Opened.By is null => (
            AnnouncedStep.PackReady,
            $"The pack of the {Name} is there",
            call.Opened.StatementsBy is { } by ? $"Statements by {_local.Clock(by)}" : "It can be read now"),
        CallOpened { By: { } who } => (AnnouncedStep.Called, Name, $"Called {Words.By(who)}"),
        CallStarted started => (AnnouncedStep.Started, Name, $"Begun {Words.By(started.By)}"),
        CallClosed closed => (
            AnnouncedStep.Closed,
            Name,
            $"Closed and signed {Words.By(closed.By)}, {Words.Count(call.Actions.Count, "action")} agreed"),
        CallNotHeld { By: null } => (AnnouncedStep.NotHeld, Name, "Not held: nobody began it"),
        CallNotHeld not => (AnnouncedStep.NotHeld, Name, $"Not held, said {Words.By(not.By)}"),
        _ => null,
    };

    /// <summary>What there is to say of an action that was agreed; null when the record does not have it.</summary>
    public (AnnouncedStep Step, string Headline, string What)? Agreed(CallActionAgreed agreed) =>
        call.Actions.Any(one => one.Number == agreed.Action)
            ? (AnnouncedStep.ActionAgreed,
                $"{network.NameOf(agreed.Owner)}: an action is owed by {_local.DayAndClock(agreed.DueAt)}",
                $"Agreed in the {InSentence}")
            : null;

    /// <summary>What there is to say when who owes an action is reminded of it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="at">When they are reminded (UTC); what came later does not count.</param>
    public (AnnouncedStep Step, string Headline, string What) Chased(CallAction action, DateTimeOffset at)
    {
        var check = action.Checks.LastOrDefault(one => one.At <= at);
        var late = at - (check?.Told.DueAt ?? action.DueAt);
        var due = late < TimeSpan.FromMinutes(1) ? "is due now" : $"is overdue by {Words.Minutes(late)}";
        return (
            AnnouncedStep.ActionChased,
            $"{network.NameOf(action.Agreed.Owner)}: an action of the {InSentence} {due}",
            action.Agreed.Figure is null ? "Say what came of it" : check?.Told.Moved switch
            {
                true => "Its figure has moved as agreed; say what came of it",
                false => "Its figure has not moved as agreed",
                null => "Whether its figure has moved is not known",
            });
    }

    private string InSentence => IsRegular ? Name : char.ToLowerInvariant(Name[0]) + Name[1..];
}
