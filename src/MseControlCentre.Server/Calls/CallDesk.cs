using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// Takes into the journal what belongs to calls. Whoever changes a part says which revision of it they have seen; when
/// it was changed since, or is changed at the same moment on this or another node, nothing is taken and they are told
/// what is so now.
/// </summary>
public sealed class CallDesk(IJournal journal, LiveState state, TimeProvider clock)
{
    // Two people who add to a list at once do not disturb each other: whoever comes second takes the next number.
    private const int MostTries = 16;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    /// <summary>What is agreed about calls; <see cref="CallPlan.None"/> before a network is adopted.</summary>
    public CallPlan Plan => state.Network?.Calls ?? CallPlan.None;

    /// <summary>A call as it is now; null when there is none, or it is history.</summary>
    public Call? Find(string id) =>
        state.Calls().FirstOrDefault(call => string.Equals(call.Id, id, StringComparison.Ordinal));

    /// <summary>Calls a call that is no regular one. Its pack is of now.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="open">Makes the event of the identity that is given to it.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<CallOutcome> OpenAsync(CallKind kind, Func<string, CallOpened> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        for (var tried = 0; tried < MostTries; tried++)
        {
            var known = state.Calls().Select(call => call.Id).ToHashSet(StringComparer.Ordinal);
            var number = 1;
            while (known.Contains(CallIdentity.Of(CallIdentity.CodeOf(kind), Today(), number)))
            {
                number++;
            }

            var outcome = await AppendAsync(open(CallIdentity.Of(CallIdentity.CodeOf(kind), Today(), number)), []);
            if (outcome.Result is not CallResult.SomebodyWasFirst)
            {
                return outcome;
            }
        }

        return Busy(null);
    }

    /// <summary>
    /// Changes a part of a call, or its course. Who closes it signs the record as it is known here: its hash is made
    /// here.
    /// </summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="seen">Revision of the part that they have seen; 0 when there was none.</param>
    /// <param name="change">Makes the event of the revision that is given to it.</param>
    /// <param name="beside">What is told at the same time, such as a declaration; durable together with it.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<CallOutcome> ChangeAsync(
        string id,
        int seen,
        Func<Call, int, CallEvent> change,
        Func<CallEvent, IReadOnlyList<FlowEvent>>? beside = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(id) is not { } so)
        {
            return NotFound();
        }

        var next = change(so, seen + 1);
        if (next is CallClosed closed)
        {
            next = CallRecord.Sign(so, closed);
        }

        if (CallSteps.Refusal(so, next) is { } refusal)
        {
            return new CallOutcome(CallResult.Refused, so, refusal);
        }

        return seen == CallSteps.LastRevision(so, next)
            ? await AppendAsync(next, beside?.Invoke(next) ?? [])
            : SomebodyWasFirst(so, next);
    }

    /// <summary>
    /// Adds to a list of the call: a note, or an action. Others who add at the same time do not disturb it.
    /// </summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="add">Makes the event from the call as it is known.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<CallOutcome> AddAsync(string id, Func<Call, CallEvent> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        for (var tried = 0; tried < MostTries; tried++)
        {
            if (Find(id) is not { } so)
            {
                return NotFound();
            }

            var next = add(so);
            if (CallSteps.Refusal(so, next) is { } refusal)
            {
                return new CallOutcome(CallResult.Refused, so, refusal);
            }

            if (await AppendAsync(next, []) is { Result: CallResult.Taken } taken)
            {
                return taken;
            }
        }

        return Busy(Find(id));
    }

    /// <summary>Takes an event that follows from what is known; one that is known already changes nothing.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now.</exception>
    public async Task<CallOutcome> AppendAsync(CallEvent told, IReadOnlyList<FlowEvent> beside)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(beside);
        var first = EventOf(told);
        var appended = await journal.AppendAsync(
            [first, .. beside.Select((one, index) => Beside(first, one, index))], CancellationToken.None);
        using var patience = new CancellationTokenSource(s_longestWait);
        try
        {
            await state.AppliedAsync(appended.LastSequence, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It is durable; the next page shows it.
        }

        var so = Find(told.Call);
        if (appended.Outcomes[0] != AppendOutcome.Appended && so is not null)
        {
            return SomebodyWasFirst(so, told);
        }

        return so?.Closed is { } closed && !CallRecord.Covers(closed, told)
            ? new CallOutcome(
                CallResult.Refused, so, "The call was closed at the same moment: what you wrote is not in its record.")
            : new CallOutcome(CallResult.Taken, so);
    }

    // Of two who record the same, what is told beside it must be taken of one only: its identity follows from theirs.
    private static FlowEvent Beside(FlowEvent first, FlowEvent beside, int index) => beside with
    {
        MessageId = string.Create(CultureInfo.InvariantCulture, $"{first.MessageId}/beside-{index + 1}"),
    };

    private static CallOutcome SomebodyWasFirst(Call so, CallEvent tried)
    {
        var who = CallSteps.NewestOf(so, tried)?.By?.Name ?? "The control centre";
        return new CallOutcome(
            CallResult.SomebodyWasFirst,
            so,
            $"{who} was first: look at what has changed, then decide again. Nothing of yours was taken.");
    }

    private static CallOutcome NotFound() =>
        new(CallResult.NotFound, null, "There is no such call among those of the last days.");

    private static CallOutcome Busy(Call? so) =>
        new(CallResult.SomebodyWasFirst, so, "Many others add at the same moment. Send it again.");

    /// <summary>
    /// An event of a call as the journal takes it: of now, with the identity of its part and revision.
    /// </summary>
    public FlowEvent EventOf(CallEvent told) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = clock.GetUtcNow(),
        Site = state.Network?.Code ?? CallIdentity.Source,
        Detail = told,
    };

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(state.Network?.TimeZone ?? "Etc/UTC")).DateTime);
}
