using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What is owed from every call, and how far who owes it says that it is.</summary>
public sealed class CallActionsService(
    CallDesk desk, LiveState state, Lazy<PictureFeed> feed, NetworkMap network, IAccess access, TimeProvider clock)
{
    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>Actions of every call that is known, overdue first, then by when they are owed.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public CallActionsView Current(CallActionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        access.Require(Operation.SeeCalls, Subject.System);
        var now = clock.GetUtcNow();
        var all = state.Calls()
            .SelectMany(call => call.Actions.Select(action => RowOf(action, call.Name, now)))
            .ToList();
        return new CallActionsView(
            [
                .. all.Where(filter.Shows)
                    .OrderBy(row => row.Action.State is CallActionState.Owed ? 0 : 1)
                    .ThenByDescending(row => row.Action.EndedAt ?? DateTimeOffset.MinValue)
                    .ThenBy(row => row.Action.DueAt)
                    .ThenBy(row => row.Action.Id, StringComparer.Ordinal),
            ],
            all.Count(row => row.IsOverdue),
            all.Count(row => row.Action.State is CallActionState.Owed),
            [
                .. CallWatch.PlacesOf(network)
                    .Select(code => (code, EscalationPlaces.Find(network, code)?.Name ?? code)),
            ],
            filter);
    }

    /// <summary>One action; null when there is none.</summary>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public CallActionView? Find(string id, int number)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (desk.Find(id) is not { } call || call.Actions.FirstOrDefault(one => one.Number == number) is not { } action)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return new CallActionView(
            RowOf(action, call.Name, now),
            [.. CallActionLine.Of(action, _local).OrderByDescending(line => line.At)],
            access.Actor.May(Operation.TakePartInCalls, SubjectOf.Code(action.Agreed.Owner, network)),
            ActionChoices.Dues(_local, now));
    }

    /// <summary>Takes what somebody says of an action, or says why not.</summary>
    /// <returns>What became of it, null for a form that cannot be used; and why it was not taken.</returns>
    /// <exception cref="NotAllowedException">They may not speak for who owes it.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<HeldCallAnswer> UpdateAsync(AskedOfAction asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (desk.Find(asked.Call)?.Actions.FirstOrDefault(one => one.Number == asked.Number) is not { } action)
        {
            access.RequireWidest(Operation.TakePartInCalls);
            return new HeldCallAnswer(CallResult.NotFound, []);
        }

        var subject = SubjectOf.Code(action.Agreed.Owner, network);
        access.Require(Operation.TakePartInCalls, subject);
        var by = CallStaff.Of(access.Actor, Operation.TakePartInCalls, subject);
        var (update, errors) = asked.Read(action, _local, clock.GetUtcNow(), by);
        if (update is null)
        {
            return new HeldCallAnswer(null, errors);
        }

        var outcome = await desk.ChangeAsync(
            asked.Call, asked.Seen, (_, revision) => update with { Revision = revision });
        return new HeldCallAnswer(
            outcome.Result, outcome.Words is { } words ? [new FieldError(null, words)] : []);
    }

    private CallActionRow RowOf(CallAction action, string callName, DateTimeOffset now) =>
        CallActionRow.Of(action, callName, network, feed.Value.Current?.Picture, _local, now);
}
