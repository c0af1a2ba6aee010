using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Wall;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What matters of the calls now.</summary>
/// <param name="At">The time it is of, with seconds.</param>
/// <param name="Main">The call that runs, is next or was today's last; null when there is none.</param>
/// <param name="Next">The next regular call that is not prepared yet; null when none is held regularly.</param>
/// <param name="HasPlan">Whether the network file says when calls are held.</param>
/// <param name="Others">The other calls of today.</param>
/// <param name="Last">The last calls of earlier days, newest first.</param>
/// <param name="Figures">The system in a few figures.</param>
/// <param name="Opel">OPEL of the system and each site.</param>
/// <param name="Constraints">What holds flow up now, worst first.</param>
/// <param name="MoreConstraints">How many more there are.</param>
/// <param name="Owed">What is owed from every call, overdue first.</param>
/// <param name="MoreOwed">How many more actions are owed.</param>
/// <param name="MayHold">Whether the reader may call and hold calls.</param>
public sealed record CallsView(
    string At,
    MainCall? Main,
    NextCall? Next,
    bool HasPlan,
    IReadOnlyList<CallLine> Others,
    IReadOnlyList<CallLine> Last,
    IReadOnlyList<FigureView> Figures,
    IReadOnlyList<OpelNow> Opel,
    IReadOnlyList<ConstraintNow> Constraints,
    int MoreConstraints,
    IReadOnlyList<OwedActionLine> Owed,
    int MoreOwed,
    bool MayHold)
{
    /// <summary>Calls of earlier days that are shown.</summary>
    public const int MostLast = 7;

    /// <summary>Constraints that are taken in before a call.</summary>
    public const int MostConstraints = 5;

    /// <summary>Actions that are shown; the others are on their own page.</summary>
    public const int MostOwed = 8;

    /// <summary>Makes the view.</summary>
    /// <param name="calls">The calls of the last days, the one that begins last first.</param>
    /// <param name="views">The picture of now, and what holds flow up in it.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="context">Names and times.</param>
    public static CallsView Of(
        IReadOnlyList<Call> calls, ViewContext views, Actor reader, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(context);
        var main = MainOf(calls, context);
        var others = calls.Where(call => call != main).ToList();
        var owed = OwedActionLine.InOrder(calls.SelectMany(call => call.Actions
            .Where(action => action.State is CallActionState.Owed)
            .Select(action => OwedActionLine.Of(action, call, context))));
        return new CallsView(
            context.Local.ClockSeconds(views.Picture.At),
            main is null ? null : MainCall.Of(main, reader, context),
            NextCall.Of(calls, context),
            context.Plan.Regular.Count > 0,
            [.. others.Where(call => IsOfToday(call, context)).Select(call => CallLine.Of(call, context))],
            [
                .. others.Where(call => !IsOfToday(call, context)).Take(MostLast)
                    .Select(call => CallLine.Of(call, context)),
            ],
            SystemFigures.Of(views.Picture),
            OpelNow.Of(views),
            [.. views.Constraints.Take(MostConstraints).Select(one => ConstraintNow.Of(one, context))],
            Math.Max(0, views.Constraints.Count - MostConstraints),
            [.. owed.Take(MostOwed)],
            Math.Max(0, owed.Count - MostOwed),
            reader.May(Operation.HoldCalls, Subject.System));
    }

    // The one that runs; else the next that is prepared; else the last of today.
    private static Call? MainOf(IReadOnlyList<Call> calls, CallsContext context) =>
        calls.FirstOrDefault(call => call.State is CallState.Running)
        ?? calls.Where(call => call.State is CallState.Prepared).MinBy(call => call.StartsAt)
        ?? calls.FirstOrDefault(call => IsOfToday(call, context) && call.State is CallState.Closed)
        ?? calls.FirstOrDefault(call => IsOfToday(call, context));

    private static bool IsOfToday(Call call, CallsContext context) => context.IsSameDay(call.StartsAt, context.Now);
}

/// <summary>The call that matters now.</summary>
/// <param name="Line">Its name, time and state.</param>
/// <param name="When">When it begins, began or was closed, in words.</param>
/// <param name="Todo">The one thing that the reader does next.</param>
/// <param name="Pack">Whether its pack is there, in words.</param>
/// <param name="HasPack">Whether a pack is kept.</param>
/// <param name="Statements">Who has made a statement and who has not.</param>
/// <param name="Ready">How many are ready, in words.</param>
public sealed record MainCall(
    CallLine Line,
    string When,
    CallTodo Todo,
    string Pack,
    bool HasPack,
    IReadOnlyList<StatementLine> Statements,
    string Ready)
{
    /// <summary>Makes it of a call.</summary>
    public static MainCall Of(Call call, Actor reader, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        var statements = StatementLine.Of(call, reader, context);
        return new MainCall(
            CallLine.Of(call, context),
            WhenOf(call, context),
            CallTodo.Of(call, reader, context),
            call.Packs.Count == 0
                ? call.IsOpen
                    ? "Its pack is not there yet: it is made and kept within seconds."
                    : "No pack of it was kept."
                : (call.Packs.Count == 1 ? "Its pack of " : "Its packs of ")
                    + string.Join(" and ", call.Packs.Select(pack => context.Say(pack.At, call.StartsAt)))
                    + (call.Packs.Count == 1 ? " is kept." : " are kept."),
            call.Packs.Count > 0,
            statements,
            $"{statements.Count(line => line.IsReady)} of {statements.Count} ready");
    }

    private static string WhenOf(Call call, CallsContext context) => call switch
    {
        { State: CallState.Running, StartedAt: { } started } =>
            $"Running since {context.Say(started)}, {CallsWords.Of(call.Chair)} in the chair.",
        { State: CallState.Closed, EndedAt: { } ended } =>
            $"Closed and signed {context.Say(ended)} by {CallsWords.Of(call.Closed?.By)}.",
        { State: CallState.NotHeld, NotHeld: { } not } => $"Not held: {not.Reason}.",
        _ when call.StartsAt <= context.Now => $"It was to begin at {context.Say(call.StartsAt)}; nobody has begun it.",
        _ => $"It begins at {context.Say(call.StartsAt)}.",
    };
}
