using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>The live line carries what its reader may see and nothing else; nobody gets none.</summary>
public sealed class LiveLineTests
{
    private static readonly string[] s_pages = ["wall", "shell", "flow", "feeds", "site:RAJ12", "site:RAJ01"];
    private static readonly string[] s_scopes = ["RAJ12", "RAJ01", "mse"];

    [Fact]
    public async Task EveryRole_WatchesAsTheGrantsSay()
    {
        await using var server = await RunningServer.StartAsync();
        var system = server.Network.Code;
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Where(role => Grants.Of(role, Operation.SeeWall) is Reach.Everywhere))
        {
            var actor = new Actor(
                "p_" + role, role.ToString(), new HashSet<Role> { role }, new HashSet<string>(["RAJ12"], StringComparer.Ordinal));
            foreach (var page in s_pages)
            {
                await CheckAsync(actor, "WatchPage", page, NeedOf(page).IsMetBy(actor));
            }

            foreach (var scope in s_scopes)
            {
                var code = scope is "mse" ? system : scope;
                await CheckAsync(actor, "Watch", code, actor.May(
                    Operation.SeePatients, scope is "mse" ? Subject.System : Subject.OfSite(scope)));
            }
        }

        Assert.Empty(wrong);

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

    private static Need NeedOf(string page) => page switch
    {
        "wall" or "shell" => new Need(Operation.SeeWall),
        "flow" => new Need(Operation.SeeFigures),
        "feeds" => new Need(Operation.SeeFeeds),
        _ => new Need(Operation.SeePatients, Subject.OfSite(page.Split(':')[1])),
    };
}
