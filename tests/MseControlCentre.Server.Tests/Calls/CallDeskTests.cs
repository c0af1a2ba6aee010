using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Calls.CallsGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Several people at once: nothing is lost in silence, nothing is done twice.</summary>
public sealed class CallDeskTests
{
    private const string Id = "tactical-20261129-1";
    private const string Whole = CallsGiven.System;

    [Fact]
    public async Task TwoWhoRecordALevelAtOnce_DeclareOne()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);

        var outcomes = await Task.WhenAll(RecordAsync(desk, server, 3), RecordAsync(desk, server, 4));
        var declared = (await server.EntriesAsync()).Select(entry => entry.Event.Detail).OfType<OpelDeclared>();
        var recorded = (await ToldAsync(server)).OfType<CallOpelRecorded>();

        Assert.Equal(
            [CallResult.Taken, CallResult.SomebodyWasFirst], outcomes.Select(outcome => outcome.Result).Order());
        Assert.Equal(Assert.Single(recorded).Level, Assert.Single(declared).Level);
        Assert.Contains("Ashley Bloggs was first", outcomes.Single(one => one.Words is not null).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoWhoRecordOnePlaceAtOnce_OneWithOtherPlaces_AreToldWhatWasNotTaken(bool isFirstWithOthers)
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);

        var before = isFirstWithOthers ? null : ApologiesAsync();
        var everybody = desk.ChangeAsync(
            Id,
            0,
            (_, _) => Attending(Whole, Attendance.Present, Controller),
            _ => [desk.EventOf(Attending(Basildon, Attendance.Present, Controller))]);
        var apologies = before ?? ApologiesAsync();
        var (all, one) = (await everybody, await apologies);
        var told = (await ToldAsync(server)).OfType<CallAttendanceRecorded>().ToList();

        Assert.Equal(
            isFirstWithOthers
                ? (CallResult.Taken, CallResult.SomebodyWasFirst)
                : (CallResult.PartlyTaken, CallResult.Taken),
            (all.Result, one.Result));
        IReadOnlyList<CallEvent> lost =
            isFirstWithOthers ? [] : [Attending(Basildon, Attendance.Present, Controller)];
        Assert.Equal(lost, all.NotTaken);
        var kept = Assert.Single(told, attending => attending.Place == Basildon);
        Assert.Equal(isFirstWithOthers ? Controller : SiteManager, kept.By);
        Assert.Equal(kept, desk.Find(Id)!.Attendance[Basildon].Told);
        Assert.Equal(Controller, Assert.Single(told, attending => attending.Place == Whole).By);

        Task<CallOutcome> ApologiesAsync() => desk.ChangeAsync(
            Id, 0, (_, _) => Attending(Basildon, Attendance.Apologies, SiteManager));
    }

    [Fact]
    public async Task StatementOnItsWay_WhenTheChairCloses_IsNotSignedAway()
    {
        await using var server = await StartWithoutPacksAsync();
        var desk = await HeldAsync(server);
        var seen = CallRecord.HashOf(desk.Find(Id)!);

        var stating = StateAsync(desk);
        var closing = CloseAsync(desk, seen);
        var (stated, closed) = (await stating, await closing);
        var again = await CloseAsync(desk, CallRecord.HashOf(desk.Find(Id)!));

        Assert.Equal((CallResult.Taken, CallResult.SomebodyWasFirst), (stated.Result, closed.Result));
        Assert.Contains("The record has changed since you looked", closed.Words, StringComparison.Ordinal);
        Assert.Equal(CallResult.Taken, again.Result);
        Assert.Equal([Basildon], desk.Find(Id)!.Statements.Keys);
    }

    [Fact]
    public async Task StatementAtTheMomentOfClosing_IsToldThatItIsNotInTheRecord()
    {
        await using var server = await StartWithoutPacksAsync();
        var desk = await HeldAsync(server);

        var closing = CloseAsync(desk, CallRecord.HashOf(desk.Find(Id)!));
        var stating = StateAsync(desk);
        var (closed, stated) = (await closing, await stating);
        var so = desk.Find(Id)!;

        Assert.Equal(CallResult.Taken, closed.Result);
        Assert.Equal(CallResult.Refused, stated.Result);
        Assert.Contains("closed", stated.Words, StringComparison.Ordinal);
        Assert.Empty(so.Statements);
        Assert.Equal(so.Closed!.Record, CallRecord.HashOf(so));
    }

    [Fact]
    public async Task ManyWhoNoteAtOnce_AreAllTaken()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => desk.AddAsync(
            Id, so => new CallNoted(so.Id, so.Notes.Count + 1, $"Note {number}", null, Controller))));

        Assert.All(outcomes, outcome => Assert.Equal(CallResult.Taken, outcome.Result));
        Assert.Equal(
            Enumerable.Range(0, 8).Select(number => $"Note {number}"),
            desk.Find(Id)!.Notes.Select(note => note.Told.Words).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatIsSentAgainByTheSamePerson_IsAddedOnce()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);
        var due = new DateTimeOffset(2099, 1, 1, 10, 0, 0, TimeSpan.Zero);

        foreach (var by in (StaffMember[])[Controller, Controller, SiteManager])
        {
            Assert.Equal(CallResult.Taken, (await NoteAsync(Basildon, by)).Result);
            Assert.Equal(CallResult.Taken, (await AgreeAsync(due, by)).Result);
        }

        await NoteAsync(Whole, Controller);
        await AgreeAsync(due.AddHours(1), Controller);
        var so = desk.Find(Id)!;

        Assert.Equal(
            [(Basildon, Controller), (Basildon, SiteManager), (Whole, Controller)],
            so.Notes.Select(note => (note.Told.Place!, note.Told.By!)));
        Assert.Equal(
            [(due, Controller), (due, SiteManager), (due.AddHours(1), Controller)],
            so.Actions.Select(action => (action.DueAt, action.Agreed.By!)));

        Task<CallOutcome> NoteAsync(string place, StaffMember by) => desk.AddAsync(
            Id, known => new CallNoted(known.Id, known.Notes.Count + 1, "Police at the door", place, by));

        Task<CallOutcome> AgreeAsync(DateTimeOffset at, StaffMember by) => desk.AddAsync(
            Id, known => Agreed(known.Id, known.Actions.Count + 1, at) with { By = by });
    }

    [Fact]
    public async Task WhatIsSentAgainLater_IsAddedAgain()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);
        await server.TellAsync(Event(
            new CallNoted(Id, 1, "Police at the door", null, Controller),
            server.Now - CallDesk.SentAgainWithin - TimeSpan.FromMinutes(1)));

        await desk.AddAsync(
            Id, so => new CallNoted(so.Id, so.Notes.Count + 1, "Police at the door", null, Controller));

        Assert.Equal(2, desk.Find(Id)!.Notes.Count);
    }

    [Fact]
    public async Task CallThatIsCalledTwiceByTheSamePerson_IsTheFirst()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = server.Application.Services.GetRequiredService<CallDesk>();

        var outcomes = await Task.WhenAll(OpenAsync(Controller), OpenAsync(Controller));
        var other = await OpenAsync(SiteManager);

        Assert.All(outcomes, outcome => Assert.Equal(CallResult.Taken, outcome.Result));
        Assert.Equal(outcomes[0].Call!.Id, outcomes[1].Call!.Id);
        Assert.NotEqual(outcomes[0].Call!.Id, other.Call!.Id);
        Assert.Equal(2, (await ToldAsync(server)).OfType<CallOpened>().Count(opened => opened.By is not null));

        Task<CallOutcome> OpenAsync(StaffMember by) =>
            desk.OpenAsync(CallKind.Tactical, id => Opened(id, server.Now, by: by));
    }

    private static CallAttendanceRecorded Attending(string place, Attendance attendance, StaffMember by) =>
        new(Id, 1, place, attendance, null, by);

    private static Task<CallOutcome> StateAsync(CallDesk desk) => desk.ChangeAsync(
        Id,
        0,
        (so, revision) => new CallStatementMade(
            so.Id, revision, Basildon, [new StatementAnswer("position", "A lift is out of use")], true, SiteManager));

    private static Task<CallOutcome> CloseAsync(CallDesk desk, string record) =>
        desk.CloseAsync(Id, 2, record, (so, revision) => Closed(so.Id, revision));

    // A pack that is kept meanwhile would be a change of the record.
    private static Task<RunningServer> StartWithoutPacksAsync() => RunningServer.StartAsync(
        preconfigure: builder => builder.Services.AddSingleton<ICallPackMaker>(new PackMaker { Fails = true }));

    private static async Task<CallDesk> HeldAsync(RunningServer server)
    {
        var now = server.Now;
        await server.TellAsync(Event(Opened(Id, now, by: Controller), now), Event(new CallStarted(Id, 2, Controller), now));
        return server.Application.Services.GetRequiredService<CallDesk>();
    }

    private static Task<CallOutcome> RecordAsync(CallDesk desk, RunningServer server, int level) => desk.ChangeAsync(
        Id,
        0,
        (so, revision) => new CallOpelRecorded(so.Id, revision, Basildon, level, null, Controller),
        _ =>
        [
            new FlowEvent
            {
                Source = CallIdentity.Source,
                MessageId = Guid.NewGuid().ToString("N"),
                OccurredAt = server.Now,
                Site = Basildon,
                Detail = new OpelDeclared(level),
            },
        ]);
}
