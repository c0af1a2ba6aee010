namespace MseControlCentre.Server.Notifications.Announcements;

/// <summary>Which kind of step there is to tell of.</summary>
public enum AnnouncedStep
{
    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>It came to a higher level.</summary>
    PassedUp,

    /// <summary>The level that has to answer has seen it.</summary>
    Acknowledged,

    /// <summary>That level has seen it later than was agreed.</summary>
    AcknowledgedLate,

    /// <summary>It has another owner.</summary>
    Taken,

    /// <summary>An action was begun.</summary>
    ActionBegun,

    /// <summary>An action ended.</summary>
    ActionEnded,

    /// <summary>Somebody was asked for help.</summary>
    HelpAsked,

    /// <summary>They have answered.</summary>
    HelpAnswered,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>Nothing needs to be done about it any more.</summary>
    StoodDown,

    /// <summary>The pack of a regular call can be read, and statements can be made.</summary>
    PackReady,

    /// <summary>Somebody called a call at another hour.</summary>
    Called,

    /// <summary>A call began.</summary>
    Started,

    /// <summary>A call was closed and signed.</summary>
    Closed,

    /// <summary>A call was not held.</summary>
    NotHeld,

    /// <summary>An action was agreed in a call.</summary>
    ActionAgreed,

    /// <summary>Who owes an action of a call is reminded of it.</summary>
    ActionChased,
}

/// <summary>
/// Something that people who are not looking should learn. It holds no patient and no name of a person, and no words
/// that somebody typed.
/// </summary>
/// <param name="About">Identity of what it is about: an escalation, or a call and its part.</param>
/// <param name="Number">Number of the step of it; with <paramref name="About"/> it is told once.</param>
/// <param name="Topic">What it is about (<see cref="Topics"/>).</param>
/// <param name="Step">Which kind of step.</param>
/// <param name="Scope">Code of the site or organisation, or of the network for the whole system.</param>
/// <param name="Place">Its name.</param>
/// <param name="Level">Code of the level that has to answer; null for none.</param>
/// <param name="LevelName">Its name; null for none.</param>
/// <param name="Headline">What is so, such as <c>Basildon: 9 ambulances over 45 min, longest 62 min</c>.</param>
/// <param name="What">What was done, such as <c>Passed up to the site director</c>.</param>
/// <param name="At">When (UTC, by the board's clock).</param>
/// <param name="AnswerBy">By when somebody has to answer (UTC, by the board's clock); null when not agreed.</param>
/// <param name="Path">Where it is on this server.</param>
/// <param name="Asked">Code of who was asked for help; null when nobody was.</param>
/// <param name="Places">
/// Codes of others whom it concerns, such as those that are asked to attend a call; null for none. It only says who is
/// told, and is not kept with what was told.
/// </param>
public sealed record Announcement(
    string About,
    int Number,
    string Topic,
    AnnouncedStep Step,
    string Scope,
    string Place,
    string? Level,
    string? LevelName,
    string Headline,
    string What,
    DateTimeOffset At,
    DateTimeOffset? AnswerBy,
    string Path,
    string? Asked = null,
    IReadOnlyList<string>? Places = null)
{
    /// <summary>Whether it concerns a site or organisation, by its code.</summary>
    public bool Concerns(string code) => Is(Scope, code)
        || Is(Asked, code)
        || (Places?.Contains(code, StringComparer.Ordinal) ?? false);

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
