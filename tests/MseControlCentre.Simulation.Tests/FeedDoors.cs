using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds;
using MseControlCentre.Feeds.Hl7v2;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests;

/// <summary>The real feeds over a journal in memory, without sockets: what a sender sends goes in, entries come out.</summary>
internal sealed class FeedDoors : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ServiceProvider _services;
    private readonly MemoryJournal _journal;
    private readonly Hl7Intake _hl7;
    private readonly JsonIntake _json;

    public FeedDoors(byte[] networkFile, DateTimeOffset now)
    {
        Clock = new ManualClock(now);
        _journal = new MemoryJournal(Clock);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IJournal>(_journal);
        services.AddFeeds(NetworkFile.Read(networkFile).Map!, _directory.Path);
        _services = services.BuildServiceProvider();
        _hl7 = _services.GetRequiredService<Hl7Intake>();
        _json = _services.GetRequiredService<JsonIntake>();
    }

    public ManualClock Clock { get; }

    /// <summary>Sends an HL7 message. Returns the answer.</summary>
    public async Task<string> SendHl7Async(string message)
    {
        var answer = await _hl7.ReceiveAsync(Encoding.UTF8.GetBytes(message), connection: null, _ => { });
        return Encoding.UTF8.GetString(answer.Span);
    }

    /// <summary>Sends one JSON event. Returns the status and the reply.</summary>
    public Task<(int Status, EventReply Reply)> SendJsonAsync(string item) =>
        _json.ReceiveAsync(Encoding.UTF8.GetBytes(item), isNdjson: false, connection: null);

    /// <summary>Every entry after one, in order; by default every entry so far.</summary>
    public async Task<List<JournalEntry>> EntriesAsync(long after = 0)
    {
        var entries = new List<JournalEntry>();
        await foreach (var batch in _journal.ReadAsync(after, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _journal.DisposeAsync();
        _directory.Dispose();
    }
}
