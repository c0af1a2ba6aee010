using MseControlCentre.Domain.Events;

namespace MseControlCentre.Domain.Calls;

/// <summary>A call as its parts tell it. Immutable. It holds no patient.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="OpenedAt">When it was prepared (UTC).</param>
/// <param name="Opened">How it was prepared: kind, name, when it begins, who is asked to attend.</param>
public sealed record Call(string Id, DateTimeOffset OpenedAt, CallOpened Opened)
{
    /// <summary>How far it has come.</summary>
    public CallState State { get; init; }

    /// <summary>Revision of its newest step; whoever starts or closes it says which one they have seen.</summary>
    public int CourseRevision { get; init; } = 1;

    /// <summary>When it began (UTC); null while it has not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Who is in the chair; null before it began.</summary>
    public StaffMember? Chair { get; init; }

    /// <summary>When it was closed, or was found not to be held (UTC); null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it was closed and signed; null before.</summary>
    public CallClosed? Closed { get; init; }

    /// <summary>Why it was not held; null when it was, or may yet be.</summary>
    public CallNotHeld? NotHeld { get; init; }

    /// <summary>Its packs, the newest last: of its preparation and of its beginning.</summary>
    public IReadOnlyList<CallPack> Packs { get; init; } = [];

    /// <summary>What each place says now, by its code.</summary>
    public IReadOnlyDictionary<string, CallPart<CallStatementMade>> Statements { get; init; } =
        new Dictionary<string, CallPart<CallStatementMade>>(StringComparer.Ordinal);

    /// <summary>Whether each place attends, by its code; places of which nothing was recorded are missing.</summary>
    public IReadOnlyDictionary<string, CallPart<CallAttendanceRecorded>> Attendance { get; init; } =
        new Dictionary<string, CallPart<CallAttendanceRecorded>>(StringComparer.Ordinal);

    /// <summary>
    /// The level that each place declares, by its code; places for which none was recorded are missing.
    /// </summary>
    public IReadOnlyDictionary<string, CallPart<CallOpelRecorded>> Opel { get; init; } =
        new Dictionary<string, CallPart<CallOpelRecorded>>(StringComparer.Ordinal);

    /// <summary>The actions, by their number.</summary>
    public IReadOnlyList<CallAction> Actions { get; init; } = [];

    /// <summary>What was noted, in order.</summary>
    public IReadOnlyList<CallPart<CallNoted>> Notes { get; init; } = [];

    /// <summary>Which kind of call it is.</summary>
    public CallKind Kind => Opened.Kind;

    /// <summary>Its name as people say it.</summary>
    public string Name => Opened.Name;

    /// <summary>When it is to begin, or was (UTC).</summary>
    public DateTimeOffset StartsAt => Opened.StartsAt;

    /// <summary>Whether it is still to be held, or is being held.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether something that was agreed in it is still owed.</summary>
    public bool OwesSomething => Actions.Any(action => action.State is CallActionState.Owed);
}

/// <summary>The newest of a part, and which one it is.</summary>
/// <param name="At">When it was told (UTC).</param>
/// <param name="Told">What was told, by whom.</param>
/// <typeparam name="T">The event of the part.</typeparam>
public sealed record CallPart<T>(DateTimeOffset At, T Told)
    where T : CallEvent
{
    /// <summary>Its revision; whoever changes the part says which one they have seen.</summary>
    public int Revision => Told.Revision;
}
