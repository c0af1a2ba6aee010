using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Losses;

/// <summary>
/// A feed's sender stops. What rests on it looks dead on the wall within five seconds of the network file's limit, the
/// rest stays alive, and it lives again by itself when the sender does.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WallKilledFeedTests(Chromium chromium)
{
    private const string Feed = "eeast-cad";
    private const string OtherFeed = "virtual-wards";
    private const string Lost = "[data-figure='RAJ12:ambulance.waiting']";
    private const string Kept = "[data-figure='QH8:virtual-ward.occupied']";
    private const int LimitSeconds = 4;

    private const string WatchForDeath =
        """
        ([lost, kept]) => {
          window.diedAt = null;
          window.keptDied = false;
          const look = () => {
            const figure = document.querySelector(lost);
            const value = getComputedStyle(figure.querySelector(".value"));
            const dead = figure.classList.contains("q-stale") && value.textDecorationLine.includes("line-through")
              && figure.textContent.includes("no longer current");
            window.keptDied ||= document.querySelector(kept).classList.contains("q-stale");
            if (dead && window.diedAt === null) {
              window.diedAt = performance.now();
            }
            requestAnimationFrame(look);
          };
          look();
        }
        """;

    [Fact]
    public async Task Wall_WhenAFeedIsKilled_ShowsItsFiguresDeadWithinFiveSecondsOfTheLimitAndRecovers()
    {
        using var directory = new TemporaryDirectory();
        var network = Path.Combine(directory.Path, "network.json");
        await File.WriteAllTextAsync(network, ShortLimits());
        await using var server = await RunningServer.StartAsync(options => options with { NetworkFile = network });
        await using var other = Heartbeat.Start(
            server, OtherFeed, "VirtualWardAdmitted", stay => new { stay, virtualWard = "VW-FRAILTY" });
        var ambulances = Ambulances(server);
        var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await Assertions.Expect(window.Locator(Lost + ".q-live")).ToBeVisibleAsync();
        await Assertions.Expect(window.Locator(Kept + ".q-live")).ToBeVisibleAsync();
        await window.EvaluateAsync(WatchForDeath, new[] { Lost, Kept });

        await ambulances.DisposeAsync();
        var stoppedAt = await window.EvaluateAsync<double>("() => performance.now()");
        await window.WaitForFunctionAsync("() => window.diedAt !== null");
        var diedAt = await window.EvaluateAsync<double>("() => window.diedAt");
        await window.KeepAsync("wall-feed-dead");

        // The last event was sent a beat before the sender had stopped: so much earlier may the limit be reached.
        Assert.InRange(diedAt - stoppedAt, (LimitSeconds - 2) * 1_000, (LimitSeconds + 5) * 1_000);
        Assert.False(await window.EvaluateAsync<bool>("() => window.keptDied"));
        await using var again = Ambulances(server);
        await Assertions.Expect(window.Locator(Lost + ".q-live")).ToBeVisibleAsync();
        await window.Context.DisposeAsync();
    }

    private static Heartbeat Ambulances(RunningServer server) =>
        Heartbeat.Start(server, Feed, "AmbulanceArrived", conveyance => new { conveyance, category = "C2" });

    /// <summary>The shipped network, where the two feeds are late after two seconds and silent after four.</summary>
    private static string ShortLimits()
    {
        var network = JsonNode.Parse(File.ReadAllText(Repository.NetworkFile))!;
        foreach (var feed in network["feeds"]!.AsArray().Where(
            feed => feed!["id"]!.GetValue<string>() is Feed or OtherFeed))
        {
            feed!["lateAfterSeconds"] = LimitSeconds / 2;
            feed["staleAfterSeconds"] = LimitSeconds;
        }

        return network.ToJsonString();
    }
}
