using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>Rates, lags and gaps of the feeds, worked out from the journal alone.</summary>
public sealed class FeedActivityTests
{
    private const string Feed = "basildon-pas";
    private static readonly DateTimeOffset s_start = new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);
    private readonly FeedActivity _activity = new(NetworkFile.Read(TestNetwork.Utf8).Map!);
    private long _sequence;

    [Fact]
    public void Rate_NowAndUsual_AreOfTheSameHourOfOtherDays()
    {
        Tell("2026-11-10T12:00:00", s_start);
        for (var day = 11; day <= 14; day++)
        {
            Every($"2026-11-{day}T09:00:00", TimeSpan.FromHours(2), TimeSpan.FromSeconds(30));
        }

        Every("2026-11-15T09:00:00", TimeSpan.FromHours(1), TimeSpan.FromSeconds(15));

        var pace = _activity.Of(Feed, Time("2026-11-15T10:00:00"), 6)!;

        Assert.Equal(4, pace.PerMinute!.Value, 1e-9);
        Assert.Equal(2, pace.UsualPerMinute!.Value, 1e-9);
        Assert.Equal(4, pace.UsualDays);
    }

    [Fact]
    public void Rate_WithoutADayBefore_HasNothingUsual()
    {
        Every("2026-11-10T09:00:00", TimeSpan.FromHours(1), TimeSpan.FromSeconds(60));

        var pace = _activity.Of(Feed, Time("2026-11-10T10:00:00"), 6)!;

        Assert.Null(pace.UsualPerMinute);
        Assert.Equal(0, pace.UsualDays);
    }

    [Fact]
    public void Lag_OfTheLastHour_IsMedianAndWorst()
    {
        Tell("2026-11-10T08:00:00", Time("2026-11-10T02:00:00"));
        foreach (var seconds in new[] { 5, 10, 700, 20, 15 })
        {
            Tell("2026-11-10T09:30:00", Time("2026-11-10T09:30:00").AddSeconds(-seconds));
        }

        var pace = _activity.Of(Feed, Time("2026-11-10T10:00:00"), 6)!;

        Assert.Equal(TimeSpan.FromSeconds(15), pace.MedianLag);
        Assert.Equal(TimeSpan.FromSeconds(700), pace.WorstLag);
        Assert.Null(_activity.Of(Feed, Time("2026-11-10T12:00:00"), 6)!.MedianLag);
        Assert.Null(_activity.Of(Feed, Time("2026-11-10T12:00:00"), 6)!.WorstLag);
    }

    [Fact]
    public void Slots_WhileSilentOrBeforeTheJournal_AreNotKnownRatherThanZero()
    {
        Tell("2026-11-10T09:01:00", Time("2026-11-10T09:01:00"));
        Tell("2026-11-10T09:06:00", Time("2026-11-10T09:06:00"));
        Tell("2026-11-10T09:30:00", new FeedSilenced(Feed, SilenceReason.NothingHeard, Time("2026-11-10T09:10:00")));
        Tell("2026-11-10T09:45:00", new FeedResumed(Feed));

        var slots = _activity.Of(Feed, Time("2026-11-10T10:02:00"), 2)!.Slots
            .ToDictionary(slot => slot.From, slot => slot.Count);

        Assert.Null(slots[Time("2026-11-10T08:55:00")]);
        Assert.Null(slots[Time("2026-11-10T09:00:00")]);
        Assert.Equal(1, slots[Time("2026-11-10T09:05:00")]);
        Assert.Null(slots[Time("2026-11-10T09:10:00")]);
        Assert.Null(slots[Time("2026-11-10T09:40:00")]);
        Assert.Equal(0, slots[Time("2026-11-10T09:45:00")]);
    }

    [Fact]
    public void Rate_OfASilentFeed_IsNotKnown()
    {
        Tell("2026-11-10T08:00:00", Time("2026-11-10T08:00:00"));
        Tell("2026-11-10T09:00:00", new FeedSilenced(Feed, SilenceReason.Disconnected, Time("2026-11-10T08:00:00")));

        Assert.Null(_activity.Of(Feed, Time("2026-11-10T09:30:00"), 6)!.PerMinute);
    }

    [Fact]
    public void Of_AFeedOfNoNetwork_IsNothing() => Assert.Null(_activity.Of("nobody", s_start, 6));

    [Fact]
    public void Delays_AreBoundedToTheNewest()
    {
        var at = Time("2026-11-10T09:00:00");
        Many(FeedCounts.MostDelays, TimeSpan.FromSeconds(1));
        Many(FeedCounts.MostDelays, TimeSpan.FromSeconds(9));

        Assert.Equal(TimeSpan.FromSeconds(9), _activity.Of(Feed, at, 6)!.MedianLag);

        void Many(int count, TimeSpan lag)
        {
            for (var one = 0; one < count; one++)
            {
                Tell("2026-11-10T09:00:00", at - lag);
            }
        }
    }

    [Fact]
    public void Slots_OfMoreThanEightDays_TakeThePlaceOfTheOldest()
    {
        Tell("2026-11-10T09:01:00", s_start);
        Tell("2026-11-18T09:01:00", s_start);

        var slots = _activity.Of(Feed, Time("2026-11-18T09:06:00"), 1)!.Slots;

        Assert.Equal(1, slots[^2].Count);
    }

    [Fact]
    public void TheSameEntries_GiveTheSameNumbersInAnyBatches()
    {
        var other = new FeedActivity(NetworkFile.Read(TestNetwork.Utf8).Map!);
        var entries = Enumerable.Range(0, 500).Select(one => Entry(
            Time("2026-11-10T06:00:00").AddSeconds(one * 37), Time("2026-11-10T06:00:00").AddSeconds(one * 31))).ToList();
        _activity.Take(entries);
        foreach (var batch in entries.Chunk(7))
        {
            other.Take(batch);
        }

        var at = Time("2026-11-10T10:00:00");
        var (one, two) = (_activity.Of(Feed, at, 6)!, other.Of(Feed, at, 6)!);

        Assert.Equal(one.Slots, two.Slots);
        Assert.Equal((one.PerMinute, one.MedianLag, one.WorstLag), (two.PerMinute, two.MedianLag, two.WorstLag));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private void Every(string from, TimeSpan during, TimeSpan step)
    {
        for (var at = Time(from); at < Time(from) + during; at += step)
        {
            _activity.Take([Entry(at, at)]);
        }
    }

    private void Tell(string recordedAt, DateTimeOffset occurredAt) =>
        _activity.Take([Entry(Time(recordedAt), occurredAt)]);

    private void Tell(string at, EventDetail detail) => _activity.Take(
    [
        new JournalEntry(++_sequence, Time(at), new FlowEvent
        {
            Source = "control-centre",
            MessageId = $"own-{_sequence}",
            OccurredAt = Time(at),
            Site = "TST",
            Detail = detail,
        }),
    ]);

    private JournalEntry Entry(DateTimeOffset recordedAt, DateTimeOffset occurredAt) => new(
        ++_sequence,
        recordedAt,
        new FlowEvent
        {
            Source = Feed,
            MessageId = _sequence.ToString(CultureInfo.InvariantCulture),
            OccurredAt = occurredAt,
            Site = "RAJ12",
            Detail = new PatientDischarged("v_1"),
        });
}
