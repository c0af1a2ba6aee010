using System.Globalization;
using MseControlCentre.Domain.Calls;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>The rows of the record in a call's file: which call and pack it is, and what was said and agreed.</summary>
internal static class CallFileRecord
{
    public static IEnumerable<CallFileRow> Head(Call call, ShownPack shown, CallsContext context) =>
    [
        new("call", "", "identity") { Value = call.Id },
        new("call", "", "name") { Value = call.Name },
        new("call", "", "kind") { Value = CallsWords.Of(call.Kind) },
        new("call", "", "state")
        {
            Value = CallsWords.Of(call.State),
            At = CallFilePack.Time(call.EndedAt, context),
            Words = call.NotHeld?.Reason ?? "",
        },
        new("call", "", "begins") { At = CallFilePack.Time(call.StartsAt, context) },
        new("call", "", "began")
        {
            At = CallFilePack.Time(call.StartedAt, context),
            Who = call.Chair is { } chair ? CallsWords.Of(chair) : "",
        },
        new("call", "", "why") { Words = call.Opened.Reason ?? "" },
        new("call", "", "pack") { At = CallFilePack.Time(shown.Pack?.At, context), Words = shown.Title },
        new("call", "", "looks back to") { At = CallFilePack.Time(shown.Pack?.Since, context) },
    ];

    public static IEnumerable<CallFileRow> Rows(Call call, CallsContext context) =>
    [
        .. call.Opel.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one =>
            new CallFileRow("opel", context.NameOf(one.Key), "recorded in the call")
            {
                Value = CallFileRow.Number(one.Value.Told.Level),
                Unit = "level",
                At = CallFilePack.Time(one.Value.At, context),
                Who = CallsWords.Of(one.Value.Told.By),
                Words = one.Value.Told.Reason ?? "",
            }),
        .. call.Statements.OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => one.Value.Told.Answers.Select(answer => new CallFileRow(
                "statement", context.NameOf(one.Key), AnswerLine.Of(answer, context.Plan).Question)
            {
                Quality = one.Value.Told.IsReady ? "ready" : "draft",
                At = CallFilePack.Time(one.Value.At, context),
                Who = CallsWords.Of(one.Value.Told.By),
                Words = answer.Words,
            })),
        .. AttendanceLine.Of(call, context).Select(one => new CallFileRow("attendance", one.Place, "attendance")
        {
            Value = one.State,
            Who = one.Who ?? "",
        }),
        .. NoteLine.Of(call, context).Zip(call.Notes, (line, note) => new CallFileRow("note", line.Place ?? "", "note")
        {
            At = CallFilePack.Time(note.At, context),
            Who = line.Who,
            Words = line.Words,
        }),
        .. call.Actions.SelectMany(action => Action(action, context)),
        .. Signature(call, context),
    ];

    private static IEnumerable<CallFileRow> Action(CallAction action, CallsContext context)
    {
        var number = "action " + action.Number.ToString(CultureInfo.InvariantCulture);
        yield return new CallFileRow("action", context.WhoOf(action.Agreed.Owner), number)
        {
            Value = CallsWords.Of(action.State),
            Unit = action.Agreed.Figure?.Name ?? "",
            Then = CallFileRow.Number(action.Agreed.Figure?.Was),
            At = CallFilePack.Time(action.DueAt, context),
            Who = action.Agreed.Who ?? "",
            Words = action.Agreed.Words,
        };
        foreach (var check in action.Checks)
        {
            yield return new CallFileRow("action checked", context.WhoOf(action.Agreed.Owner), number)
            {
                Value = CallFileRow.Number(check.Told.Value),
                Unit = action.Agreed.Figure?.Name ?? "",
                Then = CallFileRow.Number(action.Agreed.Figure?.Was),
                Quality = action.Agreed.Figure is null ? "" : CallsWords.OfMoved(check.Told.Moved),
                At = CallFilePack.Time(check.Told.DueAt, context),
            };
        }

        foreach (var update in action.Updates)
        {
            yield return new CallFileRow("action updated", context.WhoOf(action.Agreed.Owner), number)
            {
                Value = CallsWords.Of(update.Told.State),
                At = CallFilePack.Time(update.At, context),
                Who = CallsWords.Of(update.Told.By),
                Words = update.Told.Words ?? "",
            };
        }
    }

    private static IEnumerable<CallFileRow> Signature(Call call, CallsContext context)
    {
        if (SignatureView.Of(call, context) is not { } signature)
        {
            yield break;
        }

        yield return new CallFileRow("signature", "", "SHA-256 of the record")
        {
            Value = signature.SignedHash,
            Quality = signature.Fits ? "fits" : "does not fit",
            At = CallFilePack.Time(call.EndedAt, context),
            Who = CallsWords.Of(call.Closed!.By),
            Words = call.Closed.Summary ?? "",
        };
    }
}
