using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The wall stays live without reloading, and looks dead when its server is gone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WallLiveTests(Chromium chromium)
{
    private const string Waiting = "[data-figure='RAJ12:ambulance.waiting'] .value";

    [Fact]
    public async Task Wall_WhenAnEventIsPosted_MovesWithoutReload()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        await PostArrivalAsync(server, "one");
        await Assertions.Expect(page.Locator(Waiting)).ToHaveTextAsync("1");
        await PostArrivalAsync(server, "two");
        await Assertions.Expect(page.Locator(Waiting)).ToHaveTextAsync("2");

        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_WhenItsServerGoesAndComesBack_LooksDeadThenRecoversByItself()
    {
        await using var first = await RunningServer.StartAsync(
            options => options with { DataDirectory = options.DataDirectory + "-kept" });
        await PostArrivalAsync(first, "one");
        var page = await chromium.OpenAsync(new Uri(first.Application.HttpAddress, "wall"));
        await Assertions.Expect(page.Locator(Waiting)).ToHaveTextAsync("1");
        var port = first.Application.HttpAddress.Port;

        await first.DisposeAsync();
        var banner = page.Locator("[data-silence]");
        await Assertions.Expect(banner).ToBeVisibleAsync();
        await Assertions.Expect(banner).ToContainTextAsync("No word from the server since");
        await page.KeepAsync("wall-dead");
        var filter = await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).filter");
        Assert.Contains("grayscale", filter, StringComparison.Ordinal);

        await using var second = await RunningServer.StartAsync(
            options => options with { DataDirectory = first.Data, HttpPort = port });
        await PostArrivalAsync(second, "two");
        await Assertions.Expect(page.Locator(Waiting)).ToHaveTextAsync("2");
        await Assertions.Expect(banner).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
        Directory.Delete(first.Data, recursive: true);
    }

    [Fact]
    public async Task Wall_AsMinutesPass_TicksInTheBrowser()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 60 });
        await PostArrivalAsync(server, "one");
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));

        var minutes = page.Locator("[data-live='outside-RAJ12'] .bar text");
        var first = int.Parse(await minutes.TextContentAsync() ?? "", System.Globalization.CultureInfo.InvariantCulture);

        await Assertions.Expect(minutes).Not.ToHaveTextAsync(
            first.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_WithoutScript_ShowsTheFiguresOfTheMoment()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), script: false);

        await Assertions.Expect(page.Locator("[data-figure='RAJ12:ed.in-department'] .value")).ToHaveTextAsync("142");
        await Assertions.Expect(page.Locator("[data-live='outside-RAJ12'] .bar text").First)
            .ToHaveTextAsync(new Regex("^7[2-9]$", RegexOptions.None, TimeSpan.FromMinutes(1)));
        await page.Context.DisposeAsync();
    }

    private static async Task PostArrivalAsync(RunningServer server, string identity)
    {
        var arrival = new
        {
            source = "eeast-cad", messageId = identity, occurredAt = server.Now, site = "RAJ12", kind = "AmbulanceArrived",
            detail = new { conveyance = identity, category = "C2" },
        };
        using var answer = await server.Http.PostAsJsonAsync("api/events", arrival);
        answer.EnsureSuccessStatusCode();
    }
}
