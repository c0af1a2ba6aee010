using System.Globalization;
using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The figure drawer: from any figure, by mouse and keys, on the wall, at a desk and on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FigureDrawerTests(Chromium chromium)
{
    private const string Waiting = "[data-figure='RAJ12:ambulance.waiting']";
    private const string Figures = "figures?area=ambulance&site=RAJ12";

    // A clock that is moved on whole would make the wall take its server for silent: only the minute is held.
    private const string HeldMinute = """
        globalThis.minutes = { begun: 0, running: new Map() };
        const later = setTimeout, never = clearTimeout;
        globalThis.setTimeout = (act, ms, ...rest) => {
          if (ms !== 60000) { return later(act, ms, ...rest); }
          minutes.begun++;
          minutes.running.set(-minutes.begun, act);
          return -minutes.begun;
        };
        globalThis.clearTimeout = (id) => minutes.running.delete(id) || never(id);
        """;

    [Theory]
    [InlineData("wall", 1920, 1080)]
    [InlineData("wall", 3840, 2160)]
    [InlineData("wall?theme=light", 1920, 1080)]
    [InlineData("wall", 390, 844)]
    [InlineData(Figures, 1366, 768)]
    [InlineData(Figures, 1920, 1080)]
    [InlineData(Figures, 390, 844)]
    [InlineData(Figures, 320, 640)]
    public async Task Drawer_ByMouse_OpensAtTheFigureAndFitsTheScreen(string address, int width, int height)
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address), width, height);
        await page.IsLiveAsync();

        await page.Locator(Waiting).First.ClickAsync();

        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "Ambulances waiting" });
        await Assertions.Expect(drawer).ToBeVisibleAsync();
        await Assertions.Expect(drawer.Locator(".drawer-value .value")).ToHaveTextAsync("7");
        await Assertions.Expect(drawer.Locator("svg.compact")).ToBeVisibleAsync();
        await Assertions.Expect(drawer).ToContainTextAsync("does not reach back");
        Assert.Equal(0, await drawer.EvaluateAsync<int>("it => it.scrollWidth - it.clientWidth"));
        await page.KeepAsync($"drawer-{address.Split('?')[0]}-{width}-{address.Length}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.KeepAsync($"drawer-{address.Split('?')[0]}-{width}-{address.Length}-dark");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_ByKeyboard_HoldsTheFocusAndGivesItBack()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, Figures));
        var figure = page.Locator(Waiting).First;

        await figure.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var drawer = page.Locator("dialog.drawer");
        await Assertions.Expect(drawer.Locator("svg.compact")).ToBeVisibleAsync();
        for (var press = 0; press < 12; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(
                "() => document.activeElement === document.body || !!document.activeElement.closest('dialog.drawer')"));
        }

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(drawer).ToHaveCountAsync(0);
        await Assertions.Expect(figure).ToBeFocusedAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_ClickedBesideOrClosed_Closes()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, Figures));
        var drawer = page.Locator("dialog.drawer");

        await page.Locator(Waiting).First.ClickAsync();
        await page.Mouse.ClickAsync(40, 500);
        await Assertions.Expect(drawer).ToHaveCountAsync(0);

        await page.Locator(Waiting).First.ClickAsync();
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(drawer).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_WhenTheServerDoesNotAnswer_SaysSoAndCanBeTriedAgain()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, Figures));
        await page.RouteAsync("**/drawer", route => route.AbortAsync());

        await page.Locator(Waiting).First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "This figure could not be read" });
        await Assertions.Expect(drawer).ToBeVisibleAsync();
        await page.KeepAsync("drawer-fault");
        await page.UnrouteAsync("**/drawer");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Ambulances waiting" })).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_WhileTheWeekBeforeIsRead_ShowsTheDayAndSaysSo()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, Figures));
        var read = new TaskCompletionSource();
        await page.RouteAsync("**/chart", async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });

        await page.Locator(Waiting).First.ClickAsync();
        var drawer = page.Locator("dialog.drawer");
        await Assertions.Expect(drawer.Locator("svg.compact")).ToBeVisibleAsync();
        await Assertions.Expect(drawer).ToContainTextAsync("Reading the journal of last week");
        read.SetResult();

        await Assertions.Expect(drawer).Not.ToContainTextAsync("Reading the journal of last week");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_OfTheWall_ShowsTheValueOfNow()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await page.IsLiveAsync();
        await page.Locator(Waiting).First.ClickAsync();
        var value = page.Locator("dialog.drawer .drawer-value .value");
        await Assertions.Expect(value).ToHaveTextAsync("7");

        await server.TellAsync(new Domain.Events.FlowEvent
        {
            Source = "eeast-cad",
            MessageId = "one-more",
            OccurredAt = server.Now,
            Site = "RAJ12",
            Detail = new Domain.Events.AmbulanceArrived("c_one-more"),
        });

        await Assertions.Expect(value).ToHaveTextAsync("8");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_OfTheWall_ClosesAfterAMinuteOfNobodyTouchingIt()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await page.AddInitScriptAsync(HeldMinute);
        await page.ReloadAsync();
        await page.IsLiveAsync();
        await page.Locator(Waiting).First.ClickAsync();
        var drawer = page.Locator("dialog.drawer");
        await Assertions.Expect(drawer.Locator("svg.compact")).ToBeVisibleAsync();
        var begun = await page.EvaluateAsync<int>("() => minutes.begun");

        await page.Mouse.MoveAsync(1700, 400);
        await page.Mouse.MoveAsync(1710, 420);
        Assert.True(await page.EvaluateAsync<int>("() => minutes.begun") > begun, "a touch begins the minute anew");
        Assert.Equal(1, await page.EvaluateAsync<int>("() => minutes.running.size"));
        await page.EvaluateAsync("() => [...minutes.running.values()].forEach(pass => pass())");

        await Assertions.Expect(drawer).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Drawer_OfTheWall_GivesWayToTheWordThatTheServerIsSilent()
    {
        var server = await StartAsync();
        await using var stopped = server;
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"));
        await page.IsLiveAsync();
        await page.Locator(Waiting).First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog.drawer")).ToBeVisibleAsync();

        await server.Application.StopAsync();

        await Assertions.Expect(page.Locator("[data-silence]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dialog.drawer")).ToHaveCountAsync(0);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Figure_WithoutScript_LeadsToItsPage()
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall"), script: false);

        await page.Locator(Waiting).First.ClickAsync();

        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("Ambulances waiting");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Series_Explored_SaysTimeAndValueUnderTheArrowKeys(int width, int height)
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "figures/RAJ12:beds.occupancy?hours=72"), width, height);

        await Assertions.Expect(page.Locator(".explore .uplot canvas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".history > svg.wide")).ToBeHiddenAsync();
        var time = page.GetByRole(AriaRole.Slider, new() { Name = "Time on the chart" });
        await time.FocusAsync();
        var newest = await time.GetAttributeAsync("aria-valuetext");
        var last = await time.GetAttributeAsync("max");
        Assert.Equal(last, await time.InputValueAsync());
        await page.Keyboard.PressAsync("ArrowLeft");

        Assert.Equal(int.Parse(last!, CultureInfo.InvariantCulture) - 1, int.Parse(
            await time.InputValueAsync(), CultureInfo.InvariantCulture));
        Assert.NotEqual(newest, await time.GetAttributeAsync("aria-valuetext"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.KeepAsync($"explore-{width}-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.KeepAsync($"explore-{width}-dark");
        await page.Context.DisposeAsync();
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        return server;
    }
}
