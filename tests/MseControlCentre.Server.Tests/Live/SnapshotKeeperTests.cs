using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>Whoever looks back never reads more than an hour of the last 30, or a day of the last 35 days.</summary>
public sealed class SnapshotKeeperTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _journal;
    private readonly LiveState _state = new();
    private readonly SnapshotKeeper _keeper;
    private int _arrivals;

    public SnapshotKeeperTests()
    {
        _journal = new MemoryJournal(_clock);
        _keeper = new SnapshotKeeper(_journal, _state, _clock, NullLogger<SnapshotKeeper>.Instance);
    }

    [Fact]
    public async Task AStartThatReadsDays_KeepsTheSnapshotsThatWereMissing()
    {
        await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        for (var quarter = 0; quarter < 4 * 24 * 5; quarter++)
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await TellAsync();
        }

        await foreach (var batch in _journal.ReadAsync(0, CancellationToken.None))
        {
            foreach (var entry in batch)
            {
                _state.Apply([entry]);
                await _keeper.ConsiderPastAsync(CancellationToken.None);
            }
        }

        await _keeper.WhenKeptAsync();

        var now = _clock.GetUtcNow();
        for (var hours = 1; hours < 30; hours++)
        {
            Assert.InRange(await AgeAsync(now.AddHours(-hours)), TimeSpan.Zero, TimeSpan.FromHours(1));
        }

        for (var days = 1; days < 5; days++)
        {
            Assert.InRange(await AgeAsync(now.AddDays(-days)), TimeSpan.Zero, TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task WhileItRuns_OneIsKeptInEachHourThatAnythingWasRecordedIn()
    {
        await _journal.AppendAsync([TestNetwork.Adoption()], CancellationToken.None);
        await ApplyAsync();
        var first = await KeptAsync();

        for (var minute = 0; minute < 59; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await TellAsync();
            await ApplyAsync();
        }

        var second = await KeptAsync();
        Assert.Null(first);
        Assert.NotNull(second);
        Assert.NotEqual(_state.Sequence, second.Sequence);

        _clock.Advance(TimeSpan.FromHours(1));
        await ApplyAsync();

        Assert.Equal(second.Sequence, (await KeptAsync())!.Sequence);

        await TellAsync();
        await ApplyAsync();

        Assert.Equal(_state.Sequence, (await KeptAsync())!.Sequence);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    private async Task<TimeSpan> AgeAsync(DateTimeOffset at) =>
        at - (await _journal.LoadSnapshotAsync(at, CancellationToken.None))!.RecordedAt;

    private async Task<JournalSnapshot?> KeptAsync()
    {
        await _keeper.WhenKeptAsync();
        return await _journal.LoadSnapshotAsync(null, CancellationToken.None);
    }

    private async Task ApplyAsync()
    {
        await foreach (var batch in _journal.ReadAsync(_state.Sequence, CancellationToken.None))
        {
            _state.Apply(batch);
        }

        _keeper.Consider(CancellationToken.None);
        await _keeper.WhenKeptAsync();
    }

    private ValueTask<AppendResult> TellAsync() => _journal.AppendAsync(
        [
            new FlowEvent
            {
                Source = "eeast-cad",
                MessageId = $"m{++_arrivals}",
                OccurredAt = _clock.GetUtcNow(),
                Site = "RAJ12",
                Detail = new AmbulanceArrived($"c_{_arrivals}"),
            },
        ],
        CancellationToken.None);
}
