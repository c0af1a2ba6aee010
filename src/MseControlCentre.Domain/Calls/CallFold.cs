using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// Tells a call from its events. Each part is told by its own numbers, so that neither the order in which events were
/// delivered nor their repetition matters. Once it is closed it stays as it was signed: what was taken at the same
/// moment
/// and is not covered by the signature is no part of it.
/// </summary>
public static class CallFold
{
    /// <summary>The call; null while it is not known how it was prepared.</summary>
    /// <param name="events">Its events, in any order; of each identity one.</param>
    public static Call? Of(IEnumerable<FlowEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var told = events
            .Select(e => (At: e.OccurredAt, Event: (CallEvent)e.Detail))
            .OrderBy(one => one.Event.Part, StringComparer.Ordinal)
            .ThenBy(one => one.Event.Revision)
            .ToList();
        if (told.Select(one => one.Event).OfType<CallClosed>().FirstOrDefault() is { } closed)
        {
            told.RemoveAll(one => !CallRecord.Covers(closed, one.Event));
        }

        var opened = told.Find(one => one.Event is CallOpened);
        if (opened.Event is not CallOpened first)
        {
            return null;
        }

        var call = new Call(first.Call, opened.At, first)
        {
            Packs = [.. told.Select(one => one.Event).OfType<CallPackKept>().Select(kept => kept.Pack)],
            Statements = Newest<CallStatementMade>(told, one => one.Place),
            Attendance = Newest<CallAttendanceRecorded>(told, one => one.Place),
            Opel = Newest<CallOpelRecorded>(told, one => one.Place),
            Notes = [.. Parts<CallNoted>(told)],
            Actions = [.. ActionsOf(first.Call, told)],
        };
        return told.Where(one => one.Event.Part is CallIdentity.Course).Aggregate(call, Next);
    }

    private static Call Next(Call so, (DateTimeOffset At, CallEvent Event) step) => step.Event switch
    {
        CallStarted started => so with
        {
            State = CallState.Running,
            StartedAt = so.StartedAt ?? step.At,
            Chair = started.By,
            CourseRevision = started.Revision,
        },
        CallClosed closed => so with
        {
            State = CallState.Closed, EndedAt = step.At, Closed = closed, CourseRevision = closed.Revision,
        },
        CallNotHeld not => so with
        {
            State = CallState.NotHeld, EndedAt = step.At, NotHeld = not, CourseRevision = not.Revision,
        },
        _ => so,
    };

    private static IEnumerable<CallAction> ActionsOf(string call, List<(DateTimeOffset At, CallEvent Event)> told)
    {
        var updates = Parts<CallActionUpdated>(told).ToLookup(part => part.Told.Action);
        var checks = Parts<CallActionChecked>(told).ToLookup(part => part.Told.Action);
        var chases = Parts<CallActionChased>(told).ToLookup(part => part.Told.Action, part => part.At);
        return Parts<CallActionAgreed>(told)
            .OrderBy(part => part.Told.Action)
            .Select(part => updates[part.Told.Action].Aggregate(
                new CallAction(call, part.At, part.Told)
                {
                    Checks = [.. checks[part.Told.Action]],
                    ChasedAt = [.. chases[part.Told.Action]],
                },
                Updated));
    }

    private static CallAction Updated(CallAction so, CallPart<CallActionUpdated> update) => so with
    {
        State = update.Told.State,
        DueAt = update.Told.DueAt ?? so.DueAt,
        Revision = update.Revision,
        EndedAt = update.Told.State is CallActionState.Owed ? null : update.At,
        Updates = [.. so.Updates, update],
    };

    private static IEnumerable<CallPart<T>> Parts<T>(IEnumerable<(DateTimeOffset At, CallEvent Event)> told)
        where T : CallEvent =>
        told.Where(one => one.Event is T).Select(one => new CallPart<T>(one.At, (T)one.Event));

    private static Dictionary<string, CallPart<T>> Newest<T>(
        IEnumerable<(DateTimeOffset At, CallEvent Event)> told, Func<T, string> place)
        where T : CallEvent =>
        Parts<T>(told)
            .GroupBy(part => place(part.Told), StringComparer.Ordinal)
            .ToDictionary(parts => parts.Key, parts => parts.MaxBy(part => part.Revision)!, StringComparer.Ordinal);
}
