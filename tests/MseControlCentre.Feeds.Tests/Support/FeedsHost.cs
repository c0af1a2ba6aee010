using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Feeds.Hl7v2.Framing;
using MseControlCentre.Feeds.Json;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;
using MseControlCentre.Journal.Memory;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>Both doors on real sockets (loopback, ports chosen by the system), before a journal in memory.</summary>
internal sealed class FeedsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryDirectory _directory;

    private FeedsHost(WebApplication app, FeedsSetup setup, TemporaryDirectory directory)
    {
        _app = app;
        Setup = setup;
        _directory = directory;
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address).Port).ToArray();
        MllpPort = ports[0];
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports[1]}") };
    }

    public FeedsSetup Setup { get; }

    public string DataDirectory => _directory.Path;

    public int MllpPort { get; }

    public HttpClient Http { get; }

    public IJournal Journal => Setup.Journal;

    public CollectedLog Log => Setup.Log;

    public FeedMonitor Monitor => _app.Services.GetRequiredService<FeedMonitor>();

    public int OpenConnections => _app.Services.GetRequiredService<MllpConnectionHandler>().OpenConnections;

    public QuarantineStore Quarantine => _app.Services.GetRequiredService<QuarantineStore>();

    public static async Task<FeedsHost> StartAsync(FeedsSetup? setup = null)
    {
        setup ??= new FeedsSetup();
        var directory = new TemporaryDirectory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(setup.Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(setup.Journal);
        builder.Services.AddSingleton<TimeProvider>(setup.Clock);
        builder.Services.AddFeeds(setup.Network, directory.Path, setup.Limits);
        if (setup.SocketClock is { } clock)
        {
            builder.Services.AddSingleton(provider => new MllpConnectionHandler(
                provider.GetRequiredService<IFrameReceiver>(), setup.Limits, clock));
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseConnectionHandler<MllpConnectionHandler>());
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        app.MapEventIntake();
        await app.StartAsync();
        return new FeedsHost(app, setup, directory);
    }

    public async Task<IReadOnlyList<FlowEvent>> EventsAsync()
    {
        var events = new List<FlowEvent>();
        await foreach (var batch in Journal.ReadAsync(0, CancellationToken.None))
        {
            events.AddRange(batch.Select(entry => entry.Event).Where(one => one.Source != FeedMonitor.Source));
        }

        return events;
    }

    public async Task<HttpResponseMessage> PostAsync(string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await Http.PostAsync(new Uri("/api/events", UriKind.Relative), content);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}

/// <summary>What a <see cref="FeedsHost"/> is made of.</summary>
internal sealed record FeedsSetup
{
    public FeedsSetup() => Journal = new MemoryJournal(Clock);

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 5, 0, TimeSpan.Zero));

    public IJournal Journal { get; init; }

    public NetworkMap Network { get; init; } = Networks.Test;

    public FeedLimits Limits { get; init; } = new();

    /// <summary>The clock of the sockets; real time when null.</summary>
    public TimeProvider? SocketClock { get; init; }

    public CollectedLog Log { get; } = new();
}
