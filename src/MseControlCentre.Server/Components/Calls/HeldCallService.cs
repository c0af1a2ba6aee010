using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Opel;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Calls;

/// <summary>What the screens of a call may know.</summary>
public sealed class HeldCallService(
    CallDesk desk,
    CallPacks packs,
    LiveState state,
    Lazy<PictureFeed> feed,
    NetworkMap network,
    IAccess access,
    TimeProvider clock)
{
    private const int MostNotes = 8;

    private readonly LocalTime _local = LocalTime.Of(network.TimeZone);

    /// <summary>Local time of the system.</summary>
    public LocalTime Local => _local;

    /// <summary>A screen of a call; null when there is no such call or screen.</summary>
    /// <param name="id">Identity of the call.</param>
    /// <param name="screen">Code of the screen; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NotAllowedException">They may not see calls.</exception>
    public async Task<PresentView?> FindAsync(string id, string? screen, CancellationToken cancellationToken)
    {
        access.Require(Operation.SeeCalls, Subject.System);
        if (desk.Find(id) is not { } call)
        {
            return null;
        }

        var screens = ScreensOf(call);
        var index = screen is null ? 0 : screens.FindIndex(
            one => string.Equals(one.Code, screen, StringComparison.Ordinal));
        if (index < 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var pack = await PackOfAsync(call, cancellationToken);
        var place = screens[index].IsClose ? null : PlaceOf(call, screens[index].Code, pack, now);
        return new PresentView(
            call,
            now,
            StateWords(call),
            WordsOf(call, pack),
            screens,
            index,
            place,
            [.. call.Opened.Places.Select(code => AttendanceOf(call, code))],
            [.. call.Actions.Select(action => RowOf(action, call.Name, now))],
            [.. call.Notes.Reverse().Take(MostNotes).Select(note => NoteOf(note.Told.Words, note.Told.Place, note.At))],
            access.Actor.May(Operation.HoldCalls, Subject.System),
            string.Equals(call.Chair?.Id, access.Actor.Id, StringComparison.Ordinal))
        {
            Missing = MissingIn(call, screens),
            Record = call.Closed?.Record ?? CallRecord.HashOf(call),
            Owners = [.. call.Opened.Places.Select(code => (code, NameOf(code)))],
            Dues = ActionChoices.Dues(_local, now),
            Aims = feed.Value.Current is { } shown
                ? ActionChoices.Aims(shown.Picture, network, place?.Code ?? network.Code)
                : [],
            Questions = desk.Plan.Questions,
        };
    }

    /// <summary>What a call sees of a place, for who may speak for it; null for one that no pack tells of.</summary>
    public async Task<PresentPlaceView?> PlaceOfAsync(Call call, string code, CancellationToken cancellationToken)
    {
        var pack = await PackOfAsync(call, cancellationToken);
        return pack is not null && pack.Places.Any(one => IsSame(one.Code, code))
            ? PlaceOf(call, code, pack, clock.GetUtcNow())
            : null;
    }

    /// <summary>The calculated level of a place as the call looks at it; null when it cannot be calculated.</summary>
    public async Task<int?> CalculatedOfAsync(Call call, string code, CancellationToken cancellationToken) =>
        CalculatedOf(await PackOfAsync(call, cancellationToken), code);

    /// <summary>Whether the pack of the call's beginning is kept: the one that its record holds.</summary>
    public static bool IsOfBeginning(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var begins = call.StartedAt < call.StartsAt ? call.StartedAt.Value : call.StartsAt;
        return call.Packs.Count > 0 && call.Packs[^1].At >= begins;
    }

    /// <summary>Codes of the system and of the sites that a call asks: the places of its screens, in order.</summary>
    public IReadOnlyList<string> PlacesOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return
        [
            network.Code,
            .. network.Sites.Select(site => site.Code)
                .Where(code => call.Opened.Places.Contains(code, StringComparer.Ordinal)),
        ];
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    // Of the beginning once it is kept; before, of now, since the one of the preparation grows old.
    private async Task<CallPack?> PackOfAsync(Call call, CancellationToken cancellationToken)
    {
        var kept = call.Packs.Count > 0 ? call.Packs[^1] : null;
        if (!call.IsOpen || IsOfBeginning(call))
        {
            return kept;
        }

        try
        {
            return await packs.NowAsync(call, cancellationToken) ?? kept;
        }
        catch (TooManyReplaysException)
        {
            // The one that is kept says of when it is; the next look may have its turn.
            return kept;
        }
    }

    private string WordsOf(Call call, CallPack? pack) => pack is null
        ? "No pack yet: the journal does not reach back far enough"
        : call.Packs.Contains(pack)
            ? $"Pack of {_local.Clock(pack.At)}, kept for the record"
            : $"Figures of {_local.Clock(pack.At)}; the pack of the beginning is kept at {_local.Clock(call.StartsAt)}";

    private List<PresentScreen> ScreensOf(Call call) =>
    [
        .. PlacesOf(call).Select(code => new PresentScreen(code, NameOf(code), call.Opel.ContainsKey(code))),
        new(PresentScreen.Close, "Close", call.Closed is not null),
    ];

    private string StateWords(Call call) => call.State switch
    {
        CallState.Running => $"Running since {_local.Clock(call.StartedAt!.Value)}",
        CallState.Closed => $"Closed at {_local.Clock(call.EndedAt!.Value)}, signed by {call.Closed!.By?.Name}",
        CallState.NotHeld => $"Not held: {call.NotHeld!.Reason}",
        _ => $"Begins at {_local.Clock(call.StartsAt)}",
    };

    private string NameOf(string code) => EscalationPlaces.Find(network, code)?.Name ?? code;

    private string NoteOf(string words, string? place, DateTimeOffset at) =>
        $"{_local.Clock(at)} {(place is null ? null : NameOf(place) + ": ")}{words}";

    private AttendanceRow AttendanceOf(Call call, string code)
    {
        var recorded = call.Attendance.GetValueOrDefault(code);
        return new AttendanceRow(
            code,
            NameOf(code),
            recorded?.Told.Attendance,
            recorded?.Told.Who,
            recorded?.Revision ?? 0,
            call.IsOpen && access.Actor.May(Operation.TakePartInCalls, SubjectOf.Code(code, network)));
    }

    private static List<string> MissingIn(Call call, List<PresentScreen> screens)
    {
        var absent = call.Opened.Places.Count(code => !call.Attendance.ContainsKey(code));
        var levels = screens.Where(one => !one.IsClose && !one.IsRecorded).Select(one => one.Name).ToList();
        List<string> missing = [];
        if (absent > 0)
        {
            missing.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"No attendance recorded of {absent} of {call.Opened.Places.Count} places"));
        }

        if (levels.Count > 0)
        {
            missing.Add("No OPEL recorded of " + string.Join(", ", levels));
        }

        if (!IsOfBeginning(call))
        {
            missing.Add("The pack of the beginning is not kept yet");
        }

        return missing;
    }

    private PresentPlaceView PlaceOf(Call call, string code, CallPack? pack, DateTimeOffset now)
    {
        var isSystem = IsSame(code, network.Code);
        var place = pack?.Places.FirstOrDefault(one => IsSame(one.Code, code));
        return new PresentPlaceView(
            code,
            NameOf(code),
            WordsOf(call, pack),
            pack is null ? null : _local.ClockBeside(pack.Since, pack.At),
            OpelOf(call, code, pack, now),
            place is null ? [] : PresentFigure.Of(place),
            place is null ? [] : PresentFlow.Of(place),
            pack is null ? [] : PresentConstraint.Of(pack, code, isSystem, _local),
            pack is null ? [] : PresentDelay.Of(pack, code, isSystem),
            PackText.Of(pack?.Delays.Quality ?? FigureQuality.Unknown),
            StatementOf(call, code),
            OwedBy(code, isSystem, now),
            pack is null
                ? []
                : [.. pack.Doubts.Where(doubt => IsSame(doubt.Scope, code)).Select(doubt => doubt.Words)]);
    }

    private PresentOpel OpelOf(Call call, string code, CallPack? pack, DateTimeOffset now)
    {
        var kept = pack?.Places.FirstOrDefault(one => IsSame(one.Code, code))?.Opel;
        var declared = DeclaredOf(code);
        var recorded = call.Opel.GetValueOrDefault(code);
        return new PresentOpel(
            CalculatedOf(pack, code),
            kept?.Least,
            kept?.Points is { } points ? OpelWords.Points((decimal)points) : null,
            kept?.CalculatedThen,
            declared?.Level,
            declared is null
                ? null
                : $"{declared.DeclaredBy ?? declared.Source}, {_local.ClockBeside(declared.DeclaredAt, now)}",
            recorded?.Told.Level,
            recorded is null
                ? null
                : $"{recorded.Told.By?.Name}, {_local.Clock(recorded.At)}"
                + (recorded.Told.Reason is { } reason ? ": " + reason : string.Empty),
            recorded?.Revision ?? 0);
    }

    private int? CalculatedOf(CallPack? pack, string code)
    {
        if (pack?.Places.FirstOrDefault(one => IsSame(one.Code, code)) is { } kept)
        {
            return kept.Opel.Calculated;
        }

        var picture = feed.Value.Current?.Picture;
        var total = IsSame(code, network.Code)
            ? picture?.Opel.Calculated?.MeasuredTotal
            : picture?.Sites.FirstOrDefault(one => IsSame(one.Code, code))?.Opel.Calculated?.MeasuredTotal;
        return total?.Level;
    }

    private OpelStatement? DeclaredOf(string code)
    {
        var picture = feed.Value.Current?.Picture;
        var declared = IsSame(code, network.Code)
            ? picture?.Opel.Declared
            : picture?.Sites.FirstOrDefault(one => IsSame(one.Code, code))?.Opel.Declared;
        return declared is { Quality: not FigureQuality.Stale } ? declared : null;
    }

    private PresentStatement? StatementOf(Call call, string code)
    {
        if (!call.Statements.TryGetValue(code, out var said))
        {
            return null;
        }

        var isLate = said.At > call.Opened.StatementsBy;
        var questions = desk.Plan.Questions.ToDictionary(one => one.Code, one => one.Words, StringComparer.Ordinal);
        return new PresentStatement(
            [
                .. said.Told.Answers.Select(answer =>
                    (questions.GetValueOrDefault(answer.Question, answer.Question), answer.Words)),
            ],
            $"{said.Told.By?.Name}, {_local.Clock(said.At)}"
            + (said.Told.IsReady ? ", ready" : ", still being written") + (isLate ? ", late" : string.Empty),
            isLate);
    }

    private CallActionRow RowOf(CallAction action, string callName, DateTimeOffset now) =>
        CallActionRow.Of(action, callName, network, feed.Value.Current?.Picture, _local, now);

    private IReadOnlyList<CallActionRow> OwedBy(string code, bool isSystem, DateTimeOffset now) =>
    [
        .. state.Calls()
            .SelectMany(call => call.Actions.Select(action => RowOf(action, call.Name, now)))
            .Where(row => row.Action.State is CallActionState.Owed
                && (isSystem || IsSame(row.Action.Agreed.Owner, code)))
            .OrderBy(row => row.Action.DueAt)
            .ThenBy(row => row.Action.Id, StringComparer.Ordinal),
    ];
}
