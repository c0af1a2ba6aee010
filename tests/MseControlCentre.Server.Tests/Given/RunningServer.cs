using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>The real application on free ports, with a data directory of its own.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly bool _ownsData;
    private bool _disposed;

    private RunningServer(ControlCentreApplication application, string data, bool ownsData)
    {
        Application = application;
        Data = data;
        _ownsData = ownsData;
        Http = new HttpClient { BaseAddress = application.HttpAddress };
    }

    /// <summary>The network file of the system this is made for.</summary>
    public static string NetworkFile => Path.Combine(AppContext.BaseDirectory, "networks", "mid-and-south-essex.json");

    /// <summary>The application.</summary>
    public ControlCentreApplication Application { get; }

    /// <summary>Its data directory.</summary>
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
        await Until(() => feed.Current is not null, "the first picture");
        return server;
    }

    /// <summary>Starts a server that may still be reading its journal.</summary>
    public static async Task<RunningServer> StartUnreadyAsync(
        Func<ServerOptions, ServerOptions>? change = null, Action<WebApplicationBuilder>? preconfigure = null)
    {
        var options = new ServerOptions
        {
            HttpPort = 0,
            MllpPort = 0,
            DataDirectory = Path.Combine(Path.GetTempPath(), $"mse-control-centre-{Guid.NewGuid():N}"),
            NetworkFile = NetworkFile,
        };
        var made = options.DataDirectory;
        options = change?.Invoke(options) ?? options;
        var application = await ControlCentreApplication.CreateAsync(options, preconfigure);
        await application.StartAsync();
        var ownsData = string.Equals(made, options.DataDirectory, StringComparison.Ordinal);
        return new RunningServer(application, options.DataDirectory, ownsData);
    }

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now => Application.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Tells the journal of some events and waits until the pictures show them.</summary>
    public async Task TellAsync(params IReadOnlyList<FlowEvent> events)
    {
        await Journal.AppendAsync(events, CancellationToken.None);
        var feed = Application.Services.GetRequiredService<PictureFeed>();
        var sequence = Journal.LastSequence;
        await Until(() => feed.Current?.Picture.Sequence >= sequence, "the picture of what was told");
    }

    /// <summary>Tells the journal of a busy day and waits until the pictures show it.</summary>
    public async Task TellBusyDayAsync()
    {
        foreach (var batch in new BusyDay(Network, Now).Events().Chunk(1000))
        {
            await TellAsync(batch);
        }
    }

    /// <summary>What the API answers to a question, as JSON.</summary>
    public Task<JsonElement> GetAsync(string address) =>
        Http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));

    /// <summary>Every entry of the journal.</summary>
    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (var batch in Journal.ReadAsync(0, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

    /// <summary>Waits for something that takes a moment, and says what it was when it does not come.</summary>
    public static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);

    /// <summary>Waits for something that takes a moment and must be asked for.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Waited 20 s for {what}.", exception);
            }
        }
    }

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
        if (_ownsData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
