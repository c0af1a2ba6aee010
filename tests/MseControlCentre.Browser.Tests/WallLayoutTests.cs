using System.Globalization;
using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// The wall on the screens it must fit, on quiet, busy, overloaded and silent days. Set SCREENSHOTS to a directory to
/// keep what was seen.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class WallLayoutTests(Chromium chromium)
{
    private static readonly (int Width, int Height)[] s_screens = [(1366, 768), (1920, 1080), (3840, 2160), (390, 844)];

    private static readonly string[] s_lists = ["situation", "delays", "escalated-"];

    [Theory]
    [InlineData("empty", "dark")]
    [InlineData("busy", "dark")]
    [InlineData("overloaded", "dark")]
    [InlineData("half silent", "dark")]
    [InlineData("silent", "dark")]
    [InlineData("overloaded", "light")]
    public async Task Wall_OnAnyDay_CutsNothingAndLaysNothingOnAnother(string state, string theme)
    {
        await using var server = await WallStates.StartAsync(state);
        await server.BringAsync(state);
        var page = await OpenAsync(server, $"wall?theme={theme}");

        foreach (var (width, height) in s_screens)
        {
            await LegibleAsync(page, width, height, $"wall-{state.Replace(' ', '-')}-{theme}-{width}");
        }

        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("mid-and-south-essex.json", "Basildon University Hospital", "Broomfield")]
    [InlineData(
        "example-essex.json", "Basildon University Hospital", "Broomfield", "Southend-on-Sea", "Colchester General Hospital")]
    [InlineData(
        "example-essex.json",
        "Basildon University Hospital", "Broomfield", "Southend-on-Sea", "Colchester General Hospital", "Ipswich")]
    [InlineData(
        "example-essex.json",
        "Basildon", "Broomfield", "Southend", "Colchester", "Ipswich", "The Princess Alexandra Hospital, Harlow")]
    public async Task Wall_OfAnotherNetwork_FitsToo(string file, params string[] names)
    {
        using var directory = new TemporaryDirectory();
        var network = WallStates.NetworkOf(directory, file, names);
        await using var server = await RunningServer.StartAsync(options => options with { NetworkFile = network });
        await server.BringAsync("overloaded");
        var page = await OpenAsync(server, "wall");

        foreach (var (width, height) in s_screens)
        {
            await LegibleAsync(page, width, height, $"wall-of-{names.Length}-{width}");
        }

        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Figures_ThatGrowFromOneDigitToThree_MoveNothing()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Arrival(server, "first", 3));
        var page = await OpenAsync(server, "wall");
        var waiting = page.Locator("[data-figure='RAJ12:ambulance.waiting'] .value");
        await Assertions.Expect(waiting).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("body.is-live")).ToBeVisibleAsync();
        var cards = await page.Locator(".card:not(.l-normal)").CountAsync();
        var before = await page.PlacesAsync();

        await server.TellBusyDayAsync();
        await server.BringAsync("overloaded");
        await server.TellAsync([.. Enumerable.Range(0, 100).Select(number =>
            Arrival(server, string.Create(CultureInfo.InvariantCulture, $"more-{number}"), 5))]);
        await Assertions.Expect(waiting).ToHaveTextAsync("128");
        await page.WaitForFunctionAsync(
            "() => document.querySelector(\"[data-figure='RAJ12:ed.over-long'] .value\").textContent.length === 3");
        Assert.NotEqual(cards, await page.Locator(".card:not(.l-normal)").CountAsync());
        var after = await page.PlacesAsync();

        Assert.Equal(Sites(before), Sites(after));
        await page.Context.DisposeAsync();
    }

    // Lists may gain rows; what has a place of its own keeps it. What is escalated stands where the words about the level
    // stand otherwise, so that the level becomes less high, and stays where it is.
    private static List<string> Sites(IEnumerable<string> places) =>
    [
        .. places.Where(place => !s_lists.Any(list => place.StartsWith(list, StringComparison.Ordinal)))
            .Select(place => place.StartsWith("opel-", StringComparison.Ordinal) ? Corner(place) : place)
            .Order(StringComparer.Ordinal),
    ];

    // opel-RAJ12 place level 40 281 246 90
    private static string Corner(string place) => string.Join(' ', place.Split(' ')[..^2]);

    private static async Task LegibleAsync(IPage page, int width, int height, string name)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.KeepAsync(name);
        var isWall = width > 900;

        Assert.Empty((await page.CutAsync()).Select(cut => $"{name}: {cut}"));
        Assert.Empty((await page.OverlappingAsync()).Select(pair => $"{name}: {pair}"));
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        if (isWall)
        {
            Assert.Equal(height, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "() => document.querySelector('body > footer').getBoundingClientRect().bottom <= innerHeight"),
                $"{name}: the footer leaves the screen");
        }
    }

    private async Task<IPage> OpenAsync(RunningServer server, string path)
    {
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, path));
        await Assertions.Expect(page.Locator("body.is-live")).ToBeVisibleAsync();
        return page;
    }

    private static FlowEvent Arrival(RunningServer server, string identity, double minutesAgo) => new()
    {
        Source = "eeast-cad",
        MessageId = $"arrival-{identity}",
        OccurredAt = server.Now.AddMinutes(-minutesAgo),
        Site = "RAJ12",
        Detail = new AmbulanceArrived($"c_{identity}", AmbulanceCategory.C3),
    };
}
