using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Calls;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Calls;

/// <summary>Packs of now are made once for all who look; packs of the past are what was shown then.</summary>
public sealed class CallPacksTests : IAsyncDisposable
{
    private static readonly TimeSpan s_step = RankedConstraints.TrailStep;

    private readonly ManualClock _clock = new();
    private readonly HeldJournal _journal;
    private readonly PastPictures _past;
    private readonly LiveState _state = new();
    private readonly FigureTrail _trail = new();
    private readonly CallPacks _packs;
    private int _told;

    public CallPacksTests()
    {
        _journal = new HeldJournal(new MemoryJournal(_clock));
        _journal.Release();
        var restorer = new StateRestorer(_journal, NullLogger<StateRestorer>.Instance);
        _past = new PastPictures(_journal, restorer);
        _packs = new CallPacks(_state, _trail, _journal, restorer, _past, _clock);
    }

    [Fact]
    public async Task Now_ForManyViewers_IsMadeOnceAMinute()
    {
        var call = await TellADayAsync(2);

        var packs = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => _packs.NowAsync(call, CancellationToken.None)));
        _clock.Advance(CallPacks.OldestNow - TimeSpan.FromSeconds(1));
        var later = await _packs.NowAsync(call, CancellationToken.None);

        Assert.All(packs.Append(later), pack => Assert.Same(packs[0], pack));
        Assert.Equal(1, _packs.Made);
        Assert.Equal(1, _packs.Read);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var next = await _packs.NowAsync(call, CancellationToken.None);

        Assert.Equal(_clock.GetUtcNow(), next!.At);
        Assert.Equal(2, _packs.Made);
        Assert.Equal(1, _packs.Read);
    }

    [Fact]
    public async Task At_AskedLater_IsWhatWasShownThen()
    {
        var call = await TellADayAsync();
        var at = _clock.GetUtcNow();
        var shown = await _packs.NowAsync(call, CancellationToken.None);

        await TellAsync(TimeSpan.FromHours(3));
        var later = await _packs.AtAsync(call, at, CancellationToken.None);

        Assert.Equal(Encoded(shown!), Encoded(later!));
        Assert.NotEqual(Encoded(shown!), Encoded((await _packs.NowAsync(call, CancellationToken.None))!));
        Assert.True(shown!.Constraints.Count > 0);
        Assert.Contains(shown.Constraints, constraint => constraint.Since is not null);
        Assert.Contains(shown.Places[0].Standing, line => line.Then.Value is not null);
    }

    [Fact]
    public async Task At_AheadOrBeforeItLooksBack_IsNone()
    {
        var call = await TellADayAsync(2);

        Assert.Null(await _packs.AtAsync(call, _clock.GetUtcNow().AddSeconds(1), CancellationToken.None));
        Assert.Null(await _packs.AtAsync(call, call.Opened.Since, CancellationToken.None));
    }

    [Fact]
    public async Task Packs_BeforeANetworkIsAdopted_AreNone()
    {
        var call = CallOf(1, _clock.GetUtcNow().AddHours(-24));

        Assert.Null(await _packs.NowAsync(call, CancellationToken.None));
        Assert.Null(await _packs.AtAsync(call, _clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Now_WhenTheOneWhoAskedFirstHasGone_IsThereForTheOthers()
    {
        var call = await TellADayAsync(2);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _packs.NowAsync(call, gone.Token));

        Assert.NotNull(await _packs.NowAsync(call, CancellationToken.None));
        Assert.Equal(1, _packs.Made);
    }

    [Fact]
    public async Task Packs_AreHeldUpToTheirBound()
    {
        await TellADayAsync(2);
        var calls = Enumerable.Range(0, CallPacks.MostHeld + 1)
            .Select(number => CallOf(number, _clock.GetUtcNow().AddHours(-1 - number)))
            .ToList();
        foreach (var call in calls)
        {
            await _packs.NowAsync(call, CancellationToken.None);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await _packs.NowAsync(calls[^1], CancellationToken.None);
        Assert.Equal((calls.Count, calls.Count), (_packs.Made, _packs.Read));
        await _packs.NowAsync(calls[0], CancellationToken.None);
        Assert.Equal(calls.Count + 1, _packs.Made);
    }

    public async ValueTask DisposeAsync()
    {
        _past.Dispose();
        await _journal.DisposeAsync();
    }

    private static string Encoded(CallPack pack) =>
        System.Text.Encoding.UTF8.GetString(EventCatalogue.Encode(new CallPackKept("call", 1, pack)));

    private static Call CallOf(int number, DateTimeOffset since)
    {
        var opened = new CallOpened(
            CallIdentity.Of("situational-awareness", new DateOnly(2026, 11, 24), number),
            1,
            CallKind.SituationalAwareness,
            "10:00 call",
            since.AddHours(24),
            since,
            ["TST"]);
        return new Call(opened.Call, since, opened);
    }

    /// <summary>Hours of ambulances, every second handed over late. Returns a call that looks back on them.</summary>
    private async Task<Call> TellADayAsync(int hours = 24)
    {
        await AppendAsync(TestNetwork.Adoption());
        await TellAsync(TimeSpan.FromHours(hours + 1));
        return CallOf(1, _clock.GetUtcNow().AddHours(-hours));
    }

    /// <summary>Tells of what happens in a time; the board shows each step of it.</summary>
    private async Task TellAsync(TimeSpan time)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end;)
        {
            _clock.Advance(s_step);
            var turn = ++_told;
            await AppendAsync(
                Told(new AmbulanceArrived($"c{turn}")), Told(new EdAttendanceRegistered($"e{turn}"), "basildon-pas"));
            if (turn > 14 && turn % 2 == 0)
            {
                await AppendAsync(Told(new HandoverCompleted($"c{turn - 14}")));
            }

            _trail.Take(_clock.GetUtcNow(), _state.PictureAt(_clock.GetUtcNow()));
        }

        // What is recorded from now on is later than what the board showed.
        _clock.Advance(TimeSpan.FromSeconds(1));
    }

    private FlowEvent Told(EventDetail detail, string source = "eeast-cad") => new()
    {
        Source = source,
        MessageId = $"{_told}/{detail.GetType().Name}",
        OccurredAt = _clock.GetUtcNow(),
        Site = "RAJ12",
        Detail = detail,
    };

    private async Task AppendAsync(params FlowEvent[] events)
    {
        await _journal.AppendAsync(events, CancellationToken.None);
        await foreach (var batch in _journal.ReadAsync(_state.Sequence, CancellationToken.None))
        {
            _state.Apply(batch);
        }
    }
}
