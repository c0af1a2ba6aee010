using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Indexes;

/// <summary>What a file to search in answers while nobody has opened it yet.</summary>
public sealed class JournalIndexTests
{
    [Fact]
    public async Task AnIndexThatNobodyHasOpened_IsNotWholeThoughTheJournalIsEmpty()
    {
        using var data = new TemporaryDirectory();
        await using var journal = await SqliteJournal.OpenAsync(
            Path.Combine(data.Path, "journal.db"), new ManualClock(DateTimeOffset.UnixEpoch), null, CancellationToken.None);
        var readiness = new Readiness();
        using var index = new CallArchiveIndex(
            Path.Combine(data.Path, "call-archive.db"), journal, readiness, NullLogger<CallArchiveIndex>.Instance);

        await index.StartAsync(CancellationToken.None);
        var unopened = await index.AskAsync(connection => connection.DataSource, CancellationToken.None);
        readiness.Ready();
        (string? Answer, bool IsWhole) opened = default;
        await Eventually.TrueAsync(
            async () => (opened = await index.AskAsync(connection => connection.DataSource, CancellationToken.None)).IsWhole,
            "the index to be opened");
        await index.StopAsync(CancellationToken.None);

        Assert.Equal((null, false), unopened);
        Assert.NotNull(opened.Answer);
    }
}
