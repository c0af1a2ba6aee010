using MseControlCentre.Domain.Calls;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>Pack and record of one call.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which kind of call.</param>
/// <param name="Day">Its day.</param>
/// <param name="State">How far it has come.</param>
/// <param name="StateLevel">How loud that is.</param>
/// <param name="IsOpen">Whether it is still to be held, or is being held.</param>
/// <param name="Facts">Its times, its chair, why it was called.</param>
/// <param name="Summary">What it came to; null when nothing was added.</param>
/// <param name="Shown">Which pack is shown.</param>
/// <param name="Pack">The pack; null when there is none.</param>
/// <param name="Opel">OPEL of each place.</param>
/// <param name="Statements">What each site says.</param>
/// <param name="Attendance">Who attends.</param>
/// <param name="Notes">What was noted.</param>
/// <param name="Actions">What was agreed, and as it stands now.</param>
/// <param name="AsOf">The instant at which the actions stand so, in words.</param>
/// <param name="Signature">The chair's signature; null while it is not signed.</param>
/// <param name="Present">Where the reader holds it; null when they may not, or it is over.</param>
/// <param name="Foot">What stands at the foot of every sheet.</param>
public sealed record CallRecordView(
    string Id,
    string Name,
    string Kind,
    string Day,
    string State,
    Level StateLevel,
    bool IsOpen,
    IReadOnlyList<CallFact> Facts,
    string? Summary,
    ShownPack Shown,
    PackView? Pack,
    IReadOnlyList<OpelLine> Opel,
    IReadOnlyList<StatementLine> Statements,
    IReadOnlyList<AttendanceLine> Attendance,
    IReadOnlyList<NoteLine> Notes,
    IReadOnlyList<OwedActionLine> Actions,
    string AsOf,
    SignatureView? Signature,
    string? Present,
    string Foot)
{
    /// <summary>Makes the view.</summary>
    /// <param name="call">The call.</param>
    /// <param name="shown">Which pack is shown.</param>
    /// <param name="context">Names and times.</param>
    /// <param name="reader">Who reads.</param>
    public static CallRecordView Of(Call call, ShownPack shown, CallsContext context, Actor reader)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reader);
        var signature = SignatureView.Of(call, context);
        var day = context.Day(call.StartsAt);
        return new CallRecordView(
            call.Id,
            call.Name,
            CallsWords.Of(call.Kind),
            day,
            CallsWords.Of(call.State),
            CallsWords.LevelOf(call.State),
            call.IsOpen,
            CallFact.Of(call, context),
            call.Closed?.Summary,
            shown,
            PackView.Of(shown, context),
            OpelLine.Of(call, shown, context),
            StatementLine.Of(call, reader, context),
            AttendanceLine.Of(call, context),
            NoteLine.Of(call, context),
            [.. call.Actions.Select(action => OwedActionLine.Of(action, null, context))],
            $"{context.Day(context.Now)} {context.Local.Clock(context.Now)}",
            signature,
            call.IsOpen && reader.May(Operation.HoldCalls, Subject.System) ? CallAddresses.PresentOf(call.Id) : null,
            $"{call.Name}, {day}; {shown.Stamp}"
                + (signature is null ? "; not signed" : $"; record SHA-256 {signature.SignedHash}"));
    }
}

/// <summary>Something that is known of a call.</summary>
/// <param name="Name">What.</param>
/// <param name="Words">How it is.</param>
public sealed record CallFact(string Name, string Words)
{
    /// <summary>The facts of a call.</summary>
    public static IReadOnlyList<CallFact> Of(Call call, CallsContext context)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(context);
        var by = call.Opened.By is { } who ? $"{CallsWords.Of(who)}, " : null;
        (string Name, string? Words)[] facts =
        [
            ("Why", call.Opened.Reason),
            ("Prepared", by + Say(call.OpenedAt)),
            ("Statements due", call.Opened.StatementsBy is { } due ? Say(due) : null),
            (call.StartedAt is null ? "Begins" : "Was to begin", Say(call.StartsAt)),
            ("Began", call.StartedAt is { } started ? Say(started) : null),
            ("Chair", call.Chair is { } chair ? CallsWords.Of(chair) : null),
            ("Closed", call.Closed is null || call.EndedAt is not { } closed
                ? null
                : $"{CallsWords.Of(call.Closed.By)}, {Say(closed)}"),
            ("Not held", call.NotHeld is { } not && call.EndedAt is { } ended
                ? $"{not.Reason} ({CallsWords.Of(not.By)}, {Say(ended)})"
                : null),
        ];
        return [.. facts.Where(fact => fact.Words is not null).Select(fact => new CallFact(fact.Name, fact.Words!))];

        string Say(DateTimeOffset instant) => context.Say(instant, call.StartsAt);
    }
}
