namespace MseControlCentre.Domain.Calls;

/// <summary>Which kind of call it is. All are held by the same means.</summary>
public enum CallKind
{
    /// <summary>The regular call on which the system looks at itself, such as the one at 10:00.</summary>
    SituationalAwareness,

    /// <summary>A call at any other hour, because something has to be decided now.</summary>
    Tactical,

    /// <summary>
    /// A multi-agency discharge event (MADE): the agencies go through the delayed discharges together.
    /// </summary>
    DischargeEvent,
}

/// <summary>How far a call has come.</summary>
public enum CallState
{
    /// <summary>Its pack can be read and statements can be made.</summary>
    Prepared,

    /// <summary>It is being held.</summary>
    Running,

    /// <summary>It was closed and signed.</summary>
    Closed,

    /// <summary>It was not held.</summary>
    NotHeld,
}

/// <summary>Whether a place attends a call.</summary>
public enum Attendance
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>It said that it cannot be there.</summary>
    Apologies,

    /// <summary>It is not there and did not say so.</summary>
    Absent,
}

/// <summary>How an action of a call stands.</summary>
public enum CallActionState
{
    /// <summary>It is owed.</summary>
    Owed,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was given up.</summary>
    GivenUp,
}

/// <summary>Which way a figure should move.</summary>
public enum AimDirection
{
    /// <summary>It should become smaller.</summary>
    Down,

    /// <summary>It should become larger.</summary>
    Up,
}

/// <summary>The figure that an action should move.</summary>
/// <param name="Id">Identity of the figure, such as <c>RAJ12:discharge.not-meeting</c>.</param>
/// <param name="Name">Its name and place, as people say it.</param>
/// <param name="Direction">Which way it should move.</param>
/// <param name="Was">What it was when the action was agreed; null when it was not known.</param>
/// <param name="Target">What it should reach; null when any movement that way will do.</param>
public sealed record FigureAim(
    string Id, string Name, AimDirection Direction, double? Was = null, double? Target = null)
{
    /// <summary>
    /// Whether a value is where it should be: at the target or beyond it or, without one, moved the right way at all.
    /// </summary>
    /// <param name="value">The figure at the time; null when it was not known.</param>
    /// <returns>Null when that cannot be told.</returns>
    public bool? IsMetBy(double? value) => (Target ?? Was, value) switch
    {
        (null, _) or (_, null) => null,
        ({ } aim, { } now) when Target is not null => Direction is AimDirection.Down ? now <= aim : now >= aim,
        ({ } was, { } now) => Direction is AimDirection.Down ? now < was : now > was,
    };
}
