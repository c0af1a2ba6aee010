using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Calls in the words of who works with them.</summary>
public static class CallsWords
{
    /// <summary>Which kind of call.</summary>
    public static string Of(CallKind kind) => kind switch
    {
        CallKind.Tactical => "Tactical call",
        CallKind.DischargeEvent => "Multi-agency discharge event",
        _ => "Situational-awareness call",
    };

    /// <summary>How far a call has come.</summary>
    public static string Of(CallState state) => state switch
    {
        CallState.Prepared => "Prepared",
        CallState.Running => "Running",
        CallState.Closed => "Closed and signed",
        _ => "Not held",
    };

    /// <summary>How loud a call's state is: one that runs is looked at, one that was not held is told.</summary>
    public static Level LevelOf(CallState state) => state switch
    {
        CallState.Running => Level.Alarm,
        CallState.NotHeld => Level.Watch,
        _ => Level.Normal,
    };

    /// <summary>Whether a place attends.</summary>
    public static string Of(Attendance attendance) => attendance switch
    {
        Attendance.Present => "Present",
        Attendance.Apologies => "Apologies",
        _ => "Absent",
    };

    /// <summary>How an action stands.</summary>
    public static string Of(CallActionState state) => state switch
    {
        CallActionState.Owed => "Owed",
        CallActionState.Done => "Done",
        _ => "Given up",
    };

    /// <summary>Who did something; the control centre itself for nobody.</summary>
    public static string Of(StaffMember? by) => by is null ? "The control centre" : $"{by.Name}, {by.Role}";

    /// <summary>What became of an action's figure.</summary>
    public static string OfMoved(bool? moved) => moved switch
    {
        true => "moved as it should",
        false => "has not moved as it should",
        _ => "not known whether it moved",
    };

    /// <summary>How many, with its noun: <c>1 action</c>, <c>3 actions</c>.</summary>
    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
