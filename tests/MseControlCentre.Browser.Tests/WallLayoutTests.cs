using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The wall on the screens it must fit. Set SCREENSHOTS to a directory to keep what was seen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WallLayoutTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    [InlineData(390, 844)]
    public async Task Wall_OnAScreen_FitsItsWidth(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), width, height);
        await Assertions.Expect(page.Locator("[data-figure='RAJ12:ed.in-department']")).ToContainTextAsync("142");
        await page.KeepAsync($"wall-{width}x{height}");

        Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_InTrouble_SaysSoAndCutsNothingOff()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 600 });
        await server.TellBusyDayAsync();
        var silent = new[] { "southend-ed", "basildon-pas" };
        var heard = server.Network.Feeds.Select(feed => feed.Id).Except(silent, StringComparer.Ordinal);
        await server.TellAsync([.. heard.Select(feed => Resumed(feed, server.Now))]);

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await Assertions.Expect(page.Locator(".simulated")).ToContainTextAsync("SIMULATED");
        await Assertions.Expect(page.Locator("[data-live='inside-RAJ01'] .trust")).ToContainTextAsync("silent since");
        await Assertions.Expect(page.Locator("[data-live='beds-RAJ12'] .trust")).ToContainTextAsync("silent since");
        await page.KeepAsync("wall-in-trouble");

        var cut = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".row, .panel, .card, footer, .site, .head, .small-figure, body > header")]
              .filter(part => part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2)
              .map(part => `${part.className || part.tagName} ${part.scrollWidth}/${part.clientWidth} ${part.scrollHeight}/${part.clientHeight}`)
            """);
        Assert.Empty(cut);
        await page.Context.DisposeAsync();
    }

    private static FlowEvent Resumed(string feed, DateTimeOffset at) => new()
    {
        Source = "control-centre",
        MessageId = $"test-resumed-{feed}",
        OccurredAt = at,
        Site = "control-centre",
        Detail = new FeedResumed(feed),
    };
}
