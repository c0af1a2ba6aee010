using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Calls.Archive;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Indexes;
using MseControlCentre.Server.Live;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>The real application on free ports, with a data directory of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _ownData;
    private bool _disposed;

    private RunningServer(ControlCentreApplication application, string data, TemporaryDirectory ownData)
    {
        Application = application;
        Data = data;
        _ownData = ownData;
        Http = new HttpClient { BaseAddress = application.HttpAddress };
    }

    /// <summary>The application.</summary>
    public ControlCentreApplication Application { get; }

    /// <summary>Its data directory: one of its own that goes with it, unless it was given another.</summary>
    public string Data { get; }

    /// <summary>A client of its API.</summary>
    public HttpClient Http { get; }

    /// <summary>Its map.</summary>
    public NetworkMap Network => Application.Services.GetRequiredService<NetworkMap>();

    /// <summary>Its journal.</summary>
    public IJournal Journal => Application.Services.GetRequiredService<IJournal>();

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<RunningServer> StartAsync(
        Func<ServerOptions, ServerOptions>? change = null, Action<WebApplicationBuilder>? preconfigure = null)
    {
        var server = await StartUnreadyAsync(change, preconfigure);
        var feed = server.Application.Services.GetRequiredService<PictureFeed>();
        await Eventually.TrueAsync(() => feed.Current is not null, "the first picture");
        return server;
    }

    /// <summary>Starts a server that may still be reading its journal.</summary>
    public static async Task<RunningServer> StartUnreadyAsync(
        Func<ServerOptions, ServerOptions>? change = null, Action<WebApplicationBuilder>? preconfigure = null)
    {
        var ownData = new TemporaryDirectory();
        var options = new ServerOptions
        {
            HttpPort = 0,
            MllpPort = 0,
            DataDirectory = ownData.Path,
            NetworkFile = Repository.NetworkFile,
        };
        options = change?.Invoke(options) ?? options;
        var application = await ControlCentreApplication.CreateAsync(options, builder =>
        {
            SignedIn.Into(builder);
            preconfigure?.Invoke(builder);
        });
        await application.StartAsync();
        return new RunningServer(application, options.DataDirectory, ownData);
    }

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now => Application.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Tells the journal of some events and waits until the pictures show them.</summary>
    public async Task TellAsync(params IReadOnlyList<FlowEvent> events)
    {
        await Journal.AppendAsync(events, CancellationToken.None);
        var feed = Application.Services.GetRequiredService<PictureFeed>();
        var sequence = Journal.LastSequence;
        await Eventually.TrueAsync(() => feed.Current?.Picture.Sequence >= sequence, "the picture of what was told");
    }

    /// <summary>Tells the journal of a busy day and waits until the pictures show it.</summary>
    public async Task TellBusyDayAsync()
    {
        foreach (var batch in new BusyDay(Network, Now).Events().Chunk(1000))
        {
            await TellAsync(batch);
        }
    }

    /// <summary>
    /// Tells of one more crew and waits for it: what the server itself was writing until now is in the journal before it.
    /// </summary>
    public Task SettledAsync()
    {
        var crew = Guid.NewGuid().ToString("N");
        return TellAsync(new FlowEvent
        {
            Source = "eeast-cad",
            MessageId = crew,
            OccurredAt = Now,
            Site = "RAJ12",
            Detail = new AmbulanceArrived("c_" + crew, AmbulanceCategory.C2),
        });
    }

    /// <summary>What the API answers to a question, as JSON.</summary>
    public Task<JsonElement> GetAsync(string address) =>
        Http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));

    /// <summary>
    /// Every entry of the journal that tells of the flow: who looked is apart, and so is what the server does of the
    /// regular call when a test runs in the morning.
    /// </summary>
    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync() =>
        [.. (await AllEntriesAsync()).Where(entry => entry.Event.Detail
            is not (AccessRecorded or CallOpened { By: null, Kind: CallKind.SituationalAwareness } or CallPackKept))];

    /// <summary>Every entry of the journal.</summary>
    public async Task<IReadOnlyList<JournalEntry>> AllEntriesAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (var batch in Journal.ReadAsync(0, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

    /// <summary>Waits until what can be searched in, audit and calls of the past, holds all that the journal holds.</summary>
    public Task IndexedAsync() => Eventually.TrueAsync(
        async () => await IsWholeAsync<AuditIndex>() && await IsWholeAsync<CallArchiveIndex>(),
        "the indexes to have read the journal");

    /// <summary>What its log warns of so far, for the message of a test that fails.</summary>
    public string Warnings() => string.Join(
        '\n', ServerLog.Of(Data).Split('\n').Where(line => !line.Contains(" INFO ", StringComparison.Ordinal)));

    private async Task<bool> IsWholeAsync<T>()
        where T : JournalIndex =>
        (await Application.Services.GetRequiredService<T>().AskAsync(file => file.DataSource, CancellationToken.None)).IsWhole;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Http.Dispose();
        await Application.StopAsync();
        await Application.DisposeAsync();
        _ownData.Dispose();
    }
}
