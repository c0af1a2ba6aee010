using System.Net;
using System.Net.WebSockets;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>The live line carries what its reader may see and nothing else; nobody gets none.</summary>
public sealed class LiveLineTests
{
    [Fact]
    public async Task EveryRole_WatchesAsTheGrantsSay()
    {
        await using var server = await RunningServer.StartAsync();
        var system = server.Network.Code;
        var pages = server.Application.Services.GetServices<ILivePage>().Select(page => page.Name).ToList();
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Where(role => Grants.Of(role, Operation.SeeWall) is Reach.Everywhere))
        {
            var actor = new Actor(
                "p_" + role, role.ToString(), new HashSet<Role> { role }, new HashSet<string>(["RAJ12"], StringComparer.Ordinal));
            foreach (var page in pages)
            {
                await CheckAsync(actor, "WatchPage", page, NeedOf(page).IsMetBy(actor));
            }

            foreach (var scope in server.Network.Sites.Select(site => site.Code).Append(system))
            {
                await CheckAsync(actor, "Watch", scope, actor.May(
                    Operation.SeePatients, scope == system ? Subject.System : Subject.OfSite(scope)));
            }
        }

        Assert.Empty(wrong);
        Assert.Contains("site:RAJ01", pages);

        async Task CheckAsync(Actor actor, string method, string what, bool may)
        {
            await using var line = await HubClient.ConnectAsync(server.Application.HttpAddress, actor);
            var refusal = await Record.ExceptionAsync(() => line.CallAsync(method, what));
            if ((refusal is null) != may || refusal is not (null or HubException))
            {
                wrong.Add($"{actor.Name} {method} {what}: {refusal?.Message ?? "let in"}");
            }
        }
    }

    /// <summary>What a line may be asked for; a new method needs its own test of who may.</summary>
    [Fact]
    public void Hub_HasNoMethodThatIsNotTestedHereOrWithTheNotices() => Assert.Equal(
        [
            nameof(PictureHub.AnswerNotice), nameof(PictureHub.Resync), nameof(PictureHub.Watch),
            nameof(PictureHub.WatchNotices), nameof(PictureHub.WatchPage),
        ],
        typeof(PictureHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method).Select(method => method.Name)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("?id=made-up")]
    [InlineData("?id=AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Line_OfANegotiationThatNeverWas_IsRefused(string query)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await TryAsync(server, query, SignedIn.Everybody));
    }

    /// <summary>Who has learnt another's negotiation gets no more by it than they are.</summary>
    [Fact]
    public async Task Line_OfAnothersNegotiation_IsThatOfWhoOpensIt()
    {
        await using var server = await RunningServer.StartAsync();
        using var negotiated = await server.Http.PostAsync(
            new Uri("hubs/picture/negotiate?negotiateVersion=1", UriKind.Relative), null);
        var token = JsonElement.Parse(await negotiated.Content.ReadAsStringAsync())
            .GetProperty("connectionToken").GetString();
        var screen = new Actor(
            "p_screen", "Screen", new HashSet<Role> { Role.Wall }, new HashSet<string>(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(server, $"?id={token}", Actor.Nobody));
        await using var line = await HubClient.ConnectAsync(server.Application.HttpAddress, screen, $"?id={token}");
        await line.CallAsync("WatchPage", "wall");
        await Assert.ThrowsAsync<HubException>(() => line.CallAsync("WatchPage", "site:RAJ12"));

        // Whoever has a screen's link could otherwise fill the disk with stacks of refusals.
        Assert.DoesNotContain(nameof(HubException), ServerLog.Of(server.Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_AndAFeed_GetNoLine()
    {
        await using var server = await RunningServer.StartAsync();
        var feed = new Actor("f", "f", new HashSet<Role> { Role.Feed }, new HashSet<string>(StringComparer.Ordinal));

        foreach (var actor in (Actor[])[Actor.Nobody, feed])
        {
            var refusal = await Assert.ThrowsAsync<WebSocketException>(
                () => HubClient.ConnectAsync(server.Application.HttpAddress, actor));
            Assert.Contains(ReferenceEquals(actor, Actor.Nobody) ? "401" : "403", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode> TryAsync(RunningServer server, string query, Actor actor)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader(SignedIn.Header, SignedIn.Written(actor));
        var address = new UriBuilder(server.Application.HttpAddress) { Scheme = "ws", Path = PictureHub.Path, Query = query };
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address.Uri, CancellationToken.None));
        return socket.HttpStatusCode;
    }

    // A live page that is not named here fails the test: it needs a rule, and the rule is written down.
    private static Need NeedOf(string page) => page.Split(':') switch
    {
        ["wall"] or ["shell"] => new Need(Operation.SeeWall),
        ["flow"] => new Need(Operation.SeeFigures),
        ["feeds"] => new Need(Operation.SeeFeeds),
        ["escalations", ..] => new Need(Operation.SeeEscalations),
        ["site", var site, ..] => new Need(Operation.SeePatients, Subject.OfSite(site)),
        _ => throw new InvalidOperationException($"Who may watch the live page {page} is not said here."),
    };
}
