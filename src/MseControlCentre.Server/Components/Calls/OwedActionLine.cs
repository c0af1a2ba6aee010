using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>An action as a page tells it: what was agreed, and apart from that how it stands.</summary>
/// <param name="Id">Identity of the action, such as <c>situational-awareness-20261129-1/3</c>.</param>
/// <param name="Number">Its number in its call.</param>
/// <param name="From">Name and time of its call; null beside the call itself.</param>
/// <param name="Words">What is to be done.</param>
/// <param name="Owner">Who owes it, with who does it there.</param>
/// <param name="Due">By when, local time.</param>
/// <param name="DueAt">The same (UTC).</param>
/// <param name="IsOverdue">Whether that has passed while it is owed.</param>
/// <param name="State">How it stands.</param>
/// <param name="Figure">The figure that should move, and how; null for none.</param>
/// <param name="Moved">What became of the figure; null when it was not looked at.</param>
/// <param name="HasMoved">Whether it moved as it should; null when not known.</param>
/// <param name="Last">What was said of it last, by whom and when; null when nothing was.</param>
/// <param name="Link">Its page.</param>
public sealed record OwedActionLine(
    string Id,
    int Number,
    string? From,
    string Words,
    string Owner,
    string Due,
    DateTimeOffset DueAt,
    bool IsOverdue,
    CallActionState State,
    string? Figure,
    string? Moved,
    bool? HasMoved,
    string? Last,
    string Link)
{
    /// <summary>An action of a call, as it stands now.</summary>
    public static OwedActionLine Of(CallAction action, Call? from, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(context);
        var check = action.Checks.Count == 0 ? null : action.Checks[^1];
        var update = action.Updates.LastOrDefault(one => one.Told.Words is not null);
        return new OwedActionLine(
            action.Id,
            action.Number,
            from is null ? null : $"{from.Name}, {context.Day(from.StartsAt)}",
            action.Agreed.Words,
            OwnerOf(action.Agreed.Owner, action.Agreed.Who, context),
            context.Say(action.DueAt, from is null ? action.At : context.Now),
            action.DueAt,
            action.IsOverdue(context.Now),
            action.State,
            action.Agreed.Figure is { } aim ? AimOf(aim) : null,
            check is null || action.Agreed.Figure is null
                ? null
                : $"{Digits(check.Told.Value)} at {context.Say(check.Told.DueAt)}: "
                    + CallsWords.OfMoved(check.Told.Moved),
            check?.Told.Moved,
            update is null
                ? null
                : $"{update.Told.Words} ({CallsWords.Of(update.Told.By)}, {context.Say(update.At)})",
            CallAddresses.ActionOf(action.Call, action.Number));
    }

    /// <summary>An action of an earlier call, as it stood when a pack was made.</summary>
    public static OwedActionLine Of(PackOwed owed, CallPack pack, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(owed);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(context);
        var looked = owed.Figure is not null && (owed.Value is not null || owed.Moved is not null);
        return new OwedActionLine(
            string.Create(CultureInfo.InvariantCulture, $"{owed.Call}/{owed.Number}"),
            owed.Number,
            $"{owed.CallName}, {context.Day(owed.CallAt)}",
            owed.Words,
            context.WhoOf(owed.Owner),
            context.Say(owed.DueAt, pack.At),
            owed.DueAt,
            owed.State is CallActionState.Owed && owed.DueAt < pack.At,
            owed.State,
            owed.Figure is { } figure ? figure + (owed.Was is { } was ? $", was {Digits(was)}" : null) : null,
            looked
                ? $"{Digits(owed.Value)}{(owed.DueAt > pack.At ? " so far" : null)}: {CallsWords.OfMoved(owed.Moved)}"
                : null,
            owed.Moved,
            owed.LastWords,
            CallAddresses.ActionOf(owed.Call, owed.Number));
    }

    /// <summary>Overdue first, then by when they are owed, then those that ended.</summary>
    public static IReadOnlyList<OwedActionLine> InOrder(IEnumerable<OwedActionLine> lines) =>
    [
        .. lines.OrderBy(line => line.IsOverdue ? 0 : line.State is CallActionState.Owed ? 1 : 2)
            .ThenBy(line => line.DueAt)
            .ThenBy(line => line.Id, StringComparer.Ordinal),
    ];

    /// <summary>Which figure should move, and how.</summary>
    public static string AimOf(FigureAim aim)
    {
        ArgumentNullException.ThrowIfNull(aim);
        return $"{aim.Name} should go {(aim.Direction is AimDirection.Down ? "down" : "up")}"
            + (aim.Was is { } was ? $" from {Digits(was)}" : null)
            + (aim.Target is { } target ? $" to {Digits(target)}" : null);
    }

    private static string OwnerOf(string code, string? who, CallsContext context) =>
        context.WhoOf(code) + (string.IsNullOrEmpty(who) ? null : $" ({who})");

    private static string Digits(double? value) => value is { } known
        ? known.ToString("#,0.#", CultureInfo.InvariantCulture).Replace('-', '−')
        : FigureView.Dash;
}
