using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>A screen of the presenter: of the system, of a site, or the one that closes the call.</summary>
/// <param name="Code">Its code in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsRecorded">Whether the level of its place is recorded.</param>
public sealed record PresentScreen(string Code, string Name, bool IsRecorded)
{
    /// <summary>Code of the screen that closes the call.</summary>
    public const string Close = "close";

    /// <summary>Whether it closes the call.</summary>
    public bool IsClose => string.Equals(Code, Close, StringComparison.Ordinal);
}

/// <summary>Whether a place is there.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it is; null when nothing was recorded.</param>
/// <param name="Who">Who speaks for it; null when not told.</param>
/// <param name="Revision">Revision of what was recorded; 0 for nothing.</param>
/// <param name="IsReaders">Whether the reader speaks for it.</param>
public sealed record AttendanceRow(
    string Code, string Name, Attendance? State, string? Who, int Revision, bool IsReaders);

/// <summary>A time by which an action can be owed.</summary>
/// <param name="At">The instant (UTC).</param>
/// <param name="Value">How a form sends it.</param>
/// <param name="Words">How people say it.</param>
public sealed record DueChoice(DateTimeOffset At, string Value, string Words);

/// <summary>A figure that an action could move.</summary>
/// <param name="Id">Identity of the figure.</param>
/// <param name="Name">Its name and place.</param>
/// <param name="Direction">Which way it should move.</param>
/// <param name="Now">Its value now; null when it is not known.</param>
/// <param name="Words">All of that in a line.</param>
public sealed record AimChoice(string Id, string Name, AimDirection Direction, double? Now, string Words);

/// <summary>What a call's screen shows.</summary>
/// <param name="Call">The call.</param>
/// <param name="Now">The time of now (UTC).</param>
/// <param name="State">How far it has come, in words.</param>
/// <param name="PackWords">Which pack is shown.</param>
/// <param name="Screens">All screens, in order.</param>
/// <param name="Index">Which of them is shown, from 0.</param>
/// <param name="Place">What is shown of its place; null on the one that closes.</param>
/// <param name="Attendance">Who is there.</param>
/// <param name="Agreed">What was agreed in this call.</param>
/// <param name="Notes">What was noted, newest first.</param>
/// <param name="MayHold">Whether the reader may hold the call.</param>
/// <param name="IsChair">Whether the reader is in the chair.</param>
public sealed record PresentView(
    Call Call,
    DateTimeOffset Now,
    string State,
    string PackWords,
    IReadOnlyList<PresentScreen> Screens,
    int Index,
    PresentPlaceView? Place,
    IReadOnlyList<AttendanceRow> Attendance,
    IReadOnlyList<CallActionRow> Agreed,
    IReadOnlyList<string> Notes,
    bool MayHold,
    bool IsChair)
{
    /// <summary>The screen that is shown.</summary>
    public PresentScreen Screen => Screens[Index];

    /// <summary>Where the one before is; null for the first.</summary>
    public string? Previous => Index > 0 ? AddressOf(Screens[Index - 1]) : null;

    /// <summary>Where the next one is; null for the last.</summary>
    public string? Next => Index + 1 < Screens.Count ? AddressOf(Screens[Index + 1]) : null;

    /// <summary>How many places are there.</summary>
    public int Here => Attendance.Count(one => one.State is Domain.Calls.Attendance.Present);

    /// <summary>Whether something can be recorded now.</summary>
    public bool IsRecorded => MayHold && Call.IsOpen;

    /// <summary>What a chair would miss in the record; empty when nothing is missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Hash of the record as it would be signed now, or was.</summary>
    public string Record { get; init; } = string.Empty;

    /// <summary>Who may owe an action.</summary>
    public IReadOnlyList<(string Code, string Name)> Owners { get; init; } = [];

    /// <summary>By when an action may be owed, soonest first.</summary>
    public IReadOnlyList<DueChoice> Dues { get; init; } = [];

    /// <summary>Figures that an action could move.</summary>
    public IReadOnlyList<AimChoice> Aims { get; init; } = [];

    /// <summary>Questions of a statement.</summary>
    public IReadOnlyList<StatementQuestion> Questions { get; init; } = [];

    /// <summary>Whether a form is on the screen: the call may be over.</summary>
    /// <param name="act">What it does: one of <see cref="HeldCallActs"/>.</param>
    public bool HasForm(string act) => act switch
    {
        HeldCallActs.Opel => IsRecorded && Place is not null,
        HeldCallActs.Note or HeldCallActs.Agree => IsRecorded,
        HeldCallActs.Close => Place is null && MayHold && Call.State is CallState.Running,
        HeldCallActs.NotHeld => Place is null && MayHold && Call.State is CallState.Prepared,
        _ => true,
    };

    /// <summary>Where a screen is.</summary>
    public string AddressOf(PresentScreen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        return CallAddresses.PresentOf(Call.Id, screen.Code);
    }
}

/// <summary>How the forms of a screen stand: empty, or with what was not taken.</summary>
/// <param name="Token">Shows that a form came from here.</param>
/// <param name="Sent">What was sent and not taken; null when nothing was.</param>
/// <param name="Errors">Why.</param>
/// <param name="Heading">What could not be done.</param>
/// <param name="Reader">Who reads; a draft is theirs alone on a shared machine.</param>
public sealed record PresentForms(
    FormToken Token, AskedInCall? Sent, IReadOnlyList<FieldError> Errors, string Heading, string Reader)
{
    /// <summary>What was entered in a field of the form that was not taken; null when it was not sent.</summary>
    public string? Entered(string act, string field) => IsSent(act) ? Sent!.Values.GetValueOrDefault(field) : null;

    /// <summary>Whether a form is the one that was not taken.</summary>
    public bool IsSent(string act) => string.Equals(Sent?.Act, act, StringComparison.Ordinal);
}
