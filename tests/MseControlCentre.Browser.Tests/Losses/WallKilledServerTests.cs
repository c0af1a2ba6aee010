using System.Net.Http.Json;
using Microsoft.Playwright;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Losses;

/// <summary>
/// The server is killed as a power cut would kill it. The wall looks dead within five seconds, by the browser's own
/// clock, and lives again by itself when the server is back.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WallKilledServerTests(Chromium chromium)
{
    private const string Waiting = "[data-figure='RAJ12:ambulance.waiting'] .value";

    /// <summary>Notes when the page first looks dead: grey, and a sentence in sight that says since when.</summary>
    private const string WatchForDeath =
        """
        () => {
          window.diedAt = null;
          const look = () => {
            const banner = document.querySelector("[data-silence]");
            const grey = getComputedStyle(document.querySelector("main")).filter.includes("grayscale");
            if (grey && banner.checkVisibility() && banner.textContent.startsWith("No word from the server since")) {
              window.diedAt = performance.now();
            } else {
              requestAnimationFrame(look);
            }
          };
          look();
          return performance.now();
        }
        """;

    [Theory]
    [InlineData("wall")]
    [InlineData("sites/RAJ12")]
    [InlineData("figures")]
    public async Task Page_WhenItsServerIsKilled_LooksDeadWithinFiveSecondsAndRecoversByItself(string page)
    {
        using var data = new TemporaryDirectory();
        var first = await ServerProcess.StartAsync(data.Path);
        await ArriveAsync(first.Address, "one");
        var window = await chromium.WindowAsync();
        await FirstAccount.MakeAsync(window, first.FirstLink!);
        await window.GotoAsync(new Uri(first.Address, page).ToString());
        await Assertions.Expect(window.Locator(Waiting).First).ToHaveTextAsync("1");
        await window.EvaluateAsync("() => { window.notReloaded = true; }");
        await window.IsLiveAsync();

        await window.EvaluateAsync<double>(WatchForDeath);
        await first.KillAsync();
        var killedAt = await window.EvaluateAsync<double>("() => performance.now()");
        await window.WaitForFunctionAsync("() => window.diedAt !== null");
        var diedAt = await window.EvaluateAsync<double>("() => window.diedAt");
        await window.KeepAsync($"dead-{page.Replace('/', '-')}");

        Assert.True(diedAt - killedAt <= 5_000, $"It looked dead {diedAt - killedAt:N0} ms after its server was killed.");
        await using var second = await ServerProcess.StartOnAsync(first.Address.Port, data.Path);
        await ArriveAsync(second.Address, "two");
        await Assertions.Expect(window.Locator(Waiting).First).ToHaveTextAsync("2");
        await Assertions.Expect(window.Locator("[data-silence]")).ToBeHiddenAsync();
        var filter = await window.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).filter");
        Assert.Equal("none", filter);
        await first.DisposeAsync();
        await window.Context.DisposeAsync();
    }

    private static async Task ArriveAsync(Uri server, string identity)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("api/events", new
        {
            source = "eeast-cad", messageId = identity, occurredAt = DateTimeOffset.UtcNow, site = "RAJ12",
            kind = "AmbulanceArrived", detail = new { conveyance = identity, category = "C2" },
        });
        answer.EnsureSuccessStatusCode();
    }
}
