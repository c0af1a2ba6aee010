using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// Looks at the figure of an action at the time by which it was owed, whoever said meanwhile that it is done: a figure
/// that has not moved is news then above all.
/// </summary>
internal static class ActionCheck
{
    // Identities of what is counted since local midnight end so: ed.attendances-today, discharge.today.
    private const string CountOfTheDay = "today";

    /// <summary>
    /// The look that is due; null when that time was looked at, when nobody owes it any more and it has no figure, or
    /// when it has to wait for the trail.
    /// </summary>
    /// <param name="action">The action, whose time has come.</param>
    /// <param name="picture">The picture of now.</param>
    /// <param name="trail">What the board showed; null while that is still being read.</param>
    /// <param name="zone">Local time of the system, by which a day ends.</param>
    public static CallActionChecked? Of(
        CallAction action, Picture picture, IFigureTrail? trail, TimeZoneInfo zone)
    {
        var aim = action.Agreed.Figure;
        var isLate = picture.At >= action.DueAt + RankedConstraints.TrailStep;
        if (action.IsChecked
            || (action.State is not CallActionState.Owed && aim is null)
            || (isLate && aim is not null && trail is null))
        {
            return null;
        }

        var value = aim is null ? null
            : isLate ? ShownAt(action.DueAt, aim.Id, picture, trail!)
            : picture.Find(aim.Id) is { } figure ? Reading.Current(figure.Value, figure.Quality) : null;

        // What began anew at midnight cannot be held against what it was the day before.
        var isCountOfAnotherDay = aim is not null && aim.Id.EndsWith(CountOfTheDay, StringComparison.Ordinal)
            && DayOf(action.At, zone) != DayOf(action.DueAt, zone);
        return new CallActionChecked(
            action.Call,
            action.Checks.Count + 1,
            action.Number,
            action.DueAt,
            value,
            isCountOfAnotherDay ? null : aim?.IsMetBy(value));
    }

    // A server that was down at that time looks later: then what the board showed at the last step before it counts,
    // and never what is so now.
    private static double? ShownAt(DateTimeOffset due, string id, Picture picture, IFigureTrail trail)
    {
        var step = trail.Of(id, picture.At - due + (2 * RankedConstraints.TrailStep))
            .LastOrDefault(point => point.At <= due);
        return due - step.At < RankedConstraints.TrailStep ? Reading.Current(step.Value, step.Quality) : null;
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
