using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>What may follow what is known of a call.</summary>
public static class CallSteps
{
    /// <summary>Why nothing is added to the record of a call that has ended.</summary>
    public const string Ended = "The call is closed: its record stays as it was signed.";

    /// <summary>Why an event cannot follow; null when it can.</summary>
    /// <param name="so">The call as it is known.</param>
    /// <param name="next">What somebody wants to add to it.</param>
    public static string? Refusal(Call so, CallEvent next)
    {
        ArgumentNullException.ThrowIfNull(so);
        ArgumentNullException.ThrowIfNull(next);
        return next switch
        {
            CallOpened => "The call is prepared already.",
            CallStarted started when so.State is CallState.Running && IsInTheChair(so, started.By) =>
                "The call is running already, and you are in the chair.",
            CallStarted or CallNotHeld or CallClosed when !so.IsOpen => Ended,
            CallNotHeld when so.State is CallState.Running => "The call is running: close it instead.",
            CallClosed when so.State is CallState.Prepared =>
                "The call has not begun: start it, or say that it is not held.",
            CallStatementMade or CallAttendanceRecorded or CallOpelRecorded or CallNoted or CallActionAgreed
                when !so.IsOpen => Ended,
            CallOpelRecorded { Level: < 1 or > 4 } => "OPEL has the levels 1 to 4.",
            CallActionUpdated updated => Refusal(so.Actions.FirstOrDefault(one => one.Number == updated.Action)),
            _ => null,
        };
    }

    /// <summary>Revision of the newest entry of a part; 0 when nothing of it was told.</summary>
    /// <param name="so">The call as it is known.</param>
    /// <param name="next">An event of the part.</param>
    public static int LastRevision(Call so, CallEvent next) => NewestOf(so, next)?.Revision ?? 0;

    /// <summary>The newest event of the part that an event belongs to; null when nothing of it was told.</summary>
    /// <param name="so">The call as it is known.</param>
    /// <param name="tried">An event of the part.</param>
    public static CallEvent? NewestOf(Call so, CallEvent tried)
    {
        ArgumentNullException.ThrowIfNull(so);
        return tried switch
        {
            CallStatementMade made => so.Statements.GetValueOrDefault(made.Place)?.Told,
            CallAttendanceRecorded recorded => so.Attendance.GetValueOrDefault(recorded.Place)?.Told,
            CallOpelRecorded recorded => so.Opel.GetValueOrDefault(recorded.Place)?.Told,
            CallNoted => so.Notes.Count == 0 ? null : so.Notes[^1].Told,
            CallActionUpdated updated => NewestOf(so.Actions.FirstOrDefault(one => one.Number == updated.Action)),
            CallActionAgreed agreed => NewestOf(so.Actions.FirstOrDefault(one => one.Number == agreed.Action)),
            CallActionChecked looked => Check(so.Actions.FirstOrDefault(one => one.Number == looked.Action)),
            CallActionChased chased => Reminder(so.Actions.FirstOrDefault(one => one.Number == chased.Action)),
            CallPackKept => so.Packs.Count == 0 ? null : new CallPackKept(so.Id, so.Packs.Count, so.Packs[^1]),
            _ => so.Closed ?? (CallEvent?)so.NotHeld
                ?? (so.StartedAt is null ? so.Opened : new CallStarted(so.Id, so.CourseRevision, so.Chair)),
        };
    }

    private static bool IsInTheChair(Call so, StaffMember? who) =>
        string.Equals(so.Chair?.Id, who?.Id, StringComparison.Ordinal);

    private static CallEvent? NewestOf(CallAction? action) =>
        action is null ? null : action.Updates.Count == 0 ? action.Agreed : action.Updates[^1].Told;

    private static CallActionChecked? Check(CallAction? action) =>
        action is { Checks: [.., var last] } ? last.Told : null;

    private static CallActionChased? Reminder(CallAction? action) => action is { ChasedAt.Count: > 0 and var count }
        ? new CallActionChased(action.Call, count, action.Number)
        : null;

    private static string? Refusal(CallAction? action) => action is null
        ? "There is no such action in this call."
        : null;
}
