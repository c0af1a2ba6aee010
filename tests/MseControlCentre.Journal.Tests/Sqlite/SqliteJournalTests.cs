using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests : IAsyncLifetime
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.RemoveAsync();

    [Fact]
    public async Task Follow_BehindASmallTail_ReadsFromTheFileAndMissesNothing()
    {
        await using var journal = await _folder.OpenAsync(_clock, new SqliteJournalOptions { EntriesInTail = 8 });
        await journal.AppendAsync(Sample.Events(100, "before"));
        var following = Task.Run(() => journal.FollowAsync(0, 1100, CancellationToken.None));

        for (var number = 0; number < 100; number++)
        {
            await journal.AppendAsync(Sample.Events(10, $"c{number}-"));
        }

        var followed = await following;
        Assert.Equal(1100, followed.Count);
        Sample.AssertInOrder(followed);
        Assert.Equal(await journal.ReadAllAsync(), followed);
    }

    [Fact]
    public async Task Append_IdentitiesWithOneHash_AreKeptApart()
    {
        var options = new SqliteJournalOptions { IdentityHash = _ => long.MaxValue };
        await using (var journal = await _folder.OpenAsync(_clock, options))
        {
            await journal.AppendAsync(Sample.Events(5));
        }

        await using var again = await _folder.OpenAsync(_clock, options);
        var result = await again.AppendAsync(
            Sample.Event("m3"), Sample.Event("m3", source: "eeast-cad"), Sample.Event("m6"));

        Assert.Equal([AppendOutcome.AlreadyKnown, AppendOutcome.Appended, AppendOutcome.Appended], result.Outcomes);
        Assert.Equal("m1 m2 m3 m4 m5 m3 m6", (await again.ReadAllAsync()).Ids());
    }

    [Fact]
    public async Task Append_MoreSourcesThanTheTableTakes_RefusesTheOneTooMany()
    {
        await using var journal = await _folder.OpenAsync(_clock);
        await journal.AppendAsync(
            [.. Enumerable.Range(0, NameTable.Capacity).Select(
                number => Sample.Event("m", source: $"source-{number}"))]);

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => journal.AppendAsync(Sample.Event("m", source: "one-too-many")));
        await journal.AppendAsync(Sample.Event("m2", source: "source-7"));

        Assert.StartsWith("The journal already has 10000 sources", exception.Message, StringComparison.Ordinal);
        Assert.Equal(NameTable.Capacity + 1, journal.LastSequence);
    }

    [Fact]
    public async Task OpenReadOnly_BesideAServer_SeesWhatIsCommittedSince()
    {
        await using var journal = await _folder.OpenAsync(_clock);
        await journal.AppendAsync(Sample.Events(2));
        await using var reader = await SqliteJournal.OpenReadOnlyAsync(_folder.JournalPath, CancellationToken.None);
        Assert.Equal(2, reader.LastSequence);

        await journal.AppendAsync(Sample.Event("m3", source: "a-source-unknown-when-it-was-opened"));

        Assert.Equal(3, reader.LastSequence);
        var entries = new List<Domain.Events.JournalEntry>();
        await foreach (var batch in reader.ReadAsync(1, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        Assert.Equal(await journal.ReadAllAsync(after: 1), entries);
    }

    [Fact]
    public async Task OpenReadOnly_StoppedServer_ReadsEntriesAndSnapshots()
    {
        await using (var journal = await _folder.OpenAsync(_clock))
        {
            await journal.AppendAsync(Sample.Events(2));
            await journal.SaveSnapshotAsync(
                new JournalSnapshot(2, _clock.GetUtcNow(), "hash", new byte[] { 1 }), CancellationToken.None);
        }

        var before = await File.ReadAllBytesAsync(_folder.JournalPath);
        await using (var reader = await SqliteJournal.OpenReadOnlyAsync(_folder.JournalPath, CancellationToken.None))
        {
            Assert.Equal(2, reader.LastSequence);
            Assert.Equal(2, (await reader.LoadSnapshotAsync(null, CancellationToken.None))?.Sequence);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.JournalPath));
    }

    [Fact]
    public async Task Read_DamageInTheMiddle_GivesWhatComesBeforeAndNamesTheEntry()
    {
        await using var journal = await _folder.OpenAsync(_clock, new SqliteJournalOptions { EntriesInTail = 1 });
        await journal.AppendAsync(Sample.Events(20));
        await journal.OnWriterAsync(database => database.Execute("DELETE FROM entries WHERE sequence = 7"));
        var read = new List<Domain.Events.JournalEntry>();

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
        {
            await foreach (var batch in journal.ReadAsync(0, CancellationToken.None))
            {
                read.AddRange(batch);
            }
        });

        Assert.Equal(6, read.Count);
        Assert.StartsWith("Entry 7 of the journal cannot be read", exception.Message, StringComparison.Ordinal);
    }
}
