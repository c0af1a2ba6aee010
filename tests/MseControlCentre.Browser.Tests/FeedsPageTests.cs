using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>The pages of feeds on every screen, live, and a replay with and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FeedsPageTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Pages_OnAScreen_NeedNoScrollingSideways(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await server.SendSpoiltAsync();
        await server.SendToUnmappedAsync(3);

        foreach (var (index, address) in new[] { "feeds", "feeds/quarantine", "feeds/replay?feed=unknown" }.Index())
        {
            var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address), width, height);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
            await page.KeepAsync($"feeds-{index}-{width}");

            Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task Feeds_WhenAMessageIsRejected_SaysSoWithoutReload()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "feeds"));
        await Assertions.Expect(page.Locator("[data-live='feeds-quarantine']")).ToContainTextAsync("Nothing waits");
        await page.EvaluateAsync("() => { window.notReloaded = true; }");
        await page.Locator("#feed-eeast-cad summary").ClickAsync();

        await server.SendSpoiltAsync();

        await Assertions.Expect(page.Locator("[data-live='feeds-quarantine']")).ToContainTextAsync("detail.category");
        await Assertions.Expect(page.Locator("#feed-eeast-cad .rejected dd")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("#feed-eeast-cad .more")).ToContainTextAsync("detail.category");
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"));
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_OfTickedMessages_ShowsWhatBecameOfEach(bool script)
    {
        using var data = new TemporaryDirectory();
        await using (var before = await StartAsync(data, Repository.NetworkFile))
        {
            await before.SendSpoiltAsync();
        }

        var mended = Path.Combine(data.Path, "mended.json");
        var network = await File.ReadAllTextAsync(Repository.NetworkFile);
        await File.WriteAllTextAsync(mended, network.Replace("\"PAS\"", "\"*PAS\"", StringComparison.Ordinal));
        await using var server = await StartAsync(data, mended);
        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "feeds/quarantine?sort=reason"), script: script);

        var unknown = page.Locator("tr", new() { HasText = "MSH-3" });
        await Assertions.Expect(unknown).ToHaveCountAsync(3);
        await unknown.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await unknown.Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay those ticked" }).ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Replay 2 messages?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay 2 messages" }).ClickAsync();

        await Assertions.Expect(page.Locator(".outcomes")).ToHaveTextAsync("2 accepted");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.KeepAsync($"feeds-replayed-{script}");
        await page.GotoAsync(new Uri(server.Application.HttpAddress, "feeds/quarantine").ToString());
        await Assertions.Expect(page.Locator(".acts")).ToContainTextAsync("4 messages");
        await page.Context.DisposeAsync();
    }

    private static Task<RunningServer> StartAsync(TemporaryDirectory data, string network) => RunningServer.StartAsync(
        options => options with { DataDirectory = Path.Combine(data.Path, "data"), NetworkFile = network });
}
