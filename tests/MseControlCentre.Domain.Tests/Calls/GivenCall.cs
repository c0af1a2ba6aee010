using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Constraints;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>The 10:00 call of 22 November 2026, and its events.</summary>
internal static class GivenCall
{
    public const string Id = "situational-awareness-20261122-1";
    public const string Waiting = "RAJ12:ambulance.waiting";

    public static readonly StaffMember Controller = new("a-1", "Ashley", "Controller");
    public static readonly StaffMember SiteManager = new("a-2", "Robin", "Site manager");

    public static readonly CallPlan Plan = CallPlan.None with
    {
        Regular =
        [
            new RegularCall(
                "situational-awareness", "10:00 situational-awareness call", new TimeOnly(9, 30), new TimeOnly(9, 50),
                new TimeOnly(10, 0), [], [], "made up for tests"),
        ],
        Chase = new ActionChase(new Threshold(60, "minutes", "made up for tests"), 3),
    };

    public static NetworkMap Map => GivenFlow.Map with { Calls = Plan };

    public static CallOpened Opened(string id = Id, string startsAt = "10:00") => new(
        id, 1, CallKind.SituationalAwareness, "10:00 situational-awareness call", Board.Time(startsAt),
        Board.Time("2026-11-21T10:00"), ["TST", "RAJ12", "RAJ01"], Board.Time("09:50"));

    public static CallStatementMade Statement(int revision, string words, string place = "RAJ12") => new(
        Id, revision, place, [new StatementAnswer("position", words)], true, SiteManager);

    public static CallActionAgreed Agreed(int number = 1, string dueAt = "12:00", FigureAim? aim = null) => new(
        Id, 1, number, "Open the cohort area", "RAJ12", Board.Time(dueAt), "The matron", aim, Controller);

    public static CallClosed Closed(int revision = 3, IReadOnlyList<string>? covers = null) =>
        new(Id, revision, "not signed", "Tight, not critical", Controller, covers);

    public static CallPackKept Pack(int revision, string at, string id = Id) => new(id, revision, new CallPack(
        Board.Time(at), Board.Time("2026-11-21T10:00"), Board.Time("2026-11-21T20:00"), Board.Time("08:00"), [], [],
        new PackDelays([], [], FigureQuality.Live), [], [], [], [new PackDoubt("RAJ12", "Nothing heard since 07:12")]));

    public static FlowEvent At(string time, CallEvent told) => new()
    {
        Source = CallIdentity.Source,
        MessageId = CallIdentity.Message(told.Call, told.Part, told.Revision),
        OccurredAt = Board.Time(time),
        Site = "TST",
        Detail = told,
    };

    public static Call Told(params FlowEvent[] events) => Assert.Single(new Board().Tell(events).Centre.Calls());

    /// <summary>A call that is closed, with one of everything.</summary>
    public static FlowEvent[] WholeCall() =>
    [
        At("09:30", Opened()),
        At("09:31", Pack(1, "09:30")),
        At("09:40", Statement(1, "Lift out of use")),
        At("09:45", Statement(2, "Lift back")),
        At("09:46", Statement(1, "Full", "RAJ01")),
        At("10:00", Pack(2, "10:00")),
        At("10:01", new CallStarted(Id, 2, Controller)),
        At("10:02", new CallAttendanceRecorded(Id, 1, "RAJ12", Attendance.Present, "The site manager", Controller)),
        At("10:10", new CallOpelRecorded(Id, 1, "RAJ12", 3, "No cubicle", Controller)),
        At("10:12", new CallNoted(Id, 1, "Southend offers four beds", "RAJ01", Controller)),
        At("10:15", Agreed(1, aim: new FigureAim(Waiting, "Basildon: ambulances waiting", AimDirection.Down, 9))),
        At("10:16", Agreed(2, "14:00")),
        At("10:30", Closed()),
        At("11:00", new CallActionUpdated(Id, 2, 1, CallActionState.Owed, "Begun", Board.Time("13:00"), SiteManager)),
        At("13:00", new CallActionChecked(Id, 1, 1, Board.Time("13:00"), 4, true)),
        At("13:01", new CallActionChased(Id, 1, 1)),
        At("13:30", new CallActionUpdated(Id, 3, 1, CallActionState.Done, "Open", null, SiteManager)),
    ];

    /// <summary>Everything that a call says, to compare.</summary>
    public static string Written(Call so) => string.Join(
        '\n',
        so.Id,
        so.State,
        so.CourseRevision,
        so.StartedAt,
        so.Chair,
        so.EndedAt,
        so.Closed,
        so.NotHeld,
        string.Join('\n', so.Packs.Select(pack => pack.At)),
        string.Join('\n', so.Statements.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key} {one.Value.At} {one.Value.Told.Answers[0]} {one.Value.Revision}")),
        string.Join('\n', so.Attendance.Values),
        string.Join('\n', so.Opel.Values),
        string.Join('\n', so.Notes),
        string.Join('\n', so.Actions.Select(action =>
            $"{action} {string.Join(';', action.Updates)} {string.Join(';', action.Checks)} "
            + string.Join(';', action.ChasedAt))),
        CallRecord.HashOf(so));
}
