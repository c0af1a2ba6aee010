using System.Globalization;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal.Sqlite;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>
/// A journal that cannot be applied is no journal to show a board from: the node stops and says at which entry.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    [Fact]
    public async Task Serve_WhenAnEntryCannotBeApplied_EndsWithTheCodeOfAFaultAndNamesTheEntry()
    {
        await using (var journal = await SqliteJournal.OpenAsync(
            Path.Combine(_data.Path, "journal.db"), TimeProvider.System, null, CancellationToken.None))
        {
            await journal.AppendAsync([Unreadable()], CancellationToken.None);
        }

        var (code, printed) = await ServerProcess.RunAsync(
            "serve", "--port", "0", "--mllp-port", "0", "--data", _data.Path, "--network", Repository.NetworkFile);

        Assert.True(code == ExitCodes.Fault, $"Ended with {code}:\n{printed}");
        Assert.Contains("Entry 1 (NetworkAdopted of control-centre", printed, StringComparison.Ordinal);
        Assert.Contains("Entry 1 ", ServerLog.Of(_data.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_WhenAnEntryCannotBeApplied_StopsWithAFault()
    {
        await using var server = await RunningServer.StartAsync(options => options with { DataDirectory = _data.Path });
        var ended = server.Application.RunToEndAsync(CancellationToken.None);

        await server.Journal.AppendAsync([Unreadable()], CancellationToken.None);
        var sequence = (await server.EntriesAsync()).Single(entry => entry.Event.MessageId == "unreadable").Sequence;

        Assert.Equal(ExitCodes.Fault, await ended.WaitAsync(Eventually.Patience));
        var named = string.Create(CultureInfo.InvariantCulture, $"Entry {sequence} (NetworkAdopted");
        Assert.Contains(named, ServerLog.Of(_data.Path), StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static FlowEvent Unreadable() => new()
    {
        Source = "control-centre",
        MessageId = "unreadable",
        OccurredAt = DateTimeOffset.UtcNow,
        Site = "QH8",
        Detail = new NetworkAdopted("1", JsonElement.Parse("""{ "code": 7 }""")),
    };
}
