using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Journal.Verification;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>Verification names the first entry that is not as it was written, and what else is wrong.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.RemoveAsync();

    [Theory]
    [InlineData("UPDATE entries SET detail = CAST(replace(detail, 'B4', 'B5') AS BLOB) WHERE sequence = 7")]
    [InlineData("UPDATE entries SET occurred_at = occurred_at + 1 WHERE sequence = 7")]
    [InlineData("UPDATE entries SET chain = zeroblob(32) WHERE sequence = 7")]
    [InlineData("UPDATE entries SET recorded_at = recorded_at - 1 WHERE sequence = 7")]
    [InlineData("UPDATE entries SET detail = CAST('{' AS BLOB) WHERE sequence = 7")]
    [InlineData("UPDATE entries SET source = 99 WHERE sequence = 7")]
    [InlineData("UPDATE entries SET recorded_at = -1 WHERE sequence = 7")]
    [InlineData("DELETE FROM entries WHERE sequence = 7")]
    [InlineData("UPDATE entries SET sequence = 99 WHERE sequence = 7")]
    public async Task Verify_OneEntryChanged_NamesIt(string change)
    {
        await FillAsync(20);
        Change(change);

        var report = await VerifyAsync();

        Assert.Equal(7, report.FirstBadSequence);
        Assert.Equal(6, report.EntriesChecked);
        Assert.Equal(_clock.GetUtcNow(), report.LastGoodRecordedAt);
        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));
        Assert.Contains("From sequence 7 on", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TwoEntriesSwapped_NamesTheFirst()
    {
        await FillAsync(20);
        Change("UPDATE entries SET sequence = -1 WHERE sequence = 7");
        Change("UPDATE entries SET sequence = 7 WHERE sequence = 8");
        Change("UPDATE entries SET sequence = 8 WHERE sequence = -1");

        Assert.Equal(7, (await VerifyAsync()).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_LastEntriesRemoved_SaysTheyWereAcknowledged()
    {
        await FillAsync(20);
        Change("DELETE FROM entries WHERE sequence > 15");

        var report = await VerifyAsync();

        Assert.Equal(16, report.FirstBadSequence);
        Assert.Contains("entries 16 to 20 were acknowledged", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_IdentitiesLost_IsFoundThoughEntriesAreSound()
    {
        await FillAsync(20);
        Change("DELETE FROM identities WHERE sequence = 3");

        var report = await VerifyAsync();

        Assert.Null(report.FirstBadSequence);
        Assert.Contains("Only 19 of 20 entries", Assert.Single(report.Findings), StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));
    }

    [Fact]
    public async Task Verify_SoundJournal_VisitsEveryEntryInOrder()
    {
        await FillAsync(3000);
        var visited = new List<Domain.Events.JournalEntry>();

        var report = await JournalVerifier.VerifyAsync(_folder.JournalPath, visited.Add, CancellationToken.None);

        Assert.True(report.IsSound);
        Assert.Equal(3000, report.EntriesChecked);
        Assert.Equal(3000, visited.Count);
        Sample.AssertInOrder(visited);
        Assert.Equal(
            $"The journal is sound: 3000 entries ({_folder.JournalPath}).", report.Describe(_folder.JournalPath));
    }

    [Fact]
    public async Task Verify_WhileTheServerAppends_FindsItSound()
    {
        await using var journal = await _folder.OpenAsync(_clock);
        await journal.AppendAsync(Sample.Events(500));
        var appending = Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++)
            {
                await journal.AppendAsync(Sample.Events(5, $"c{number}-"));
            }
        });

        var report = await VerifyAsync();

        await appending;
        Assert.Equal("", report.IsSound ? "" : report.Describe(_folder.JournalPath));
        Assert.InRange(report.EntriesChecked, 500, 750);
    }

    [Fact]
    public async Task Verify_NoFile_SaysSo()
    {
        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(VerifyAsync);

        Assert.StartsWith($"There is no journal at {_folder.JournalPath}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadSnapshot_NewestIsDamaged_GivesTheOneBeforeAndWarns()
    {
        await FillAsync(2);
        await using (var journal = await _folder.OpenAsync(_clock))
        {
            foreach (var sequence in new[] { 1, 2 })
            {
                await journal.SaveSnapshotAsync(
                    new JournalSnapshot(
                        sequence, _clock.GetUtcNow(), "hash", new byte[] { 1, 2, 3 }), CancellationToken.None);
                _clock.Advance(TimeSpan.FromHours(1));
            }
        }

        Change("UPDATE snapshots SET state = zeroblob(9) WHERE sequence = 2");
        await using var again = await _folder.OpenAsync(_clock);

        Assert.Equal(1, (await again.LoadSnapshotAsync(null, CancellationToken.None))?.Sequence);
        Assert.StartsWith(
            "The snapshot of sequence 2 is damaged", Assert.Single(_folder.Warnings), StringComparison.Ordinal);
        Assert.Contains(
            "The snapshot of sequence 2 is damaged",
            Assert.Single((await VerifyAsync()).Findings), StringComparison.Ordinal);
    }

    private async Task FillAsync(int count, string prefix = "m")
    {
        await using var journal = await _folder.OpenAsync(_clock);
        await journal.AppendAsync(Sample.Events(count, prefix));
    }

    private void Change(string sql)
    {
        using var database = Database.OpenForWriting(_folder.JournalPath);
        database.Execute(sql);
    }

    private Task<VerificationReport> VerifyAsync() =>
        JournalVerifier.VerifyAsync(_folder.JournalPath, visit: null, CancellationToken.None);
}
