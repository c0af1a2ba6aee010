using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The pages of figures with keys and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FigurePagesTests(Chromium chromium)
{
    [Fact]
    public async Task Figures_ByKeyboard_SkipToTheContentAndOpenAFigure()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "figures?area=ambulance&site=RAJ12"));

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-figure='RAJ12:ambulance.waiting']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Full page with the evidence" }).ClickAsync();

        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("Basildon");
        await Assertions.Expect(page.Locator("#evidence")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Wall_Figure_LeadsToItsPage()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await page.IsLiveAsync();

        await page.Locator("[data-figure='RAJ12:ed.in-department']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Full page with the evidence" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(
            new Uri(server.Application.HttpAddress, "figures/RAJ12:ed.in-department").ToString());
        await Assertions.Expect(page.Locator(".summary .great .value")).ToHaveTextAsync("142");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task FigurePage_WithoutScript_IsWhole()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "figures/RAJ12:ambulance.waiting"), script: false);

        await Assertions.Expect(page.Locator(".history svg.wide")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("table.evidence tbody tr")).ToHaveCountAsync(7);
        await page.Context.DisposeAsync();
    }
}
