using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Journal.Verification;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>
/// The journal's files were damaged while no server ran: it is told what is lost, and nothing is dropped unseen.
/// </summary>
public sealed class DamageTests : IAsyncLifetime
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.RemoveAsync();

    [Fact]
    public async Task Open_AfterAKill_HasEverythingAcknowledged()
    {
        await using var killed = await _folder.OpenAsync(_clock);
        await killed.AppendAsync(Sample.Events(2000));
        var found = _folder.CopyAsFound();

        await using (var journal = await found.OpenAsync(_clock))
        {
            Assert.Equal(2000, (await journal.ReadAllAsync()).Count);
            Assert.Empty(found.Warnings);
        }

        await found.RemoveAsync();
    }

    [Theory]
    [InlineData("torn")]
    [InlineData("garbage")]
    public async Task Open_EndOfTheLogIsDamaged_SaysWhichEntriesAreLost(string damage)
    {
        await using var killed = await _folder.OpenAsync(_clock);
        await killed.AppendAsync(Sample.Events(5));
        var lengthBefore = new FileInfo(_folder.JournalPath + "-wal").Length;
        await killed.AppendAsync(Sample.Events(3, "lost"));
        var found = _folder.CopyAsFound();
        using (var log = new FileStream(found.JournalPath + "-wal", FileMode.Open))
        {
            if (string.Equals(damage, "torn", StringComparison.Ordinal))
            {
                log.SetLength(lengthBefore + 1000);
            }
            else
            {
                log.Position = lengthBefore;
                log.Write(new byte[(int)(log.Length - lengthBefore)]);
            }
        }

        // Twice: looking must not tidy the evidence away.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => found.OpenAsync(_clock));
            Assert.Contains("From sequence 6 on it cannot be trusted", exception.Message, StringComparison.Ordinal);
            Assert.Contains("entries 6 to 8 were acknowledged", exception.Message, StringComparison.Ordinal);
            Assert.True(new FileInfo(found.JournalPath + "-wal").Length > lengthBefore);
        }

        // The operator accepts the loss, as the message says.
        File.Delete(found.JournalPath + ".acknowledged");
        await using (var journal = await found.OpenAsync(_clock))
        {
            Assert.Equal(5, journal.LastSequence);
        }

        await found.RemoveAsync();
    }

    [Fact]
    public async Task Open_OlderCopyPutBack_SaysWhatIsMissing()
    {
        await FillAsync(5);
        var older = await File.ReadAllBytesAsync(_folder.JournalPath);
        await FillAsync(3, "later");
        await File.WriteAllBytesAsync(_folder.JournalPath, older);

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains("entries 6 to 8 were acknowledged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TruncatedFile_SaysSo()
    {
        await FillAsync(3000);
        using (var file = new FileStream(_folder.JournalPath, FileMode.Open))
        {
            file.SetLength(file.Length - 20_000);
        }

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains("The file was cut off: it has", exception.Message, StringComparison.Ordinal);
        var report = await VerifyAsync();
        Assert.False(report.IsSound);
        Assert.Contains(
            report.Findings, finding => finding.StartsWith("The file was cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_GarbageOverTheEnd_NamesTheFirstEntryThatCannotBeTrusted()
    {
        await FillAsync(3000);
        using (var file = new FileStream(_folder.JournalPath, FileMode.Open))
        {
            var garbage = new byte[40_000];
            new Random(3).NextBytes(garbage);
            file.Position = file.Length - garbage.Length;
            file.Write(garbage);
        }

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        var report = await VerifyAsync();
        Assert.False(report.IsSound);
        Assert.NotNull(report.FirstBadSequence);
        Assert.Equal(report.FirstBadSequence - 1, report.EntriesChecked);
        Assert.Contains(
            $"From sequence {report.FirstBadSequence} on it cannot be trusted",
            exception.Message, StringComparison.Ordinal);
        Assert.Contains("Keep a copy of the whole data directory", exception.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync(int count, string prefix = "m")
    {
        await using var journal = await _folder.OpenAsync(_clock);
        await journal.AppendAsync(Sample.Events(count, prefix));
    }

    private Task<VerificationReport> VerifyAsync() =>
        JournalVerifier.VerifyAsync(_folder.JournalPath, visit: null, CancellationToken.None);
}
