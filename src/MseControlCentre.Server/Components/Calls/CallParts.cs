using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What one place says in a call.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Place">Its name.</param>
/// <param name="State">How far it is: ready, being written, or not there.</param>
/// <param name="Who">Who wrote it last, and when; null when nobody did.</param>
/// <param name="IsReady">Whether it is said to be ready.</param>
/// <param name="IsDraft">Whether it is still being written.</param>
/// <param name="Late">That it came after its time, or did not come; null when it is in time.</param>
/// <param name="Answers">What it says to each question.</param>
/// <param name="Link">Where the reader writes it; null when they may not, or the call is over.</param>
public sealed record StatementLine(
    string Code,
    string Place,
    string State,
    string? Who,
    bool IsReady,
    bool IsDraft,
    string? Late,
    IReadOnlyList<AnswerLine> Answers,
    string? Link)
{
    /// <summary>Of the sites that are asked, and of others that said something.</summary>
    public static IReadOnlyList<StatementLine> Of(Call call, Actor reader, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. call.Opened.Places.Where(context.IsSite)
                .Concat(call.Statements.Keys.Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Select(code => Of(code, call, reader, context)),
        ];
    }

    private static StatementLine Of(string code, Call call, Actor reader, CallsContext context)
    {
        var told = call.Statements.GetValueOrDefault(code);
        var due = call.Opened.StatementsBy;
        var (isReady, isDraft) = (told is { Told.IsReady: true }, told is { Told.IsReady: false });
        return new StatementLine(
            code,
            context.NameOf(code),
            isReady ? "Ready" : isDraft ? "Draft" : "None",
            told is null ? null : $"{CallsWords.Of(told.Told.By)}, {context.Say(told.At, call.StartsAt)}",
            isReady,
            isDraft,
            LateOf(told, due, context),
            told is null ? [] : [.. told.Told.Answers.Select(answer => AnswerLine.Of(answer, context.Plan))],
            call.IsOpen && reader.May(Operation.TakePartInCalls, SubjectOf.Code(code, context.Network))
                ? CallAddresses.StatementOf(call.Id, code)
                : null);
    }

    private static string? LateOf(
        CallPart<Domain.Events.CallStatementMade>? told, DateTimeOffset? due, CallsContext context) => due switch
        {
            { } time when told is { Told.IsReady: true } && told.At > time => $"after {context.Local.Clock(time)}",
            { } time when told is not { Told.IsReady: true } && context.Now > time =>
                $"was due {context.Local.Clock(time)}",
            _ => null,
        };
}

/// <summary>What a statement says to one question.</summary>
/// <param name="Question">The question; its code when the network file no longer has it.</param>
/// <param name="Words">What is said.</param>
public sealed record AnswerLine(string Question, string Words)
{
    /// <summary>Makes it of an answer.</summary>
    public static AnswerLine Of(Domain.Events.StatementAnswer answer, CallPlan plan)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(plan);
        return new AnswerLine(
            plan.Questions.FirstOrDefault(
                one => string.Equals(one.Code, answer.Question, StringComparison.Ordinal))?.Words ?? answer.Question,
            answer.Words);
    }
}

/// <summary>Whether one place attends.</summary>
/// <param name="Place">Its name.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Who">Who speaks for it; null when not told.</param>
/// <param name="IsPresent">Whether it is there.</param>
public sealed record AttendanceLine(string Place, string State, string? Who, bool IsPresent)
{
    /// <summary>Of everybody who is asked, and of others who came.</summary>
    public static IReadOnlyList<AttendanceLine> Of(Call call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. call.Opened.Places.Concat(call.Attendance.Keys.Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Select(code => (code, Told: call.Attendance.GetValueOrDefault(code)?.Told))
                .Select(one => new AttendanceLine(
                    context.WhoOf(one.code),
                    one.Told is null ? "Not recorded" : CallsWords.Of(one.Told.Attendance),
                    one.Told?.Who,
                    one.Told?.Attendance is Attendance.Present)),
        ];
    }
}

/// <summary>Something that was noted.</summary>
/// <param name="At">When, local time.</param>
/// <param name="Place">What it is about; null for the whole system.</param>
/// <param name="Words">What.</param>
/// <param name="Who">Who noted it.</param>
public sealed record NoteLine(string At, string? Place, string Words, string Who)
{
    /// <summary>The notes in order.</summary>
    public static IReadOnlyList<NoteLine> Of(Call call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. call.Notes.Select(note => new NoteLine(
                context.Say(note.At, call.StartsAt),
                note.Told.Place is { } place ? context.NameOf(place) : null,
                note.Told.Words,
                CallsWords.Of(note.Told.By))),
        ];
    }
}
