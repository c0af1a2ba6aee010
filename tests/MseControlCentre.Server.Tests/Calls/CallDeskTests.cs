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

    [Fact]
    public async Task StatementAtTheMomentOfClosing_IsToldThatItIsNotInTheRecord()
    {
        await using var server = await RunningServer.StartAsync();
        var desk = await HeldAsync(server);

        var closing = desk.ChangeAsync(Id, 2, (so, revision) => Closed(so.Id, revision));
        var stating = desk.ChangeAsync(Id, 0, (so, revision) => new CallStatementMade(
            so.Id, revision, Basildon, [new StatementAnswer("position", "A lift is out of use")], true, SiteManager));
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
