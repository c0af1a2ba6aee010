using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace MseControlCentre.Feeds.Tests.Monitoring;

public sealed class FeedMonitorTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Start_EveryFeedThatSends_IsSilent()
    {
        var events = Monitor().Start();

        Assert.Equal(5, events.Count);
        Assert.All(events, one => Assert.Equal(("control-centre", "TST"), (one.Source, one.Site)));
        Assert.Contains(new FeedSilenced("basildon-pas", SilenceReason.ServerStarted), events.Select(one =>
            one.Detail));
    }

    [Fact]
    public void Tick_FeedHeardAgain_ResumesAtTheTimeItWasHeard()
    {
        var monitor = Monitor();
        monitor.Start();
        Assert.Empty(monitor.Tick());
        var heardAt = _clock.GetUtcNow();

        monitor.Ignored("basildon-pas", "A31 person updated");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var resumed = Assert.Single(monitor.Tick());
        Assert.Equal(new FeedResumed("basildon-pas"), resumed.Detail);
        Assert.Equal(heardAt, resumed.OccurredAt);
        Assert.Empty(monitor.Tick());
    }

    [Fact]
    public void Tick_NothingHeardForTooLong_SilencesOnce()
    {
        var monitor = Heard();
        var last = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(monitor.Tick());

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new FeedSilenced("basildon-pas", SilenceReason.NothingHeard, last),
            Assert.Single(monitor.Tick()).Detail);
        Assert.Empty(monitor.Tick());
    }

    [Fact]
    public void Tick_RejectedMessages_DoNotKeepAFeedFresh()
    {
        var monitor = Heard();
        _clock.Advance(TimeSpan.FromSeconds(600));

        monitor.Rejected("basildon-pas", "EVN-6");

        Assert.IsType<FeedSilenced>(Assert.Single(monitor.Tick()).Detail);
    }

    [Fact]
    public void Tick_LastConnectionClosed_SilencesAfterAShortTime()
    {
        var monitor = Heard();
        monitor.Connected("basildon-pas");
        monitor.Connected("basildon-pas");
        monitor.Disconnected("basildon-pas");
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(monitor.Tick());

        monitor.Disconnected("basildon-pas");
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(monitor.Tick());
        _clock.Advance(TimeSpan.FromSeconds(1));

        var silenced = Assert.IsType<FeedSilenced>(Assert.Single(monitor.Tick()).Detail);
        Assert.Equal(SilenceReason.Disconnected, silenced.Reason);
        Assert.Equal(FeedState.Disconnected, monitor.Snapshot()[0].State);
    }

    [Fact]
    public void Tick_SenderThatReconnectsAtOnce_IsNotSilent()
    {
        var monitor = Heard();
        monitor.Connected("basildon-pas");
        monitor.Disconnected("basildon-pas");
        monitor.Connected("basildon-pas");
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty(monitor.Tick());
    }

    [Fact]
    public void Events_OfTheSameMoment_HaveTheSameIdentity()
    {
        Assert.Equal(Monitor().Start(), Monitor().Start());
    }

    [Fact]
    public void Snapshot_States_FollowTheNetworkFile()
    {
        var monitor = Monitor();
        Assert.Equal(FeedState.NotHeardYet, monitor.Snapshot()[0].State);
        monitor.Accepted("basildon-pas", 2, 1, _clock.GetUtcNow());
        Assert.Equal(FeedState.Live, monitor.Snapshot()[0].State);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(FeedState.Late, monitor.Snapshot()[0].State);
        _clock.Advance(TimeSpan.FromSeconds(540));
        Assert.Equal(FeedState.Stale, monitor.Snapshot()[0].State);
        Assert.Equal((2, 1), (monitor.Snapshot()[0].Accepted, monitor.Snapshot()[0].AlreadyKnown));
    }

    [Fact]
    public void Snapshot_Rate_IsOfTheLastMinute()
    {
        var monitor = Monitor();
        for (var second = 0; second < 120; second++)
        {
            monitor.Ignored("basildon-pas", "x");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(monitor.Snapshot()[0].RatePerMinute, 55, 60);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, monitor.Snapshot()[0].RatePerMinute);
    }

    [Fact]
    public void Snapshot_NamesFromSenders_AreBounded()
    {
        var monitor = Monitor();
        for (var one = 0; one < 1000; one++)
        {
            monitor.Ignored("basildon-pas", $"T{one}");
            monitor.Rejected(null, $"R{one}");
        }

        var status = monitor.Snapshot();
        Assert.Equal(101, status[0].IgnoredByType.Count);
        Assert.Equal(900, status[0].IgnoredByType["(others)"]);
        Assert.Equal((FeedMonitor.UnknownSender, 101), (status[^1].Id, status[^1].RejectsByReason.Count));
    }

    [Fact]
    public void Tick_DeclaredFeed_IsNeverSilent()
    {
        var monitor = new FeedMonitor(Networks.Changed(feeds => feeds[3]!["protocol"] = "Declared"), _clock);
        monitor.Accepted("care-transfer-hub", 1, 0, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.DoesNotContain(monitor.Start().Concat(monitor.Tick()), one =>
            one.Detail is FeedSilenced { Feed: "care-transfer-hub" });
    }

    [Fact]
    public async Task Watch_JournalUnavailable_WritesLater()
    {
        var held = new HeldJournal { IsUnavailable = true };
        var monitor = Monitor();
        using var watch = new SilenceWatch(monitor, held, NullLogger<SilenceWatch>.Instance);

        watch.MarkStart();
        await watch.LookAsync();
        Assert.Empty(held.Appended);
        held.IsUnavailable = false;
        held.Release();
        await watch.LookAsync();

        Assert.Equal(5, held.Appended.Count);
    }

    private FeedMonitor Monitor() => new(Networks.Test, _clock);

    private FeedMonitor Heard()
    {
        var monitor = Monitor();
        monitor.Accepted("basildon-pas", 1, 0, _clock.GetUtcNow());
        return monitor;
    }
}
