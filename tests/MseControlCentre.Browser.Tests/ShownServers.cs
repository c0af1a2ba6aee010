using System.Net;
using System.Net.Http.Json;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>What a server has been told when its pages are looked at.</summary>
public enum Told
{
    /// <summary>A system at its fullest.</summary>
    Busy,

    /// <summary>Nothing: no feed was ever heard.</summary>
    Nothing,

    /// <summary>A system at its fullest, until every feed fell silent.</summary>
    Silent,

    /// <summary>A system at its fullest, of which nothing was heard since.</summary>
    Old,
}

/// <summary>One server for each state that pages are looked at in, started when it is first asked for.</summary>
public sealed class ShownServers : IAsyncLifetime
{
    // Bound: the values of Told.
    private readonly Dictionary<Told, Task<ShownServer>> _servers = [];

    /// <summary>The server of a state. Tests of one collection run one after the other.</summary>
    public Task<ShownServer> OfAsync(Told told)
    {
        if (!_servers.TryGetValue(told, out var server))
        {
            _servers[told] = server = ShownServer.StartAsync(told);
        }

        return server;
    }

    /// <inheritdoc />
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await (await server).Running.DisposeAsync();
        }
    }
}

/// <summary>A server and the addresses of its pages.</summary>
/// <param name="Running">The server.</param>
/// <param name="Pages">Every page, from the root: <c>/figures</c>.</param>
/// <param name="Unreached">Routes of pages to which none of them leads.</param>
public sealed record ShownServer(
    RunningServer Running, IReadOnlyList<string> Pages, IReadOnlyList<string> Unreached)
{
    /// <summary>Starts a server, tells it, and finds its pages.</summary>
    public static async Task<ShownServer> StartAsync(Told told)
    {
        var clock = new ShiftedClock();
        var server = await RunningServer.StartAsync(preconfigure: clock.Of);
        if (told is not Told.Nothing)
        {
            foreach (var batch in new FullSystem(server.Network, server.Now).Events().Chunk(2_000))
            {
                await server.TellAsync(batch);
            }
        }

        if (told is not Told.Nothing)
        {
            await server.TellAsync(CallsOf(server));
        }

        if (told is Told.Busy)
        {
            await RefuseOneAsync(server);
            await ShownCall.TellAsync(server);
        }

        if (told is Told.Silent)
        {
            await server.TellAsync([.. server.Network.Feeds.Select(feed => Silenced(feed.Id, server.Now))]);
        }

        if (told is Told.Old)
        {
            var hospitals = server.Network.Feeds.Where(feed => feed.Protocol is FeedProtocol.Hl7v2);
            clock.PutForward(TimeSpan.FromSeconds(hospitals.Max(feed => feed.StaleAfterSeconds) + 60));
        }

        await server.IndexedAsync();
        var (pages, unreached) = await PageAddresses.OfAsync(server);
        return new ShownServer(server, pages, unreached);
    }

    /// <summary>The whole address of a page.</summary>
    public string Url(string page) => new Uri(Running.Application.HttpAddress, page).ToString();

    /// <summary>Sends what cannot be taken, so that the quarantine and its pages have something to show.</summary>
    private static async Task RefuseOneAsync(RunningServer server)
    {
        using var answer = await server.Http.PostAsJsonAsync("api/events", new
        {
            source = "eeast-cad", messageId = "refused", occurredAt = server.Now, site = "RAJ12", kind = "AmbulanceArrived",
            detail = new { conveyance = "refused", category = "C9" },
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>A call that runs, and the one of the day before, which is closed.</summary>
    private static IReadOnlyList<FlowEvent> CallsOf(RunningServer server) =>
    [
        .. new CallGiven(server.Network, server.Now.AddMinutes(-20)).Events(CallState.Running),
        .. new CallGiven(server.Network, server.Now.AddDays(-1), "situational-awareness-20261128-1").Events(CallState.Closed),
    ];

    private static FlowEvent Silenced(string feed, DateTimeOffset at) => new()
    {
        Source = "control-centre",
        MessageId = $"test-silenced-{feed}",
        OccurredAt = at,
        Site = "control-centre",
        Detail = new FeedSilenced(feed, SilenceReason.NothingHeard, at.AddMinutes(-40)),
    };
}
