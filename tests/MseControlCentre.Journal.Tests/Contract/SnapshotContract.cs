using System.Text;

namespace MseControlCentre.Journal.Tests.Contract;

/// <summary>Keeping, finding and thinning snapshots.</summary>
public abstract class SnapshotContract : JournalContract
{
    [Fact]
    public async Task Load_NoneKept_GivesNone() =>
        Assert.Null(await Journal.LoadSnapshotAsync(null, CancellationToken.None));

    [Fact]
    public async Task Load_AtATime_GivesTheNewestAtOrBeforeIt()
    {
        var first = await SaveAsync("first");
        Clock.Advance(TimeSpan.FromHours(2));
        var second = await SaveAsync("second");
        await ReopenAsync();

        Assert.Null(await LoadAsync(first.AddTicks(-1)));
        Assert.Equal("first", await LoadAsync(first));
        Assert.Equal("first", await LoadAsync(second.AddTicks(-1)));
        Assert.Equal("second", await LoadAsync(second));
        Assert.Equal("second", await LoadAsync(null));
    }

    [Fact]
    public async Task LastRecordedBy_ATime_GivesTheLastEntryAtOrBeforeIt()
    {
        Assert.Equal(0, await Journal.LastRecordedByAsync(Clock.GetUtcNow(), CancellationToken.None));
        var times = new List<DateTimeOffset>();
        for (var entry = 1; entry <= 9; entry++)
        {
            await Journal.AppendAsync(Sample.Event($"m{entry}"));
            times.Add(Clock.GetUtcNow());
            Clock.Advance(TimeSpan.FromMinutes(entry));
        }

        await ReopenAsync();

        foreach (var (index, time) in times.Index())
        {
            Assert.Equal(index, await Journal.LastRecordedByAsync(time.AddTicks(-1), CancellationToken.None));
            Assert.Equal(index + 1, await Journal.LastRecordedByAsync(time, CancellationToken.None));
        }

        Assert.Equal(9, await Journal.LastRecordedByAsync(DateTimeOffset.MaxValue, CancellationToken.None));
    }

    [Fact]
    public async Task Save_LargeState_IsKeptByteForByte()
    {
        await Journal.AppendAsync(Sample.Event("m1"));
        var state = new byte[3_000_000];
        new Random(7).NextBytes(state.AsSpan(0, 500_000));
        await Journal.SaveSnapshotAsync(
            new JournalSnapshot(1, Clock.GetUtcNow(), "hash", state), CancellationToken.None);
        await ReopenAsync();

        var loaded = await Journal.LoadSnapshotAsync(null, CancellationToken.None);

        Assert.NotNull(loaded);
        Assert.Equal((1, Clock.GetUtcNow(), "hash"), (loaded.Sequence, loaded.RecordedAt, loaded.StateHash));
        Assert.True(loaded.State.Span.SequenceEqual(state));
    }

    [Fact]
    public async Task Save_SameSequenceAgain_ReplacesIt()
    {
        await Journal.AppendAsync(Sample.Event("m1"));
        foreach (var text in new[] { "one", "two" })
        {
            await Journal.SaveSnapshotAsync(
                new JournalSnapshot(1, Clock.GetUtcNow(), text, Encoding.UTF8.GetBytes(text)), CancellationToken.None);
        }

        Assert.Equal("two", await LoadAsync(null));
    }

    [Fact]
    public async Task Save_OfEntriesThatAreNotThere_IsRefused()
    {
        var snapshot = new JournalSnapshot(1, Clock.GetUtcNow(), "hash", new byte[] { 1 });

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Journal.SaveSnapshotAsync(snapshot, CancellationToken.None).AsTask());

        Assert.Contains("sequence 1, but the journal ends at 0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_EveryTwentyMinutesForSixtyDays_KeepsThirtyHoursByHourAndThirtyFiveDaysByDay()
    {
        var start = Clock.GetUtcNow();
        for (var saved = 0; saved < 60 * 24 * 3; saved++)
        {
            await SaveAsync($"{saved}");
            Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var newest = Clock.GetUtcNow().AddMinutes(-20);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; at <= newest; at += TimeSpan.FromMinutes(20))
        {
            if (await LoadAsync(at) is { } found)
            {
                kept.Add(found);
            }
        }

        // One for each of 31 begun hours, then the last of each of the 35 days before.
        Assert.InRange(kept.Count, 30 + 34, 67);
        Assert.Equal(await LoadAsync(newest.AddHours(-29)), $"{SavedAt(newest.AddHours(-29), start, lastOf: 60)}");
        var tenDaysAgo = newest.AddDays(-10);
        Assert.Equal(await LoadAsync(tenDaysAgo), $"{SavedAt(tenDaysAgo.AddDays(-1), start, lastOf: 24 * 60)}");
        Assert.Null(await LoadAsync(newest.AddDays(-37)));
    }

    // Number of the last snapshot saved in the hour or day (UTC) of a time, or at the time if it is the hour's last.
    private static int SavedAt(DateTimeOffset at, DateTimeOffset start, int lastOf)
    {
        var period = TimeSpan.FromMinutes(lastOf).Ticks;
        var end = new DateTimeOffset(((at.UtcTicks / period) + 1) * period, TimeSpan.Zero);
        return (int)((end.AddMinutes(-20) - start) / TimeSpan.FromMinutes(20));
    }

    private async Task<DateTimeOffset> SaveAsync(string text)
    {
        await Journal.AppendAsync(Sample.Event(text));
        var recordedAt = Clock.GetUtcNow();
        await Journal.SaveSnapshotAsync(
            new JournalSnapshot(Journal.LastSequence, recordedAt, text, Encoding.UTF8.GetBytes(text)),
            CancellationToken.None);
        return recordedAt;
    }

    private async Task<string?> LoadAsync(DateTimeOffset? at) =>
        await Journal.LoadSnapshotAsync(at, CancellationToken.None) is { } found
            ? Encoding.UTF8.GetString(found.State.Span)
            : null;
}
