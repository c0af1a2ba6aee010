using MseControlCentre.Domain.Events;

namespace MseControlCentre.Journal.Tests.Contract;

/// <summary>Order, identity and recorded time of appended events.</summary>
public abstract class AppendContract : JournalContract
{
    [Fact]
    public async Task Append_SeveralEvents_KeepsThemInOrderFromSequenceOne()
    {
        var result = await Journal.AppendAsync(Sample.Events(3));

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Appended, AppendOutcome.Appended], result.Outcomes);
        Assert.Equal(3, result.LastSequence);
        Assert.Equal(3, Journal.LastSequence);
        var entries = await Journal.ReadAllAsync();
        Sample.AssertInOrder(entries);
        Assert.Equal("m1 m2 m3", entries.Ids());
        Assert.All(entries, entry => Assert.Equal(Clock.GetUtcNow(), entry.RecordedAt));
    }

    [Fact]
    public async Task Append_NoEvents_ChangesNothing()
    {
        var result = await Journal.AppendAsync();

        Assert.Empty(result.Outcomes);
        Assert.Equal(0, result.LastSequence);
        Assert.Empty(await Journal.ReadAllAsync());
    }

    [Fact]
    public async Task Append_SameIdentityInOneCall_KeepsTheFirst()
    {
        var later = Sample.Event("m1") with { OccurredAt = Sample.Morning.AddHours(1) };

        var result = await Journal.AppendAsync(Sample.Event("m1"), later, Sample.Event("m2"));

        Assert.Equal(
            [AppendOutcome.Appended, AppendOutcome.AlreadyKnown, AppendOutcome.Appended], result.Outcomes);
        var entries = await Journal.ReadAllAsync();
        Assert.Equal("m1 m2", entries.Ids());
        Assert.Equal(Sample.Morning, entries[0].Event.OccurredAt);
    }

    [Fact]
    public async Task Append_SameIdentityInALaterCall_IsAlreadyKnown()
    {
        await Journal.AppendAsync(Sample.Events(2));
        await ReopenAsync();

        var result = await Journal.AppendAsync(Sample.Event("m2"), Sample.Event("m3"));

        Assert.Equal([AppendOutcome.AlreadyKnown, AppendOutcome.Appended], result.Outcomes);
        Assert.Equal("m1 m2 m3", (await Journal.ReadAllAsync()).Ids());
    }

    [Fact]
    public async Task Append_SameMessageIdFromAnotherSource_IsNew()
    {
        var result = await Journal.AppendAsync(Sample.Event("m1"), Sample.Event("m1", source: "eeast-cad"));

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Appended], result.Outcomes);
    }

    [Fact]
    public async Task Append_SourceAndMessageIdThatJoinAlike_AreKeptApart()
    {
        var result = await Journal.AppendAsync(Sample.Event("b-m1", source: "a"), Sample.Event("m1", source: "a-b"));

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Appended], result.Outcomes);
    }

    [Fact]
    public async Task Append_LargestCall_IsKeptWhole()
    {
        var result = await Journal.AppendAsync(Sample.Events(JournalLimits.EventsInOneAppend));

        Assert.Equal(JournalLimits.EventsInOneAppend, result.LastSequence);
        var entries = await Journal.ReadAllAsync();
        Assert.Equal(JournalLimits.EventsInOneAppend, entries.Count);
        Sample.AssertInOrder(entries);
    }

    [Fact]
    public async Task Append_MoreThanTheLargestCall_IsRefusedWhole()
    {
        var tooMany = Sample.Events(JournalLimits.EventsInOneAppend + 1);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(tooMany));

        Assert.Contains("65537 events in one append; at most 65536", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Journal.LastSequence);
    }

    [Theory]
    [InlineData("", "m1", "RAJ12", "Source is empty")]
    [InlineData("basildon-pas", " ", "RAJ12", "MessageId is empty")]
    [InlineData("basildon-pas", "m1", "", "Site is empty")]
    public async Task Append_EventThatCannotBeKept_IsRefusedByField(
        string source, string messageId, string site, string expected)
    {
        var wrong = Sample.Event("m1") with { Source = source, MessageId = messageId, Site = site };

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Journal.AppendAsync(Sample.Event("m0"), wrong));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await Journal.ReadAllAsync());
    }

    [Fact]
    public async Task Append_MessageIdThatIsNoUnicode_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(Sample.Event("m\ud800")));

        Assert.StartsWith(
            "MessageId (2 characters) holds half of a surrogate pair", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_MessageIdThatIsTooLong_IsRefused()
    {
        var wrong = Sample.Event(new string('m', JournalLimits.MessageIdLength + 1));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(wrong));

        Assert.StartsWith("MessageId has 513 characters; at most 512", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_ClockSetBack_RecordsNoEarlierTimeThanBefore()
    {
        await Journal.AppendAsync(Sample.Event("m1"));
        var before = Clock.GetUtcNow();
        Clock.SetTo(before.AddHours(-1));
        await Journal.AppendAsync(Sample.Event("m2"));
        await ReopenAsync();
        await Journal.AppendAsync(Sample.Event("m3"));

        Assert.All(await Journal.ReadAllAsync(), entry => Assert.Equal(before, entry.RecordedAt));
    }

    [Fact]
    public async Task Append_TimeWithOffset_IsTheSameWhetherFollowedOrReadBack()
    {
        var localTime = Sample.Event("m1") with
        {
            OccurredAt = new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.FromHours(1)),
        };
        await Journal.AppendAsync(localTime);
        var followed = await Journal.FollowAsync(0, 1, CancellationToken.None);
        await ReopenAsync();

        var read = await Journal.ReadAllAsync();

        Assert.Equal(TimeSpan.Zero, followed[0].Event.OccurredAt.Offset);
        Assert.Equal(followed, read);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero), read[0].Event.OccurredAt);
    }

    [Fact]
    public async Task Append_TextThatJsonCannotWrite_IsTheSameWhetherFollowedOrReadBack()
    {
        await Journal.AppendAsync(Sample.Event("m1") with { Detail = new PatientDischarged("v_\udc00") });
        var followed = await Journal.FollowAsync(0, 1, CancellationToken.None);
        await ReopenAsync();

        Assert.Equal(followed, await Journal.ReadAllAsync());
        Assert.Equal(new PatientDischarged("v_\ufffd"), followed[0].Event.Detail);
    }

    [Fact]
    public async Task Append_Cancelled_WritesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Journal.AppendAsync(Sample.Events(1), cancelled).AsTask());

        Assert.Equal(0, Journal.LastSequence);
    }

    [Fact]
    public async Task Append_ManyAppendersWithRepeats_KeepsEachEventOnce()
    {
        // Eight senders share 200 identities: each identity is sent by two of them, at the same time.
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            var appended = 0;
            for (var number = 0; number < 50; number++)
            {
                var result = await Journal.AppendAsync(Sample.Event($"s{sender / 2}-{number}"));
                appended += result.Outcomes.Count(outcome => outcome == AppendOutcome.Appended);
            }

            return appended;
        })));

        Assert.Equal(200, results.Sum());
        var entries = await Journal.ReadAllAsync();
        Assert.Equal(200, entries.Count);
        Sample.AssertInOrder(entries);
        Assert.Equal(200, entries.DistinctBy(entry => entry.Event.MessageId, StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Append_OneSenderAfterAnother_KeepsEachSendersOrder()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++)
            {
                await Journal.AppendAsync(Sample.Event($"{number:D3}", source: $"sender-{sender}"));
            }
        })));

        var entries = await Journal.ReadAllAsync();
        foreach (var ofOne in entries.GroupBy(entry => entry.Event.Source, StringComparer.Ordinal))
        {
            Assert.Equal(ofOne.OrderBy(entry => entry.Event.MessageId, StringComparer.Ordinal).Ids(), ofOne.Ids());
        }
    }

    [Fact]
    public async Task Append_Closed_SaysSo()
    {
        await Journal.DisposeAsync();

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => Journal.AppendAsync(Sample.Event("m1")));

        Assert.Contains("closed", exception.Message, StringComparison.Ordinal);
    }
}
