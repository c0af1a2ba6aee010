using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Contract;

/// <summary>Reading and following.</summary>
public abstract class FollowContract : JournalContract, IDisposable
{
    // Only ends a test that hangs; no test waits for it.
    private readonly CancellationTokenSource _hangs = new(Eventually.Patience);

    /// <inheritdoc />
    public void Dispose()
    {
        _hangs.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Read_FromTheMiddle_GivesTheRest()
    {
        await Journal.AppendAsync(Sample.Events(10));
        await ReopenAsync();

        var entries = await Journal.ReadAllAsync(after: 7);

        Assert.Equal("m8 m9 m10", entries.Ids());
        Sample.AssertInOrder(entries, first: 8);
    }

    [Fact]
    public async Task Read_WhatIsAppendedMeanwhile_IsLeftForTheNextReading()
    {
        await Journal.AppendAsync(Sample.Events(2));
        var read = new List<JournalEntry>();

        await foreach (var batch in Journal.ReadAsync(0, _hangs.Token))
        {
            read.AddRange(batch);
            await Journal.AppendAsync(Sample.Event("later"));
        }

        Assert.Equal("m1 m2", read.Ids());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public async Task Read_AfterASequenceThatIsNotThere_IsRefused(long after)
    {
        await Journal.AppendAsync(Sample.Events(2));

        var read = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.ReadAllAsync(after));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Journal.FollowAsync(after, 1, _hangs.Token));

        Assert.Contains("The journal ends at sequence 2", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_FromTheMiddle_GivesTheRestThenNewOnes()
    {
        await Journal.AppendAsync(Sample.Events(5));
        await ReopenAsync();
        var following = Journal.FollowAsync(3, 4, _hangs.Token);

        await Journal.AppendAsync(Sample.Event("m6"), Sample.Event("m7"));

        Assert.Equal("m4 m5 m6 m7", (await following).Ids());
    }

    [Fact]
    public async Task Follow_WhileManyAppend_GivesEachEntryOnceInOrder()
    {
        await Journal.AppendAsync(Sample.Events(3000, "before"));
        await ReopenAsync();
        Task<List<JournalEntry>>[] followers =
            [.. new long[] { 0, 1500, 3000 }.Select(
                after => Task.Run(() => Journal.FollowAsync(after, (int)(5000 - after), _hangs.Token)))];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++)
            {
                await Journal.AppendAsync(Sample.Events(10, $"s{sender}-{number}-"));
            }
        })));

        var followed = await Task.WhenAll(followers);
        Assert.Equal([5000, 3500, 2000], followed.Select(entries => entries.Count));
        Sample.AssertInOrder(followed[0]);
        Assert.Equal(followed[0].Skip(1500), followed[1]);
        Assert.Equal(followed[0].Skip(3000), followed[2]);
        Assert.Equal(await Journal.ReadAllAsync(), followed[0]);
    }

    [Fact]
    public async Task Follow_SlowFollower_HoldsUpNoAppend()
    {
        await Journal.AppendAsync(Sample.Event("m0"));
        await using var slow = Journal.FollowAsync(0, _hangs.Token).GetAsyncEnumerator(_hangs.Token);
        Assert.True(await slow.MoveNextAsync());

        // The follower does not ask for more while many times its batch is appended.
        await Journal.AppendAsync(Sample.Events(5 * JournalLimits.EntriesInOneBatch));

        Assert.True(await slow.MoveNextAsync());
        Sample.AssertInOrder(slow.Current, first: 2);
        Assert.Equal(JournalLimits.EntriesInOneBatch, slow.Current.Count);
    }

    [Fact]
    public async Task Follow_Cancelled_Ends()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(_hangs.Token);
        var following = Journal.FollowAsync(0, 1, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task Follow_JournalCloses_SaysSo()
    {
        var following = Journal.FollowAsync(0, 1, _hangs.Token);

        await Journal.DisposeAsync();

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => following);
        Assert.Contains("closed", exception.Message, StringComparison.Ordinal);
    }
}
