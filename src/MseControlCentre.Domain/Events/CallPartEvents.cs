using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Domain.Events;

/// <summary>
/// A site or organisation said how it stands, or changed what it had said. It replaces what it said before.
/// </summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the statements of this place.</param>
/// <param name="Place">Code of the site or partner.</param>
/// <param name="Answers">What it says to each question of the template; those that were left empty are missing.</param>
/// <param name="IsReady">Whether it is said to be ready for the call; false while it is being written.</param>
/// <param name="By">Who wrote it.</param>
public sealed record CallStatementMade(
    string Call,
    int Revision,
    string Place,
    IReadOnlyList<StatementAnswer> Answers,
    bool IsReady,
    StaffMember? By = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Statement(Place);

    /// <inheritdoc />
    public bool Equals(CallStatementMade? other) => base.Equals(other)
        && string.Equals(Place, other.Place, StringComparison.Ordinal)
        && IsReady == other.IsReady
        && Answers.SequenceEqual(other.Answers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Place, IsReady, Answers.Count);
}

/// <summary>What a statement says to one question of its template.</summary>
/// <param name="Question">Code of the question in the network file.</param>
/// <param name="Words">What is said.</param>
public sealed record StatementAnswer(string Question, string Words);

/// <summary>Whether a place attends the call.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the attendance of this place.</param>
/// <param name="Place">Code of the site, partner or network.</param>
/// <param name="Attendance">Whether it is there.</param>
/// <param name="Who">Who speaks for it, in words; null when not told.</param>
/// <param name="By">Who recorded it.</param>
public sealed record CallAttendanceRecorded(
    string Call, int Revision, string Place, Attendance Attendance, string? Who = null, StaffMember? By = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Attendance(Place);
}

/// <summary>
/// The call recorded the OPEL level that a site or the system declares. The declaration itself is told beside it.
/// </summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number within the levels of this place.</param>
/// <param name="Place">Code of the site, or of the network for the system.</param>
/// <param name="Level">1 to 4.</param>
/// <param name="Reason">Why, in particular when it differs from the calculated level; null when not told.</param>
/// <param name="By">Who recorded it.</param>
public sealed record CallOpelRecorded(
    string Call, int Revision, string Place, int Level, string? Reason = null, StaffMember? By = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Opel(Place);
}

/// <summary>Something worth keeping was said in the call.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">Number among the notes of the call.</param>
/// <param name="Words">What.</param>
/// <param name="Place">Code of the site or partner that it is about; null for the whole system.</param>
/// <param name="By">Who wrote it.</param>
public sealed record CallNoted(string Call, int Revision, string Words, string? Place = null, StaffMember? By = null)
    : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Notes;
}

/// <summary>An action was agreed.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Revision">1 of the action.</param>
/// <param name="Action">Number of the action in its call, from 1.</param>
/// <param name="Words">What is to be done.</param>
/// <param name="Owner">Code of the site, partner or network that owes it.</param>
/// <param name="DueAt">By when (UTC).</param>
/// <param name="Who">Who does it there, in words; null when not told.</param>
/// <param name="Figure">The figure that should move; null when none was named.</param>
/// <param name="By">Who recorded it.</param>
public sealed record CallActionAgreed(
    string Call,
    int Revision,
    int Action,
    string Words,
    string Owner,
    DateTimeOffset DueAt,
    string? Who = null,
    FigureAim? Figure = null,
    StaffMember? By = null) : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Action(Action);
}

/// <summary>How far an action has come, or another time by which it is owed.</summary>
/// <param name="Call">Identity of the call in which it was agreed.</param>
/// <param name="Revision">Number within the action, from 2.</param>
/// <param name="Action">Number of the action.</param>
/// <param name="State">How it stands.</param>
/// <param name="Words">What came of it so far; null when nothing was told.</param>
/// <param name="DueAt">By when it is owed now (UTC); null when that has not changed.</param>
/// <param name="By">Who says so.</param>
public sealed record CallActionUpdated(
    string Call,
    int Revision,
    int Action,
    CallActionState State,
    string? Words = null,
    DateTimeOffset? DueAt = null,
    StaffMember? By = null) : CallEvent(Call, Revision, By)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Action(Action);
}

/// <summary>
/// An action's time came, and the control centre looked whether its figure has moved. It is told once for each time by
/// which the action was owed.
/// </summary>
/// <param name="Call">Identity of the call in which it was agreed.</param>
/// <param name="Revision">Number of the look at this action.</param>
/// <param name="Action">Number of the action.</param>
/// <param name="DueAt">The time by which it was owed (UTC).</param>
/// <param name="Value">
/// The figure then, to within five minutes; null when it was not known, when nobody looked and the board has no trail
/// of it, or when none was named.
/// </param>
/// <param name="Moved">
/// Whether it has moved as it should; null when that is not known, as of a count of the day that was agreed on another
/// day.
/// </param>
public sealed record CallActionChecked(
    string Call, int Revision, int Action, DateTimeOffset DueAt, double? Value = null, bool? Moved = null)
    : CallEvent(Call, Revision, null)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Check(Action);
}

/// <summary>Who owes an action was reminded of it.</summary>
/// <param name="Call">Identity of the call in which it was agreed.</param>
/// <param name="Revision">Number of the reminder of this action, from 1.</param>
/// <param name="Action">Number of the action.</param>
public sealed record CallActionChased(string Call, int Revision, int Action) : CallEvent(Call, Revision, null)
{
    /// <inheritdoc />
    public override string Part => CallIdentity.Chase(Action);
}
