using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Tests.Recording;

public sealed class CommittedTailTests
{
    [Fact]
    public void Publish_MoreThanTheCapacity_KeepsTheNewestOnly()
    {
        var tail = new CommittedTail(capacity: 4, lastSequence: 10);
        tail.Publish(Entries(11, 6));

        Assert.Equal(4, tail.Count);
        Assert.False(tail.TryRead(after: 11, upTo: 16, out _));
        Assert.True(tail.TryRead(after: 12, upTo: 16, out var newest));
        Assert.Equal([13, 14, 15, 16], newest.Select(entry => entry.Sequence));
    }

    [Fact]
    public void TryRead_UpToASequence_GivesNoMore()
    {
        var tail = new CommittedTail(capacity: 4, lastSequence: 0);
        tail.Publish(Entries(1, 4));

        Assert.True(tail.TryRead(after: 1, upTo: 3, out var some));
        Assert.Equal([2, 3], some.Select(entry => entry.Sequence));
    }

    [Fact]
    public void TryRead_MoreThanABatch_GivesABatch()
    {
        var tail = new CommittedTail(capacity: 3 * JournalLimits.EntriesInOneBatch, lastSequence: 0);
        tail.Publish(Entries(1, 2 * JournalLimits.EntriesInOneBatch));

        Assert.True(tail.TryRead(after: 0, upTo: tail.Last, out var batch));
        Assert.Equal(JournalLimits.EntriesInOneBatch, batch.Length);
    }

    [Fact]
    public void Publish_WithAGap_IsABrokenRule()
    {
        var tail = new CommittedTail(capacity: 4, lastSequence: 0);

        Assert.Throws<InvalidOperationException>(() => tail.Publish(Entries(2, 1)));
    }

    [Fact]
    public async Task Wait_NewEntry_WakesEveryFollower()
    {
        var tail = new CommittedTail(capacity: 4, lastSequence: 0);
        var waiting = new[] { tail.WaitAsync(0, default).AsTask(), tail.WaitAsync(0, default).AsTask() };
        Assert.All(waiting, wait => Assert.False(wait.IsCompleted));

        tail.Publish(Entries(1, 1));

        await Task.WhenAll(waiting);
    }

    private static JournalEntry[] Entries(long first, int count) =>
        [.. Enumerable.Range(0, count).Select(
            index => new JournalEntry(first + index, Sample.Morning, Sample.Event($"m{index}")))];
}
