using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>Whoever is refused again and again cannot fill the journal, and no refusal goes uncounted.</summary>
public sealed class RefusalTallyTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly RefusingJournal _journal;
    private readonly RefusalTally _tally;

    public RefusalTallyTests()
    {
        _journal = new RefusingJournal(new MemoryJournal(_clock));
        var network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
        _tally = new RefusalTally(
            new AuditWriter(_journal, network, _clock), _clock, NullLogger<RefusalTally>.Instance);
    }

    [Fact]
    public async Task AnAttackOfAnHour_IsAnEntryAMinuteWithEveryRefusalCounted()
    {
        for (var second = 0; second < 3600; second++)
        {
            await _tally.AddAsync(Refusal());
            _clock.SetTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            await _tally.WriteCountedAsync();
        }

        await _tally.WriteCountedAsync(all: true);

        var written = await WrittenAsync();
        Assert.InRange(written.Count, 60, 62);
        Assert.Equal(3600, written.Sum(act => act.Times));
    }

    [Fact]
    public async Task TwoPeople_AreToldApart()
    {
        await _tally.AddAsync(Refusal("10.0.0.1", "p_1"));
        await _tally.AddAsync(Refusal("10.0.0.1", "p_2"));
        await _tally.AddAsync(Refusal("10.0.0.2", "p_2"));

        Assert.Equal(3, (await WrittenAsync()).Count);
    }

    [Fact]
    public async Task AllAddressesOfOneMachine_AreCountedTogether()
    {
        for (var last = 0; last < 100; last++)
        {
            await _tally.AddAsync(Refusal($"2001:db8:0:1::{last:x}"));
        }

        Assert.Single(await WrittenAsync());
    }

    [Fact]
    public async Task ManyAddresses_AreBoundedAndStillCounted()
    {
        for (var last = 0; last < 10_000; last++)
        {
            await _tally.AddAsync(Refusal($"10.0.{last / 256}.{last % 256}"));
        }

        await _tally.WriteCountedAsync(all: true);

        var written = await WrittenAsync();
        Assert.InRange(written.Count, 1, RefusalTally.MostToldApart + 2);
        Assert.Equal(10_000, written.Sum(act => act.Times));
    }

    [Fact]
    public async Task WhoGoesAway_IsForgottenAfterAMinute()
    {
        await _tally.AddAsync(Refusal());
        _clock.SetTo(_clock.GetUtcNow() + RefusalTally.Window);
        await _tally.WriteCountedAsync();
        await _tally.AddAsync(Refusal());

        Assert.Equal([1, 1], (await WrittenAsync()).Select(act => act.Times));
    }

    [Fact]
    public async Task WhatTheJournalDoesNotTake_IsCountedOn()
    {
        _journal.Refuses = true;
        await _tally.AddAsync(Refusal());
        await _tally.AddAsync(Refusal());
        _journal.Refuses = false;

        await _tally.WriteCountedAsync(all: true);

        Assert.Equal(2, (await WrittenAsync()).Sum(act => act.Times));
    }

    public async ValueTask DisposeAsync()
    {
        _tally.Dispose();
        await _journal.DisposeAsync();
    }

    private async Task<IReadOnlyList<AccessRecorded>> WrittenAsync()
    {
        var written = new List<AccessRecorded>();
        await foreach (var batch in _journal.ReadAsync(0, CancellationToken.None))
        {
            written.AddRange(batch.Select(entry => (AccessRecorded)entry.Event.Detail));
        }

        return written;
    }

    private AccessRecorded Refusal(string address = "10.0.0.1", string? actor = null) => new(
        _clock.GetUtcNow(), nameof(AuditAct.Refused), Allowed: false, Actor: actor, Address: address);
}
