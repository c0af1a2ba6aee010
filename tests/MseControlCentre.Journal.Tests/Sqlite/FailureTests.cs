using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>The disk fails while the journal runs.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();
    private SqliteJournal _journal = null!;
    private Database? _writing;

    public async Task InitializeAsync() => _journal = await _folder.OpenAsync(_clock);

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _folder.RemoveAsync();
    }

    [Fact]
    public async Task Append_DiskFull_FailsClearlyLosesNothingAndResumes()
    {
        await _journal.AppendAsync(Sample.Events(10, "before"));
        await LimitPagesAsync(database => database.ReadNumber("PRAGMA page_count") + 20);
        var acknowledged = 10;
        JournalUnavailableException? full = null;
        while (full is null)
        {
            try
            {
                await _journal.AppendAsync(Sample.Events(50, $"more{acknowledged}-"));
                acknowledged += 50;
            }
            catch (JournalUnavailableException exception)
            {
                full = exception;
            }
        }

        Assert.StartsWith(
            $"The disk of the journal is full ({_folder.JournalPath})", full.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing of these events was written; they may be sent again", full.Message, StringComparison.Ordinal);
        Assert.Equal(acknowledged, _journal.LastSequence);
        Assert.Equal(acknowledged, (await _journal.ReadAllAsync()).Count);

        await LimitPagesAsync(_ => 1_000_000);
        var again = await _journal.AppendAsync(Sample.Events(50, $"more{acknowledged}-"));

        Assert.All(again.Outcomes, outcome => Assert.Equal(AppendOutcome.Appended, outcome));
        await _journal.DisposeAsync();
        _journal = await _folder.OpenAsync(_clock);
        var entries = await _journal.ReadAllAsync();
        Assert.Equal(acknowledged + 50, entries.Count);
        Sample.AssertInOrder(entries);
    }

    [Fact]
    public async Task Append_FailsWithANewSource_TheNameIsAddedWhenItResumes()
    {
        await SetReadOnlyAsync(true);
        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => _journal.AppendAsync(Sample.Event("m1", source: "broomfield-pas")));
        await SetReadOnlyAsync(false);
        await _journal.AppendAsync(Sample.Event("m1", source: "southend-pas"));
        await _journal.AppendAsync(Sample.Event("m2", source: "broomfield-pas"));
        await _journal.DisposeAsync();
        _journal = await _folder.OpenAsync(_clock);

        var sources = (await _journal.ReadAllAsync()).Select(entry => entry.Event.Source);

        Assert.Equal("southend-pas broomfield-pas", string.Join(' ', sources));
    }

    [Fact]
    public async Task Append_ReadOnlyFile_FailsEveryCallOfTheGroupAndResumes()
    {
        await SetReadOnlyAsync(true);

        var calls = Enumerable.Range(0, 5).Select(number => _journal.AppendAsync(Sample.Event($"m{number}"))).ToArray();

        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => call);
            Assert.StartsWith("The journal may not be written", exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await _journal.ReadAllAsync());
        await SetReadOnlyAsync(false);
        await _journal.AppendAsync(Sample.Event("m0"));
        Assert.Equal("m0", (await _journal.ReadAllAsync()).Ids());
    }

    [Fact]
    public async Task SaveSnapshot_ReadOnlyFile_FailsClearly()
    {
        await _journal.AppendAsync(Sample.Event("m1"));
        await SetReadOnlyAsync(true);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => _journal.SaveSnapshotAsync(
            new JournalSnapshot(1, _clock.GetUtcNow(), "hash", new byte[] { 1 }), CancellationToken.None).AsTask());

        Assert.Null(await _journal.LoadSnapshotAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task Append_ErrorThatIsNotTheDisks_StopsTheJournalAndItsFollowers()
    {
        await _journal.AppendAsync(Sample.Event("m1"));
        var following = _journal.FollowAsync(1, 1, CancellationToken.None);

        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => _journal.OnWriterAsync(_ => throw new InvalidOperationException("a broken rule")));

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => _journal.AppendAsync(Sample.Event("m2")));
        Assert.Contains("a broken rule", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Restart the server", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => following);
    }

    private Task LimitPagesAsync(Func<Database, long> pages) =>
        _journal.OnWriterAsync(database => database.Execute($"PRAGMA max_page_count={pages(database)}"));

    // query_only makes SQLite refuse a write as it does on a read-only disk; it works for root too.
    private async Task SetReadOnlyAsync(bool readOnly)
    {
        // Set beside the writer, which has nothing to do now: while it is read-only it cannot begin even this.
        _writing ??= await TakeWriterAsync();
        _writing.Execute($"PRAGMA query_only={(readOnly ? 1 : 0)}");
    }

    private async Task<Database> TakeWriterAsync()
    {
        Database? taken = null;
        await _journal.OnWriterAsync(database => taken = database);
        return taken!;
    }
}
