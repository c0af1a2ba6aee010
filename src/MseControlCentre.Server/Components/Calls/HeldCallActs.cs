namespace MseControlCentre.Server.Components.Calls;

/// <summary>What can be done on the screens of a call, as its forms name it.</summary>
public static class HeldCallActs
{
    /// <summary>The call begins.</summary>
    public const string Start = "start";

    /// <summary>Somebody else is in the chair from now on.</summary>
    public const string Chair = "chair";

    /// <summary>The chair closes the call and signs.</summary>
    public const string Close = "close";

    /// <summary>The call is not held.</summary>
    public const string NotHeld = "not-held";

    /// <summary>Whether one place is there.</summary>
    public const string Attendance = "attendance";

    /// <summary>Everybody is there of whom nothing else was recorded.</summary>
    public const string Everybody = "everybody";

    /// <summary>The declared level of a place.</summary>
    public const string Opel = "opel";

    /// <summary>Something worth keeping.</summary>
    public const string Note = "note";

    /// <summary>An action is agreed.</summary>
    public const string Agree = "agree";

    /// <summary>What was done, in a sentence; null for what cannot be done.</summary>
    public static string? DoneWords(string? act) => act switch
    {
        Start => "The call has begun. You are in the chair.",
        Chair => "You are in the chair.",
        Close => "The call is closed and signed.",
        NotHeld => "It is recorded that the call was not held.",
        Attendance => "The attendance is recorded.",
        Everybody => "Everybody else is recorded as here.",
        Opel => "The level is recorded and declared: the board shows it.",
        Note => "The note is kept.",
        Agree => "The action is agreed.",
        _ => null,
    };
}

/// <summary>Something that a form of a call's screen asks for.</summary>
/// <param name="Call">Identity of the call.</param>
/// <param name="Screen">Code of the screen that it was sent from.</param>
/// <param name="Seen">Revision of the part that its sender has seen; 0 for none.</param>
/// <param name="Act">One of <see cref="HeldCallActs"/>.</param>
/// <param name="Values">What was entered, by field.</param>
public sealed record AskedInCall(
    string Call, string Screen, int Seen, string Act, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Fields that a form of a screen may hold.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "place", "attendance", "level", "reason", "words", "owner", "due", "other", "figure", "target", "summary",
        "record",
    ];

    /// <summary>What was written in words of its own.</summary>
    public IReadOnlyList<string> Texts =>
        [.. ((string[])["words", "reason", "summary"]).Select(name => this[name]).Where(text => text.Length > 0)];

    /// <summary>What was entered in a field, without spaces around it; empty when nothing was.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, string.Empty).Trim();

    /// <summary>Identity of a field on the page.</summary>
    public static string FieldOf(string act, string name) => $"{act}-{name}";
}
