using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>What was agreed in other calls: what is owed, and what ended since the pack begins to look back.</summary>
internal static class PackOwing
{
    public static IReadOnlyList<PackOwed> Of(string call, PackFacts facts) =>
    [
        .. facts.Calls
            .Where(other => !string.Equals(other.Id, call, StringComparison.Ordinal))
            .SelectMany(other => other.Actions, (other, action) => (Call: other, Action: action))
            .Where(one => one.Action.State is CallActionState.Owed || one.Action.EndedAt >= facts.Spans.Since)
            .OrderBy(one => one.Action.State is CallActionState.Owed ? 0 : 1)
            .ThenBy(one => one.Action.DueAt)
            .ThenBy(one => one.Action.Call, StringComparer.Ordinal)
            .ThenBy(one => one.Action.Number)
            .Select(one => Of(one.Call, one.Action, facts.Picture)),
    ];

    private static PackOwed Of(Call call, CallAction action, Picture picture)
    {
        var aim = action.Agreed.Figure;
        var looked = action.Checks.LastOrDefault(check => check.Told.DueAt == action.DueAt)?.Told;
        return new PackOwed(
            call.Id,
            action.Number,
            call.Name,
            call.StartedAt ?? call.StartsAt,
            action.Agreed.Words,
            action.Agreed.Owner,
            action.DueAt,
            action.State,
            aim?.Name,
            aim?.Was,
            looked is null ? Current(aim, picture) : looked.Value,
            looked?.Moved,
            action.Updates.Select(update => update.Told.Words).LastOrDefault(words => words is not null));
    }

    // A stale figure does not describe now.
    private static double? Current(FigureAim? aim, Picture picture) =>
        aim is not null && picture.Find(aim.Id) is { Quality: not FigureQuality.Stale } figure ? figure.Value : null;
}
