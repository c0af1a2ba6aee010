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
public sealed class CallDesk(IJournal journal, LiveState state, TimeProvider clock) : IDisposable
{
    /// <summary>
    /// What the same person sends again within this time, such as a form whose answer was lost, is the first one.
    /// </summary>
    public static readonly TimeSpan SentAgainWithin = TimeSpan.FromMinutes(5);

    // Two people who add to a list at once do not disturb each other: whoever comes second takes the next number.
    private const int MostTries = 16;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    // Who signs must know everything that was taken before: while a call is closed nothing else is on its way.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What is agreed about calls; <see cref="CallPlan.None"/> before a network is adopted.</summary>
    public CallPlan Plan => state.Network?.Calls ?? CallPlan.None;

    /// <summary>A call as it is now; null when there is none, or it is history.</summary>
    public Call? Find(string id) =>
        state.Calls().FirstOrDefault(call => string.Equals(call.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Calls a call that is no regular one. Its pack is of now. The same one, called again by the same person, is the
    /// first one while that is open.
    /// </summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="open">Makes the event of the identity that is given to it.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<CallOutcome> OpenAsync(CallKind kind, Func<string, CallOpened> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        for (var tried = 0; tried < MostTries; tried++)
        {
            var calls = state.Calls();
            var known = calls.Select(call => call.Id).ToHashSet(StringComparer.Ordinal);
            var number = 1;
            while (known.Contains(CallIdentity.Of(CallIdentity.CodeOf(kind), Today(), number)))
            {
                number++;
            }

            var next = open(CallIdentity.Of(CallIdentity.CodeOf(kind), Today(), number));
            if (calls.FirstOrDefault(call => IsSentAgain(call, next)) is { } first)
            {
                return new CallOutcome(CallResult.Taken, first);
            }

            var outcome = await AppendAsync(next, []);
            if (outcome.Result is not CallResult.SomebodyWasFirst)
            {
                return outcome;
            }
        }

        return Busy(null);
    }

    /// <summary>
    /// Changes a part of a call, or its course; <see cref="CloseAsync"/> closes it.
    /// </summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="seen">Revision of the part that they have seen; 0 when there was none.</param>
    /// <param name="change">Makes the event of the revision that is given to it.</param>
    /// <param name="beside">
    /// What is told at the same time, durable together with it: other parts of calls, or what is no part of a call,
    /// such as a declaration, and is taken only with it.
    /// </param>
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
        return WhyNot(so, seen, next) ?? await AppendAsync(next, beside?.Invoke(next) ?? []);
    }

    /// <summary>
    /// Closes a call and signs its record, in which everything is that was taken by then. Nobody signs what they have
    /// not seen: when the record is another one, nothing is taken.
    /// </summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="seen">Revision of the course that the chair has seen.</param>
    /// <param name="record">Hash of the record that the chair has seen.</param>
    /// <param name="close">Makes the event of the revision that is given to it; it is signed here.</param>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<CallOutcome> CloseAsync(
        string id, int seen, string record, Func<Call, int, CallClosed> close)
    {
        ArgumentNullException.ThrowIfNull(close);
        CallClosed signed;
        AppendResult appended;
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            var isKnown = await IsAppliedAsync(journal.LastSequence);
            if (Find(id) is not { } so)
            {
                return NotFound();
            }

            if (!isKnown)
            {
                return new CallOutcome(
                    CallResult.Refused,
                    so,
                    "What was sent last is still being read. It is not signed: send it again in a moment.");
            }

            if (so.IsOpen && !string.Equals(record, CallRecord.HashOf(so), StringComparison.Ordinal))
            {
                return new CallOutcome(
                    CallResult.SomebodyWasFirst,
                    so,
                    "The record has changed since you looked. It is not signed: look at it again, then sign.");
            }

            signed = CallRecord.Sign(so, close(so, seen + 1));
            if (WhyNot(so, seen, signed) is { } why)
            {
                return why;
            }

            appended = await journal.AppendAsync([EventOf(signed)], CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }

        return await OutcomeAsync([signed], appended);
    }

    /// <summary>
    /// Adds to a list of the call: a note, or an action. Others who add at the same time do not disturb it. What the
    /// same person sent just before is not added again.
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
            if (IsSentAgain(so, next))
            {
                return new CallOutcome(CallResult.Taken, so);
            }

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
        IReadOnlyList<FlowEvent> events = [first, .. beside.Select((one, index) => Beside(first, one, index))];
        AppendResult appended;
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            appended = await journal.AppendAsync(events, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }

        return await OutcomeAsync([.. events.Select(one => one.Detail)], appended);
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    // The first of what was told is of a call. What is no part of a call is taken or not as the first is.
    private async Task<CallOutcome> OutcomeAsync(IReadOnlyList<EventDetail> told, AppendResult appended)
    {
        // When it takes too long it is durable all the same, and the next page shows it.
        await IsAppliedAsync(appended.LastSequence);
        var first = (CallEvent)told[0];
        if (Find(first.Call) is not { } so)
        {
            return new CallOutcome(CallResult.Taken, null);
        }

        var parts = told.OfType<CallEvent>().ToList();
        var notTaken = told.Where((_, index) => appended.Outcomes[index] != AppendOutcome.Appended)
            .OfType<CallEvent>()
            .ToList();
        if (notTaken.Count == parts.Count)
        {
            return SomebodyWasFirst(so, first);
        }

        if (so.Closed is { } closed && parts.Exists(one => !CallRecord.Covers(closed, one)))
        {
            return new CallOutcome(
                CallResult.Refused, so, "The call was closed at the same moment: what you wrote is not in its record.");
        }

        return notTaken.Count == 0
            ? new CallOutcome(CallResult.Taken, so)
            : new CallOutcome(
                CallResult.PartlyTaken,
                so,
                $"{WhoWasFirst(so, notTaken[0])} was first with a part of it: look at what has changed. "
                    + "All else of yours was taken.")
            {
                NotTaken = notTaken,
            };
    }

    private async Task<bool> IsAppliedAsync(long sequence)
    {
        using var patience = new CancellationTokenSource(s_longestWait);
        try
        {
            await state.AppliedAsync(sequence, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A part of a call has an identity of its own, by which two who change it at once are told of each other. Anything
    // else that two who record the same tell beside it must be taken of one only: its identity follows from theirs.
    private static FlowEvent Beside(FlowEvent first, FlowEvent beside, int index) =>
        beside.Detail is CallEvent
            ? beside
            : beside with
            {
                MessageId = string.Create(
                    CultureInfo.InvariantCulture, $"{first.MessageId}/beside-{index + 1}"),
            };

    private static CallOutcome? WhyNot(Call so, int seen, CallEvent next)
    {
        if (CallSteps.Refusal(so, next) is { } refusal)
        {
            return new CallOutcome(CallResult.Refused, so, refusal);
        }

        return seen == CallSteps.LastRevision(so, next) ? null : SomebodyWasFirst(so, next);
    }

    private static string WhoWasFirst(Call so, CallEvent tried) =>
        CallSteps.NewestOf(so, tried)?.By?.Name ?? "The control centre";

    // Its answer was lost, and whoever waited for it sent the form again.
    private bool IsSentAgain(Call so, CallEvent next) => next switch
    {
        CallOpened opened => so.IsOpen && IsRecent(so.OpenedAt) && IsSame(so.Opened.By, next.By)
            && so.Kind == opened.Kind
            && string.Equals(so.Opened.Reason, opened.Reason, StringComparison.Ordinal)
            && so.Opened.Places.SequenceEqual(opened.Places, StringComparer.Ordinal),
        CallNoted noted => so.Notes.Any(one => IsRecent(one.At) && IsSame(one.Told.By, next.By)
            && string.Equals(one.Told.Words, noted.Words, StringComparison.Ordinal)
            && string.Equals(one.Told.Place, noted.Place, StringComparison.Ordinal)),
        CallActionAgreed agreed => so.Actions.Any(one => IsRecent(one.At) && IsSame(one.Agreed.By, next.By)
            && string.Equals(one.Agreed.Words, agreed.Words, StringComparison.Ordinal)
            && string.Equals(one.Agreed.Owner, agreed.Owner, StringComparison.Ordinal)
            && one.Agreed.DueAt == agreed.DueAt),
        _ => false,
    };

    private bool IsRecent(DateTimeOffset at) => at >= clock.GetUtcNow() - SentAgainWithin;

    private static bool IsSame(StaffMember? one, StaffMember? other) =>
        one is not null && string.Equals(one.Id, other?.Id, StringComparison.Ordinal);

    private static CallOutcome SomebodyWasFirst(Call so, CallEvent tried) => new(
        CallResult.SomebodyWasFirst,
        so,
        $"{WhoWasFirst(so, tried)} was first: look at what has changed, then decide again. "
            + "Nothing of yours was taken.");

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
