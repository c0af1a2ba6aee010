using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Calls.CallsGiven;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>What is due of calls is done by itself, once.</summary>
public sealed class CallWatcherTests
{
    private static readonly DateTimeOffset s_morning = new(2026, 12, 1, 9, 31, 0, TimeSpan.Zero);
    private static readonly string s_id = "situational-awareness-20261201-1";

    private readonly PackMaker _packs = new();
    private readonly ShiftedClock _clock = new();

    [Fact]
    public async Task Morning_WithNobodyThere_HasACallAndAPackOfItsPreparationAndOneOfItsBeginning()
    {
        await using var server = await StartAsync(s_morning);
        await Eventually.TrueAsync(async () => (await ToldAsync(server)).Count == 2, "the call and its pack");
        MoveTo(s_morning.AddMinutes(30));
        await Eventually.TrueAsync(async () => (await ToldAsync(server)).Count == 3, "the pack of ten o'clock");
        await server.TellAsync(Event(new CallNoted(s_id, 1, "Nothing more is due"), server.Now));

        var told = await ToldAsync(server);
        var opened = Assert.IsType<CallOpened>(told[0]);
        var packs = told.OfType<CallPackKept>().ToList();

        Assert.Equal(s_id, opened.Call);
        Assert.Equal([1, 2], packs.Select(pack => pack.Revision));
        Assert.InRange(packs[0].Pack.At, s_morning, s_morning.AddMinutes(5));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero), packs[1].Pack.At);
        Assert.Equal(4, told.Count);
    }

    [Fact]
    public async Task Pack_OfAnInstantBeforeTheBoardBegan_IsOfNow()
    {
        var began = s_morning.AddMinutes(40);
        _packs.KnowsFrom = began;
        await using var server = await StartAsync(began);

        await Eventually.TrueAsync(async () => (await ToldAsync(server)).Count == 2, "the pack");

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero), _packs.Asked.First().At);
        Assert.InRange(
            Assert.IsType<CallPackKept>((await ToldAsync(server))[1]).Pack.At, began, began.AddMinutes(5));
    }

    [Fact]
    public async Task Pack_ThatCannotBeMade_IsMadeWithALaterPicture_AndTheLogSaysSoOnce()
    {
        _packs.Fails = true;
        await using var server = await StartAsync(s_morning);
        await Eventually.TrueAsync(() => _packs.Asked.Count >= 3, "three tries");
        Assert.Single(await ToldAsync(server));

        _packs.Fails = false;
        await Eventually.TrueAsync(async () => (await ToldAsync(server)).Count == 2, "the pack");
        var first = _packs.Asked.First().At;
        Assert.All(_packs.Asked, one => Assert.Equal(first, one.At));
        await server.Application.StopAsync();
        Assert.Equal(1, Said(server, "could not be done"));
    }

    [Fact]
    public async Task Journal_ThatTakesNothing_IsAskedAgain_AndTheLogSaysSoOnce()
    {
        await using var server = await StartAsync(s_morning.AddMinutes(-10), RefusingJournal.Before);
        RefusingJournal.Of(server).Refuses = true;
        MoveTo(s_morning);
        await Eventually.TrueAsync(() => Said(server, "its calls could not be done") == 1, "the refusal to be said");
        RefusingJournal.Of(server).Refuses = false;

        await Eventually.TrueAsync(async () => (await ToldAsync(server)).Count == 2, "the call and its pack");
        await server.Application.StopAsync();
        Assert.Equal(1, Said(server, "its calls could not be done"));
    }

    [Fact]
    public async Task Server_ThatWasDownWhenPacksWereDue_MakesThemAsOfTheirInstants()
    {
        using var data = new TemporaryDirectory();
        DateTimeOffset openedAt;
        _packs.Fails = true;
        await using (var before = await StartAsync(s_morning, data: data))
        {
            await Eventually.TrueAsync(() => !_packs.Asked.IsEmpty, "a try");
            openedAt = before.Application.Services.GetRequiredService<LiveState>().Calls()[0].OpenedAt;
        }

        _packs.Fails = false;
        MoveTo(s_morning.AddHours(5));
        await using var server = await StartAsync(s_morning.AddHours(5), data: data);

        await Eventually.TrueAsync(async () => (await ToldAsync(server)).OfType<CallPackKept>().Count() == 2);
        Assert.Equal(
            [openedAt, new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero)],
            (await ToldAsync(server)).OfType<CallPackKept>().Select(kept => kept.Pack.At));
    }

    [Fact]
    public async Task SeveralNodes_ThatLookAtOnce_DoEachThingOnce()
    {
        await using var server = await StartAsync(s_morning.AddMinutes(-10));
        var services = server.Application.Services;
        var nodes = Enumerable.Range(0, 4).Select(_ => new CallWatcher(
            services.GetRequiredService<LiveState>(), services.GetRequiredService<CallDesk>(),
            _packs, services.GetRequiredService<FigureTrail>(), NullLogger<CallWatcher>.Instance)).ToList();
        await Task.WhenAll(nodes.Select(node => node.StartAsync(CancellationToken.None)));
        MoveTo(s_morning.AddMinutes(45));
        var picture = services.GetRequiredService<LiveState>().PictureAt(server.Now);
        var published = new PublishedPicture(1, picture, new ClockReading(server.Now, 1, false, null));
        await Task.WhenAll(nodes.Select(async node => await node.PublishAsync(published)));

        await Eventually.TrueAsync(async () => (await ToldAsync(server)).OfType<CallPackKept>().Any(), "the pack");
        await Task.WhenAll(nodes.Select(node => node.StopAsync(CancellationToken.None)));

        Assert.Single((await ToldAsync(server)).OfType<CallOpened>());
        Assert.Single((await ToldAsync(server)).OfType<CallPackKept>());
        nodes.ForEach(node => node.Dispose());
    }

    [Fact]
    public async Task Action_WhoseTimeHasCome_IsLookedAtAndChasedOnce()
    {
        await using var server = await StartAsync(s_morning.AddHours(5));
        const string Id = "tactical-20261201-1";
        var at = server.Now.AddMinutes(-20);

        await server.TellAsync(
            Event(Opened(Id, at, by: Controller), at), Event(new CallStarted(Id, 2, Controller), at),
            Event(Agreed(Id, 1, at.AddMinutes(10)), at), Event(Closed(Id, 3), at));

        await Eventually.TrueAsync(async () => (await ToldAsync(server)).OfType<CallActionChased>().Any(), "the reminder");
        await server.TellAsync(Event(new CallActionUpdated(Id, 2, 1, CallActionState.Done), server.Now));
        var told = await ToldAsync(server);
        Assert.Equal(
            new CallActionChecked(Id, 1, 1, at.AddMinutes(10)), Assert.Single(told.OfType<CallActionChecked>()));
        Assert.Equal(new CallActionChased(Id, 1, 1), Assert.Single(told.OfType<CallActionChased>()));
    }

    private async Task<RunningServer> StartAsync(
        DateTimeOffset now, Action<WebApplicationBuilder>? more = null, TemporaryDirectory? data = null)
    {
        MoveTo(now);
        return await RunningServer.StartAsync(
            options => data is null ? options : options with { DataDirectory = data.Path },
            builder =>
            {
                _clock.Of(builder);
                builder.Services.AddSingleton<ICallPackMaker>(_packs);
                more?.Invoke(builder);
            });
    }

    private void MoveTo(DateTimeOffset now) => _clock.PutForward(now - _clock.GetUtcNow());

    private static int Said(RunningServer server, string words) => ServerLog.Of(server.Data).Split(words).Length - 1;
}
