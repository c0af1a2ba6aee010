using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Journal.Tests.Sqlite;

/// <summary>What an operator is told when a journal cannot be opened.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private readonly JournalFolder _folder = new();
    private readonly ManualClock _clock = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.RemoveAsync();

    [Fact]
    public async Task Open_MissingDirectory_IsCreated()
    {
        await using var journal = await _folder.OpenAsync(_clock);

        Assert.True(File.Exists(_folder.JournalPath));
        Assert.Empty(_folder.Warnings);
    }

    [Fact]
    public async Task Open_DirectoryThatCannotBeCreated_SaysWhichAndWhatToDo()
    {
        var file = Path.GetDirectoryName(_folder.JournalPath)!;
        await File.WriteAllTextAsync(file, "in the way");

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.StartsWith(
            $"The journal's directory cannot be created ({file};", exception.Message, StringComparison.Ordinal);
    }

    [UnprivilegedFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Open_ReadOnlyDirectory_SaysSo()
    {
        var directory = Directory.CreateDirectory(Path.GetDirectoryName(_folder.JournalPath)!);
        File.SetUnixFileMode(directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains("account write", exception.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(
            directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Open_FileThatIsNoDatabase_IsRefusedAndLeftAlone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.JournalPath)!);
        var text = string.Concat(Enumerable.Repeat("not a database ", 1000));
        await File.WriteAllTextAsync(_folder.JournalPath, text);

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains("is no journal of the control centre", exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.JournalPath));
    }

    [Fact]
    public async Task Open_AnotherApplicationsDatabase_IsRefused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.JournalPath)!);
        using (var other = Database.OpenForWriting(_folder.JournalPath))
        {
            other.Execute("CREATE TABLE parking (place TEXT)");
        }

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains("another application's SQLite database", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_JournalOfANewerServer_IsRefused()
    {
        await using (await _folder.OpenAsync(_clock))
        {
        }

        using (var newer = Database.OpenForWriting(_folder.JournalPath))
        {
            newer.Execute("PRAGMA user_version=2");
        }

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains(
            "a journal of version 2; this server reads version 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WhileAnotherServerHoldsIt_IsRefusedUntilThatOneCloses()
    {
        var first = await _folder.OpenAsync(_clock);

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.StartsWith(
            $"Another server is using the journal {_folder.JournalPath}", exception.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await using var second = await _folder.OpenAsync(_clock);
    }

    [Fact]
    public async Task Open_FileGoneThatHadEntries_IsRefused()
    {
        await using (var journal = await _folder.OpenAsync(_clock))
        {
            await journal.AppendAsync(Sample.Events(3));
        }

        File.Delete(_folder.JournalPath);

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(_clock));

        Assert.Contains(
            "is missing or empty, but 3 entries were acknowledged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_MarkGone_OpensAndWarns()
    {
        await using (var journal = await _folder.OpenAsync(_clock))
        {
            await journal.AppendAsync(Sample.Events(3));
        }

        File.Delete(_folder.JournalPath + ".acknowledged");
        await using var again = await _folder.OpenAsync(_clock);

        Assert.Equal(3, again.LastSequence);
        Assert.Contains("missing after entry 3", Assert.Single(_folder.Warnings), StringComparison.Ordinal);
    }
}
