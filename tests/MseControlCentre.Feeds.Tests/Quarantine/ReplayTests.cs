using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Journal;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Quarantine;

/// <summary>Replaying some of the quarantine: only those, none lost whatever cuts it off, and again without harm.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Replay_OfSome_TriesOnlyThoseOldestFirst()
    {
        using var bench = await WithUnknownSenderAsync(4);
        using var mended = Mended(bench);
        var heads = mended.Quarantine.Heads();
        var outcomes = new List<ReplayedEntry>();

        await mended.Replay.ReplayAsync(
            new HashSet<string> { heads[2].Id, heads[0].Id, "not there" }, outcomes.Add, CancellationToken.None);

        Assert.Equal([heads[0].Id, heads[2].Id], outcomes.Select(outcome => outcome.EntryId));
        Assert.All(outcomes, outcome => Assert.Equal(ReplayOutcome.Accepted, outcome.Outcome));
        Assert.Equal([heads[1].Id, heads[3].Id], mended.Quarantine.Heads().Select(head => head.Id));
    }

    [Fact]
    public async Task Replay_OfTheSameTwice_TriesNothingTheSecondTime()
    {
        using var bench = await WithUnknownSenderAsync(2);
        using var mended = Mended(bench);
        var all = Ids(mended);
        var outcomes = new List<ReplayedEntry>();
        await mended.Replay.ReplayAsync(all, _ => { }, CancellationToken.None);

        await mended.Replay.ReplayAsync(all, outcomes.Add, CancellationToken.None);

        Assert.Empty(outcomes);
        Assert.Equal(2, (await mended.EventsAsync()).Count);
    }

    [Fact]
    public async Task Replay_KilledBeforeItsMarkIsWritten_IsAlreadyKnownTheNextTime()
    {
        using var bench = await WithUnknownSenderAsync(2);
        using var killed = Mended(bench);
        var unmarked = killed.Quarantine.Waiting();
        await killed.Replay.ReplayAsync(Ids(killed), _ => { }, CancellationToken.None);

        // The journal has the events; of the quarantine's file only what was there before the replay is left.
        using var after = new Bench(Networks.Test, journal: killed.Journal);
        foreach (var entry in unmarked)
        {
            after.Quarantine.Add(entry);
        }

        var outcomes = new List<ReplayedEntry>();
        await after.Replay.ReplayAsync(Ids(after), outcomes.Add, CancellationToken.None);

        Assert.Equal([ReplayOutcome.AlreadyKnown, ReplayOutcome.AlreadyKnown], outcomes.Select(one => one.Outcome));
        Assert.Equal(2, (await after.EventsAsync()).Count);
        Assert.Empty(after.Quarantine.Heads());
    }

    [Fact]
    public async Task Replay_OfWhatOnlyTheSenderCanMend_TakesNothingThatWasNotSent()
    {
        using var bench = new Bench();
        await bench.SendAsync(Messages.Admission("1").Replace("20261122095800", "x", StringComparison.Ordinal));
        await bench.PostAsync(
            """
            {"source":"eeast-cad","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"RAJ12",
             "kind":"AmbulanceArrived","detail":{"conveyance":"J1","category":"C9"}}
            """);
        Assert.All(bench.Quarantine.Heads(), head => Assert.True(head.NeedsSender));
        var outcomes = new List<ReplayedEntry>();

        await bench.Replay.ReplayAsync(Ids(bench), outcomes.Add, CancellationToken.None);

        Assert.Equal(["EVN-6", "detail.category"], outcomes.Select(one => one.Rejection!.Field));
        Assert.All(outcomes, one => Assert.Contains("send it again", one.Rejection!.Expected, StringComparison.Ordinal));
        Assert.Empty(await bench.EventsAsync());
        Assert.Equal(2, bench.Quarantine.Heads().Count);
    }

    [Fact]
    public async Task Replay_WhileTheJournalIsUnavailable_KeepsEveryMessage()
    {
        using var bench = await WithUnknownSenderAsync(3);
        var journal = new HeldJournal { IsUnavailable = true };
        journal.Release();
        using var mended = Mended(bench, journal);
        var all = Ids(mended);

        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => mended.Replay.ReplayAsync(all, _ => { }, CancellationToken.None));
        Assert.Equal(3, mended.Quarantine.Heads().Count);
        journal.IsUnavailable = false;
        await mended.Replay.ReplayAsync(all, _ => { }, CancellationToken.None);

        Assert.Empty(mended.Quarantine.Heads());
        Assert.Equal(3, journal.Appended.Count);
    }

    [Fact]
    public void Store_WhoseOldestFilesAreReplayed_LetsThemGoAndNothingThatWaits()
    {
        using var directory = new TemporaryDirectory();
        using var store = new QuarantineStore(
            directory.Path, new FeedLimits { QuarantineFileBytes = 1000, QuarantineFiles = 4 });
        for (var one = 0; one < 6; one++)
        {
            store.Add(QuarantineTests.Entry($"e{one}"));
        }

        foreach (var id in new[] { "e0", "e1", "e2", "e3" })
        {
            store.MarkReplayed(id, DateTimeOffset.UnixEpoch, "Accepted");
        }

        for (var one = 6; one < 10; one++)
        {
            store.Add(QuarantineTests.Entry($"e{one}"));
        }

        string[] waiting = ["e4", "e5", "e6", "e7", "e8", "e9"];
        Assert.Equal(waiting, store.Heads().Select(head => head.Id));
        Assert.Equal(waiting, store.Waiting().Select(entry => entry.Id));
        Assert.Equal(0, store.Dropped);
    }

    [Fact]
    public void Heads_OfAStoreOpenedAgain_AreThoseThatWait()
    {
        using var directory = new TemporaryDirectory();
        using (var store = new QuarantineStore(directory.Path, new FeedLimits()))
        {
            store.Add(QuarantineTests.Entry("e1"));
            store.Add(QuarantineTests.Entry("e2"));
            store.MarkReplayed("e1", DateTimeOffset.UnixEpoch, "Accepted");
        }

        using var again = new QuarantineStore(directory.Path, new FeedLimits());

        Assert.Equal("e2", Assert.Single(again.Heads()).Id);
        Assert.False(again.Waits("e1"));
    }

    [Fact]
    public void Heads_BeyondTheBoundOfTheFiles_LeaveWithThem()
    {
        using var directory = new TemporaryDirectory();
        using var store = new QuarantineStore(
            directory.Path, new FeedLimits { QuarantineFileBytes = 1000, QuarantineFiles = 3 });

        for (var one = 0; one < 200; one++)
        {
            store.Add(QuarantineTests.Entry($"e{one:D3}"));
        }

        Assert.Equal(store.Waiting().Select(entry => entry.Id), store.Heads().Select(head => head.Id));
        Assert.Equal(200, store.Heads().Count + store.Dropped);
        Assert.InRange(store.Heads().Count, 1, 12);
    }

    private static HashSet<string> Ids(Bench bench) =>
        bench.Quarantine.Heads().Select(head => head.Id).ToHashSet(StringComparer.Ordinal);

    private static async Task<Bench> WithUnknownSenderAsync(int messages)
    {
        var bench = new Bench(Networks.Changed(feeds => feeds[0]!["sendingApplication"] = "SOMEBODY"));
        for (var message = 1; message <= messages; message++)
        {
            await bench.SendAsync(Messages.Admission($"{message}"));
        }

        Assert.Equal(messages, bench.Quarantine.Heads().Count);
        return bench;
    }

    private static Bench Mended(Bench before, IJournal? journal = null)
    {
        var mended = new Bench(Networks.Test, journal: journal);
        foreach (var entry in before.Quarantine.Waiting())
        {
            mended.Quarantine.Add(entry);
        }

        return mended;
    }
}
