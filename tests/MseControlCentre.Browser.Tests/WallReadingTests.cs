using Microsoft.Playwright;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The wall can be read: no name is cut, nothing lies on the footer, what is unknown looks so.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WallReadingTests(Chromium chromium)
{
    private const string Inside = "[data-figure='RAJ12:ed.in-department']";

    [Fact]
    public async Task Strip_WithEveryFeedSilent_StandsOnOneLineAndHidesNothing()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync([.. server.Network.Feeds.Select(feed => WallStates.Silenced(feed.Id, server.Now))]);
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        var feeds = page.Locator("footer li.q-stale");
        await Assertions.Expect(feeds).ToHaveCountAsync(
            server.Network.Feeds.Count(feed => feed.Protocol != FeedProtocol.Declared));
        await Assertions.Expect(page.Locator(".card")).ToContainTextAsync("Every feed is silent");
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.KeepAsync("wall-all-silent");

        var tops = await page.EvaluateAsync<int[]>(
            """
            () => [...document.querySelectorAll("footer li")].map(feed => Math.round(feed.getBoundingClientRect().top))
            """);
        var cut = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("footer li")]
              .filter(feed => feed.scrollWidth > feed.clientWidth || feed.scrollHeight > feed.clientHeight)
              .map(feed => `${feed.textContent.trim()} ${feed.scrollWidth}/${feed.clientWidth}`)
            """);

        Assert.Single(tops.Distinct());
        Assert.Empty(cut);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_BeforeAnyFeedIsHeard_SaysSoAndShowsDashes()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));

        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".card")).ToContainTextAsync("No feed has been heard yet");
        await page.KeepAsync("wall-unknown");
        var values = await page.Locator(".great .value").AllTextContentsAsync();

        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Equal("–", value));
        await Assertions.Expect(page.Locator(".opel .number", new() { HasText = "not known" }))
            .ToHaveCountAsync(server.Network.Sites.Count + 1);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Situation_OnABusyDay_SaysTheWorstFirstWithItsClock()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));

        var cards = page.Locator(".card");
        await Assertions.Expect(cards).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".card:first-child.l-alarm")).ToHaveCountAsync(1);
        await Assertions.Expect(cards.First).ToContainTextAsync("Basildon: ");
        await Assertions.Expect(page.Locator(".limits .clock").First).ToContainTextAsync("1 h 1");
        await Assertions.Expect(page.Locator(".shares .name", new() { HasText = "unknown" })).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_WhileItRuns_BreaksNoContentSecurityPolicy()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "health/live"));
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);

        var answer = await page.GotoAsync(new Uri(server.Application.HttpAddress, "wall").ToString());
        await Assertions.Expect(page.Locator(Inside)).ToContainTextAsync("142");
        await Assertions.Expect(page.Locator("[data-live='outside-RAJ12'] .bar text").First).Not.ToBeEmptyAsync();

        Assert.Contains("content-security-policy", answer!.Headers.Keys);
        Assert.Empty(complaints);
        await page.Context.DisposeAsync();
    }
}
