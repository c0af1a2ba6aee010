using System.Globalization;
using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The wall can be read: no name is cut, nothing lies on the footer, what is unknown looks so.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WallReadingTests(Chromium chromium)
{
    private const string Inside = "[data-figure='RAJ12:ed.in-department']";

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    public async Task Wall_OnABusyDay_CutsNoName(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), width, height);
        await Assertions.Expect(page.Locator(Inside)).ToContainTextAsync("142");

        var cut = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".name, .label, .state, .card strong, .card p, h1, h2, h3, .aside")]
              .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline")
              .map(part => `${part.textContent.trim()} ${part.scrollWidth}/${part.clientWidth}`)
            """);

        Assert.Empty(cut);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Strip_WithEveryFeedSilent_StandsOnOneLineAndHidesNothing()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync([.. server.Network.Feeds.Select(feed => Silenced(feed.Id, server.Now))]);
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        var feeds = page.Locator("footer li.q-stale");
        await Assertions.Expect(feeds).ToHaveCountAsync(
            server.Network.Feeds.Count(feed => feed.Protocol != FeedProtocol.Declared));
        await Assertions.Expect(page.Locator(".card")).ToContainTextAsync("Every feed is silent");
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

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    public async Task Wall_OnABusyDay_LaysNothingOnTheFooter(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), width, height);
        await Assertions.Expect(page.Locator(Inside)).ToContainTextAsync("142");

        var below = await page.EvaluateAsync<string[]>(
            """
            () => {
              const footer = document.querySelector("body > footer").getBoundingClientRect();
              const low = [...document.querySelectorAll("main *")]
                .filter(part => part.getBoundingClientRect().bottom > footer.top + 1)
                .map(part => part.className || part.tagName);
              return footer.bottom > innerHeight + 1 ? [...low, "the footer leaves the screen"] : low;
            }
            """);

        Assert.Empty(below);
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
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_WithSitesInDifferentTrouble_NamesTheWorstFirst()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var worst = server.Network.Sites[^1];
        var waiting = new FlowEvent
        {
            Source = "eeast-cad",
            MessageId = "worst",
            OccurredAt = server.Now.AddMinutes(-140),
            Site = worst.Code,
            Detail = new AmbulanceArrived("c_worst", AmbulanceCategory.C2),
        };
        await server.TellAsync([waiting]);

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));

        await Assertions.Expect(page.Locator(".card").First).ToContainTextAsync(
            string.Create(CultureInfo.InvariantCulture, $"{worst.Name}: 3 ambulances, longest 2 h 20"));
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

    private static FlowEvent Silenced(string feed, DateTimeOffset at) => new()
    {
        Source = "control-centre",
        MessageId = $"test-silenced-{feed}",
        OccurredAt = at,
        Site = "control-centre",
        Detail = new FeedSilenced(feed, SilenceReason.NothingHeard, at.AddHours(-30)),
    };
}
