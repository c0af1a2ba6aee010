using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Sitreps;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Which actions a list shows.</summary>
/// <param name="Owner">Code of who owes them; null for everybody.</param>
/// <param name="State">One of <see cref="States"/>; null for what is owed.</param>
public sealed record CallActionFilter(string? Owner, string? State)
{
    /// <summary>What can be chosen beside what is owed.</summary>
    public static readonly IReadOnlyList<(string Value, string Words)> States =
        [("over", "Overdue"), ("done", "Done"), ("given-up", "Given up"), ("all", "All")];

    /// <summary>Whether an action is among them.</summary>
    public bool Shows(CallActionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (Owner is null || string.Equals(row.Action.Agreed.Owner, Owner, StringComparison.Ordinal))
            && State switch
            {
                "over" => row.IsOverdue,
                "done" => row.Action.State is CallActionState.Done,
                "given-up" => row.Action.State is CallActionState.GivenUp,
                "all" => true,
                _ => row.Action.State is CallActionState.Owed,
            };
    }
}

/// <summary>What is owed from every call.</summary>
/// <param name="Rows">The actions.</param>
/// <param name="Overdue">How many are overdue, whatever is shown.</param>
/// <param name="Owed">How many are owed, whatever is shown.</param>
/// <param name="Owners">Who may owe one.</param>
/// <param name="Filter">Which ones are shown.</param>
public sealed record CallActionsView(
    IReadOnlyList<CallActionRow> Rows,
    int Overdue,
    int Owed,
    IReadOnlyList<(string Code, string Name)> Owners,
    CallActionFilter Filter);

/// <summary>One action with its history.</summary>
/// <param name="Row">What lists show of it.</param>
/// <param name="Lines">What happened to it, newest first.</param>
/// <param name="MayUpdate">Whether the reader speaks for who owes it.</param>
/// <param name="Dues">Other times by which it may be owed.</param>
public sealed record CallActionView(
    CallActionRow Row, IReadOnlyList<CallActionLine> Lines, bool MayUpdate, IReadOnlyList<DueChoice> Dues);

/// <summary>How the form of an action stands.</summary>
/// <param name="Token">Shows that it came from here.</param>
/// <param name="Sent">What was sent and not taken; null when nothing was.</param>
/// <param name="Errors">Why.</param>
/// <param name="Heading">What could not be done.</param>
public sealed record CallActionForm(
    FormToken Token, AskedOfAction? Sent, IReadOnlyList<FieldError> Errors, string Heading);

/// <summary>Something that happened to an action.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Time">When, in words.</param>
/// <param name="Who">Who; the control centre when nobody.</param>
/// <param name="Words">What.</param>
public sealed record CallActionLine(DateTimeOffset At, string Time, string Who, string Words)
{
    private const string ControlCentre = "The control centre";

    /// <summary>The history of an action.</summary>
    public static IEnumerable<CallActionLine> Of(CallAction action, LocalTime local)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(local);
        yield return Line(
            action.At, action.Agreed.By?.Name, $"Agreed, owed by {local.DayAndClock(action.Agreed.DueAt)}");
        foreach (var update in action.Updates)
        {
            var state = update.Told.State switch
            {
                CallActionState.Done => "Done",
                CallActionState.GivenUp => "Given up",
                _ => "Still owed",
            };
            var due = update.Told.DueAt is { } at ? $", by {local.DayAndClock(at)} now" : null;
            var words = update.Told.Words is { } told ? ": " + told : null;
            yield return Line(update.At, update.Told.By?.Name, state + due + words);
        }

        foreach (var check in action.Checks)
        {
            yield return Line(check.At, null, CheckWords(check.Told.Value, check.Told.Moved));
        }

        foreach (var at in action.ChasedAt)
        {
            yield return Line(at, null, "Reminded who owes it");
        }

        CallActionLine Line(DateTimeOffset at, string? who, string words) =>
            new(at, local.DayAndClock(at), who ?? ControlCentre, words);
    }

    private static string CheckWords(double? value, bool? moved) => moved switch
    {
        true => $"Its time came: the figure was {FigureText.Number(value, string.Empty)} and has moved as it should",
        false =>
            $"Its time came: the figure was {FigureText.Number(value, string.Empty)} and has not moved as it should",
        null => "Its time came: whether its figure has moved is not known",
    };
}
