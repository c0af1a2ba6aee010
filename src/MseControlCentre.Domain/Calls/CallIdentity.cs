using System.Globalization;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// How calls and their parts are named. The names follow from what is known, so that two nodes which prepare the same
/// call prepare one, and two people who change the same part at once are told of each other.
/// </summary>
public static class CallIdentity
{
    /// <summary>Source of every call's events: no feed may send them.</summary>
    public const string Source = "control-centre";

    /// <summary>The part that tells how far the call has come.</summary>
    public const string Course = "course";

    /// <summary>The part that holds its packs.</summary>
    public const string Pack = "pack";

    /// <summary>The part that holds what was noted.</summary>
    public const string Notes = "notes";

    /// <summary>
    /// Identity of a call, such as <c>situational-awareness-20261129-1</c>. It tells of nobody, so that it may stand in
    /// an address.
    /// </summary>
    /// <param name="code">Code of the regular call, or the kind's own.</param>
    /// <param name="localDay">The day in the system's own time zone.</param>
    /// <param name="number">Which one of that day, from 1.</param>
    public static string Of(string code, DateOnly localDay, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}-{localDay:yyyyMMdd}-{number}");

    /// <summary>The code of calls that are called for a reason.</summary>
    public static string CodeOf(CallKind kind) => kind switch
    {
        CallKind.Tactical => "tactical",
        CallKind.DischargeEvent => "discharge-event",
        _ => "situational-awareness",
    };

    /// <summary>The statement of a place.</summary>
    public static string Statement(string place) => "statement:" + place;

    /// <summary>The attendance of a place.</summary>
    public static string Attendance(string place) => "attendance:" + place;

    /// <summary>The declared level of a place.</summary>
    public static string Opel(string place) => "opel:" + place;

    /// <summary>An action.</summary>
    public static string Action(int number) => "action:" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The looks at an action's figure.</summary>
    public static string Check(int action) => "check:" + action.ToString(CultureInfo.InvariantCulture);

    /// <summary>The reminders of an action.</summary>
    public static string Chase(int action) => "chase:" + action.ToString(CultureInfo.InvariantCulture);

    /// <summary>The message identity, such as <c>situational-awareness-20261129-1/statement:RAJ12/4</c>.</summary>
    public static string Message(string call, string part, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{call}/{part}/{revision}");
}
