using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>
/// A snapshot saves time and changes nothing: however a server starts, it shows what the journal tells.
/// </summary>
public sealed class SnapshotStartTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    [Fact]
    public async Task Start_FromASnapshotAndTheRest_ShowsWhatAStartWithoutSnapshotsShows()
    {
        DateTimeOffset at;
        await using (var first = await StartAsync())
        {
            await first.TellBusyDayAsync();
            var kept = await KeepAsync(first);
            await first.TellAsync(Enumerable.Range(0, 50).Select(number => Arrival(first, number)).ToList());
            Assert.True(first.Journal.LastSequence > kept.Sequence);
            at = first.Now;
        }

        var picture = await ShownAsync(at);

        await using var withSnapshot = await StartAsync();
        var shown = await withSnapshot.GetAsync($"api/picture?at={at:yyyy-MM-ddTHH:mm:ss.fffffffZ}");

        Assert.Equal(picture, shown.GetRawText());
        await RequireStateOfJournalAsync(withSnapshot);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_WhenTheNewestSnapshotIsNotWhole_ShowsWhatTheJournalTells(bool damaged)
    {
        await using (var first = await StartAsync())
        {
            await first.TellBusyDayAsync();
            var kept = await KeepAsync(first);
            await first.TellAsync(Arrival(first, 1));
            var next = first.Application.Services.GetRequiredService<LiveState>().Snapshot();
            Assert.True(next.Sequence > kept.Sequence);
            await first.Journal.SaveSnapshotAsync(
                damaged ? next with { State = next.State[..^7] } : next with { StateHash = kept.StateHash },
                CancellationToken.None);
        }

        await using var second = await StartAsync();

        await RequireStateOfJournalAsync(second);
    }

    public void Dispose() => _data.Dispose();

    private static async Task<JournalSnapshot> KeepAsync(RunningServer server)
    {
        var snapshot = server.Application.Services.GetRequiredService<LiveState>().Snapshot();
        await server.Journal.SaveSnapshotAsync(snapshot, CancellationToken.None);
        return snapshot;
    }

    /// <summary>The state is the one that the journal leads to from its first entry.</summary>
    private static async Task RequireStateOfJournalAsync(RunningServer server)
    {
        var (sequence, hash) = server.Application.Services.GetRequiredService<LiveState>().StateHash();
        var centre = new Domain.ControlCentre();
        foreach (var entry in (await server.AllEntriesAsync()).Where(entry => entry.Sequence <= sequence))
        {
            centre.Apply(entry);
        }

        Assert.Equal(centre.StateHash(), hash);
    }

    /// <summary>What a server shows that has no snapshot to start from.</summary>
    private async Task<string> ShownAsync(DateTimeOffset at)
    {
        await using var server = await RunningServer.StartAsync(
            options => options with { DataDirectory = _data.Path }, WithoutSnapshots.Before);
        var shown = await server.GetAsync($"api/picture?at={at:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
        return shown.GetRawText();
    }

    private Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync(options => options with { DataDirectory = _data.Path });

    private static FlowEvent Arrival(RunningServer server, int number) => new()
    {
        Source = "eeast-cad",
        MessageId = $"after-{number}",
        OccurredAt = server.Now,
        Site = "RAJ12",
        Detail = new AmbulanceArrived($"c_after-{number}"),
    };
}
