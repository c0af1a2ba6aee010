using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The wall on the screens it must fit. Set SCREENSHOTS to a directory to keep what was seen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WallLayoutTests(Chromium chromium)
{
    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    [InlineData(390, 844)]
    public async Task Wall_OnAScreen_FitsItsWidth(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), width, height);
        await Assertions.Expect(page.Locator("[data-figure='RAJ12:ed.in-department']").First).ToContainTextAsync("142");
        await KeepAsync(page, $"wall-{width}x{height}");

        var overflow = await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
        await page.Context.DisposeAsync();
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } directory)
        {
            await page.EvaluateAsync("() => document.fonts.ready");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, name + ".png") });
        }
    }
}
