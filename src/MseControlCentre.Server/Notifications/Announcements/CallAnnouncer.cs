using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Calls;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>Tells of calls and their actions.</summary>
/// <param name="state">Knows the call that an entry is of.</param>
public sealed class CallAnnouncer(LiveState state) : IAnnouncer
{
    /// <inheritdoc />
    public bool Reads(EventDetail detail) => detail
        is CallPackKept { Revision: 1 } or CallOpened { By: not null }
        or CallStarted or CallClosed or CallNotHeld or CallActionAgreed or CallActionChased;

    /// <inheritdoc />
    public IEnumerable<Announcement> Of(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var told = (CallEvent)entry.Event.Detail;
        return state.Network is { } network
            && state.Calls().FirstOrDefault(one =>
                string.Equals(one.Id, told.Call, StringComparison.Ordinal)) is { } call
            && Of(call, told, entry.Event.OccurredAt, network) is { } announcement
                ? [announcement]
                : [];
    }

    /// <summary>What an event of a call has to tell; null when nobody is told of such an event.</summary>
    /// <param name="call">The call; what came later does not count.</param>
    /// <param name="told">The event.</param>
    /// <param name="at">When it happened (UTC).</param>
    /// <param name="network">Names places, and its time zone.</param>
    public static Announcement? Of(Call call, CallEvent told, DateTimeOffset at, NetworkMap network)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(network);
        var words = new CallInWords(call, network);
        return told switch
        {
            CallActionAgreed agreed => words.Agreed(agreed) is { } step
                ? OfAction(call, told, at, network, agreed, step, agreed.DueAt)
                : null,
            CallActionChased chased
                when call.Actions.FirstOrDefault(one => one.Number == chased.Action) is { } action =>
                OfAction(call, told, at, network, action.Agreed, words.Chased(action, at), null),
            _ => words.Told(told) is { } step
                ? new Announcement(
                    About(told), told.Revision, Topics.Of(call.Kind), step.Step, network.Code, network.Name, null, null,
                    step.Headline, step.What, at, null, CallAddresses.Of(call.Id), Places: call.Opened.Places)
                : null,
        };
    }

    private static Announcement OfAction(
        Call call,
        CallEvent told,
        DateTimeOffset at,
        NetworkMap network,
        CallActionAgreed agreed,
        (AnnouncedStep Step, string Headline, string What) step,
        DateTimeOffset? dueAt) => new(
            About(told), told.Revision, Topics.CallAction, step.Step, agreed.Owner, network.NameOf(agreed.Owner), null,
            null, step.Headline, step.What, at, dueAt, CallAddresses.ActionOf(call.Id, agreed.Action));

    // With its number this is the entry's own identity in the journal, so that it is told once.
    private static string About(CallEvent told) => $"{told.Call}/{told.Part}";
}
