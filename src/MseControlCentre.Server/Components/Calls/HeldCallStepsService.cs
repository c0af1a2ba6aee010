using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Feeds.Declarations;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>
/// Takes what is done on the screens of a call, for who may hold it, and what places say of themselves.
/// </summary>
public sealed class HeldCallStepsService(
    CallDesk desk,
    HeldCallService held,
    DeclarationReader declarations,
    Lazy<PictureFeed> feed,
    NetworkMap network,
    IAccess access,
    TimeProvider clock)
{
    private static readonly DeclarationForm s_opel = DeclarationForms.OfKind(nameof(OpelDeclared))!;

    /// <summary>Does something in a call.</summary>
    /// <exception cref="NotAllowedException">They may not hold calls.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<HeldCallAnswer> TakeAsync(AskedInCall asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        access.Require(Operation.HoldCalls, Subject.System);
        if (desk.Find(asked.Call) is not { } call)
        {
            return new HeldCallAnswer(CallResult.NotFound, []);
        }

        var by = CallStaff.Of(access.Actor, Operation.HoldCalls, Subject.System);
        var reader = new HeldCallReader(asked, call, by);
        return asked.Act switch
        {
            HeldCallActs.Start or HeldCallActs.Chair => Of(await desk.ChangeAsync(
                asked.Call, asked.Seen, (_, revision) => new CallStarted(asked.Call, revision, by))),
            HeldCallActs.Close => await CloseAsync(reader, asked, by),
            HeldCallActs.NotHeld => await ChangeAsync(asked, reader, reader.NotHeld()),
            HeldCallActs.Attendance => await ChangeAsync(asked, reader, reader.Attendance()),
            HeldCallActs.Everybody => await EverybodyAsync(call, by),
            HeldCallActs.Opel => await OpelAsync(reader, asked, call, by, cancellationToken),
            HeldCallActs.Note => await AddAsync(asked, reader, reader.Note()),
            HeldCallActs.Agree => await AgreeAsync(reader, asked),
            _ => new HeldCallAnswer(null, [new FieldError(null, "Choose what to do on this page.")]),
        };
    }

    /// <summary>Records that a place is there, for who speaks for it.</summary>
    /// <exception cref="NotAllowedException">They may not speak for the place.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be made durable now. Nothing was taken.</exception>
    public async Task<HeldCallAnswer> SayHereAsync(string id, string place, int seen)
    {
        ArgumentNullException.ThrowIfNull(place);
        var subject = SubjectOf.Code(place, network);
        access.Require(Operation.TakePartInCalls, subject);
        if (desk.Find(id)?.Opened.Places.Contains(place, StringComparer.Ordinal) is false)
        {
            return new HeldCallAnswer(null, [new FieldError(null, "This place is not asked to attend the call.")]);
        }

        var by = CallStaff.Of(access.Actor, Operation.TakePartInCalls, subject);
        return Of(await desk.ChangeAsync(id, seen, (_, revision) => new CallAttendanceRecorded(
            id, revision, place, Attendance.Present, by.Name, by)));
    }

    private static HeldCallAnswer Of(CallOutcome outcome) => new(
        outcome.Result, outcome.Words is { } words ? [new FieldError(null, words)] : []);

    private async Task<HeldCallAnswer> ChangeAsync(
        AskedInCall asked, HeldCallReader reader, Func<int, CallEvent>? change) => change is null
            ? new HeldCallAnswer(null, reader.Errors)
            : Of(await desk.ChangeAsync(asked.Call, asked.Seen, (_, revision) => change(revision)));

    private async Task<HeldCallAnswer> AddAsync(
        AskedInCall asked, HeldCallReader reader, Func<Call, CallEvent>? add) => add is null
            ? new HeldCallAnswer(null, reader.Errors)
            : Of(await desk.AddAsync(asked.Call, add));

    // Of whom something is recorded already, such as apologies, that stays.
    private async Task<HeldCallAnswer> EverybodyAsync(Call call, StaffMember by)
    {
        IReadOnlyList<CallEvent> told =
        [
            .. call.Opened.Places
                .Where(place => !call.Attendance.ContainsKey(place))
                .Select(place => new CallAttendanceRecorded(call.Id, 1, place, Attendance.Present, null, by)),
        ];
        if (told.Count == 0)
        {
            return new HeldCallAnswer(CallResult.Taken, []);
        }

        var outcome = await desk.ChangeAsync(
            call.Id, 0, (_, _) => told[0], _ => [.. told.Skip(1).Select(desk.EventOf)]);
        return outcome.Result is CallResult.PartlyTaken
            ? new HeldCallAnswer(outcome.Result, [new FieldError(null, RecordedByOthers(outcome))])
            : Of(outcome);
    }

    private string RecordedByOthers(CallOutcome outcome)
    {
        var context = CallsContext.Of(network, clock.GetUtcNow());
        var places = string.Join(
            ", ",
            outcome.NotTaken.OfType<CallAttendanceRecorded>().Select(one => context.WhoOf(one.Place)));
        return $"Somebody else recorded at the same moment: {places}. Look at what they recorded, which stays. "
            + "Everybody else is recorded as here.";
    }

    private async Task<HeldCallAnswer> OpelAsync(
        HeldCallReader reader, AskedInCall asked, Call call, StaffMember by, CancellationToken cancellationToken)
    {
        var recorded = reader.Opel(
            held.PlacesOf(call), await held.CalculatedOfAsync(call, asked["place"], cancellationToken));
        if (recorded is null)
        {
            return new HeldCallAnswer(null, reader.Errors);
        }

        var declared = declarations.Read(Written(recorded, asked, by), clock.GetUtcNow());
        return declared.Event is { } beside
            ? Of(await desk.ChangeAsync(
                asked.Call, asked.Seen, (_, revision) => recorded with { Revision = revision }, _ => [beside]))
            : new HeldCallAnswer(
                null,
                [
                    .. declared.Faults.Select(fault => new FieldError(
                        AskedInCall.FieldOf(HeldCallActs.Opel, "reason"), $"It cannot be declared. {fault.Text}")),
                ]);
    }

    // The declaration is read as the form's own, so that it lives as long and is checked as any other.
    private static WrittenDeclaration Written(CallOpelRecorded recorded, AskedInCall asked, StaffMember by) => new(
        s_opel,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site"] = recorded.Place,
            ["level"] = recorded.Level.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["reason"] = recorded.Reason ?? string.Empty,
            [DeclarationForm.DeclaredBy] = by.Role,
        },
        $"opel:{CallIdentity.Message(asked.Call, CallIdentity.Opel(recorded.Place), asked.Seen + 1)}");

    private async Task<HeldCallAnswer> AgreeAsync(HeldCallReader reader, AskedInCall asked)
    {
        var aims = feed.Value.Current is { } shown
            ? ActionChoices.Aims(
                shown.Picture, network, asked["place"].Length > 0 ? asked["place"] : network.Code)
            : [];
        return await AddAsync(asked, reader, reader.Agree(held.Local, clock.GetUtcNow(), aims));
    }

    private async Task<HeldCallAnswer> CloseAsync(HeldCallReader reader, AskedInCall asked, StaffMember by)
    {
        var summary = reader.Text("summary", "the summary", isRequired: false);
        return reader.Errors.Count > 0
            ? new HeldCallAnswer(null, reader.Errors)
            : Of(await desk.CloseAsync(
                asked.Call,
                asked.Seen,
                asked["record"],
                (so, revision) => new CallClosed(so.Id, revision, asked["record"], summary, by)));
    }
}

/// <summary>What became of what a form of a call's screen asked for.</summary>
/// <param name="Result">What became of it; null when the form itself cannot be used.</param>
/// <param name="Errors">Why it was not taken; empty when it was.</param>
public sealed record HeldCallAnswer(CallResult? Result, IReadOnlyList<FieldError> Errors);
