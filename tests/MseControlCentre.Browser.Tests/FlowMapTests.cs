using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The flow map on the screens it is read on. Set SCREENSHOTS to a directory to keep what was seen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FlowMapTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    // Words of a place are one text each; those of a queue lie on its pill. A bottleneck's tag lies on a frame.
    private const string OverlappingTexts =
        """
        () => {
          const boxes = [...document.querySelectorAll(".layers text")]
            .map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
          const found = [];
          boxes.forEach((one, index) => boxes.slice(index + 1).forEach(other => {
            const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            // The box of a text is as high as its font, letters are not: a quarter may be shared by lines below each other.
            if (wide > 1 && high > 0.25 * Math.min(one.box.height, other.box.height)) {
              found.push(`${one.text} | ${other.text}`);
            }
          }));
          return found;
        }
        """;

    private const string TextsOutsideTheirBox =
        """
        () => [...document.querySelectorAll(".layers .place")].flatMap(place => {
          const box = place.querySelector(".box").getBoundingClientRect();
          return [...place.querySelectorAll("text")].filter(text => !text.closest(".tag"))
            .filter(text => {
              const own = text.getBoundingClientRect();
              return own.right > box.right - 2 || own.left < box.left || own.bottom > box.bottom + 3;
            })
            .map(text => text.textContent);
        })
        """;

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Map_OnAScreen_IsWholeAndNoTextLiesOnAnother(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "flow"), width, height);
        await Assertions.Expect(page.Locator(".layers .place").First).ToBeVisibleAsync();
        await page.KeepAsync($"flow-{width}");

        Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
        Assert.Empty(await page.EvaluateAsync<string[]>(OverlappingTexts));
        Assert.Empty(await page.EvaluateAsync<string[]>(TextsOutsideTheirBox));
        Assert.True(await BottomOfMapAsync(page) <= (width >= 1920 ? height : 1.2 * height));
        await Assertions.Expect(page.Locator(".flow-stages")).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Map_OfFeedsThatAreSilent_SaysSoInEveryPlaceAndIsLegible()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: clock.Of);
        await server.TellBusyDayAsync();
        clock.PutForward(TimeSpan.FromHours(1));

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "flow"));
        await Assertions.Expect(page.Locator(".layers .trust.q-stale").First).ToContainTextAsync("silent since");
        await page.KeepAsync("flow-silent");

        await Assertions.Expect(page.Locator(".bottleneck-words h2")).ToHaveTextAsync("What holds flow up is not known");
        await Assertions.Expect(page.Locator(".layers .place:is(.l-watch, .l-alarm)")).ToHaveCountAsync(0);

        // Department, assessment, wards and critical care of each site rest on feeds that are now silent.
        Assert.True(await page.Locator(".layers .trust.q-stale").CountAsync() >= 4 * server.Network.Sites.Count);
        Assert.Empty(await page.EvaluateAsync<string[]>(OverlappingTexts));
        Assert.Empty(await page.EvaluateAsync<string[]>(TextsOutsideTheirBox));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Map_OnAPhone_IsAListOfStages()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "flow"), 390, 844);
        await Assertions.Expect(page.Locator(".flow-stages h2")).ToHaveTextAsync(
            ["Coming in", "Emergency departments", "Same day emergency care and assessment", "Wards and critical care", "Leaving to"]);
        await page.KeepAsync("flow-390");

        await Assertions.Expect(page.Locator(".flow-map")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Map_ByKeyboard_IsPassedInTheOrderInWhichPeopleGo()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "flow"));
        await page.Locator(".skip-map").FocusAsync();
        var passed = new List<string>();

        for (var press = 0; press < 400 && passed.LastOrDefault() is not "/virtual-wards"; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            var href = await page.EvaluateAsync<string?>(
                "() => document.activeElement.matches('.to-page') ? document.activeElement.getAttribute('href') : null");
            if (href is not null && (href is not "/virtual-wards" || passed.Contains("/sites/RAJ01")))
            {
                passed.Add(href);
            }
        }

        Assert.Equal("/figures?area=out-of-hours", passed[0]);
        Assert.Equal(
            [.. Enumerable.Repeat("/sites/RAJ12", 4), .. Enumerable.Repeat("/sites/RAJ32", 4), .. Enumerable.Repeat("/sites/RAJ01", 4)],
            passed.Where(href => href.StartsWith("/sites/", StringComparison.Ordinal)));
        Assert.Equal("/virtual-wards", passed[^1]);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Map_WhenSomebodyArrives_ShowsThemWithoutReload()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "flow"));
        var inDepartment = page.Locator(".layers [data-figure='RAJ12:ed.in-department'] .value");
        await Assertions.Expect(inDepartment).ToHaveTextAsync("142");

        await server.TellAsync(new FlowEvent
        {
            Source = "basildon-ed",
            MessageId = "one-more",
            OccurredAt = server.Now,
            Site = "RAJ12",
            Detail = new EdAttendanceRegistered("v_one-more"),
        });

        await Assertions.Expect(inDepartment).ToHaveTextAsync("143");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Map_OfAPastMinuteWithoutScript_IsWholeAndSaysThatItIsPast()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 600 });
        await server.TellBusyDayAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(server.Network.TimeZone);
        var told = server.Now;
        await MseControlCentre.Tests.Shared.Eventually.TrueAsync(
            () => server.Now > told.AddMinutes(2), "two minutes of the simulated day");
        var then = TimeZoneInfo.ConvertTime(told.AddMinutes(1), zone);

        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, $"flow?at={then:yyyy-MM-ddTHH:mm}"), script: false);

        await Assertions.Expect(page.Locator(".as-it-was")).ToContainTextAsync($"{then:HH:mm}");
        await Assertions.Expect(page.Locator(".layers .place").First).ToBeVisibleAsync();
        await page.KeepAsync("flow-past");
        await page.Locator(".step").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("#at")).ToHaveValueAsync($"{then.AddMinutes(-15):yyyy-MM-ddTHH:mm}");
        await page.Context.DisposeAsync();
    }

    private static Task<double> BottomOfMapAsync(IPage page) => page.EvaluateAsync<double>(
        "() => document.querySelector('.layers').getBoundingClientRect().bottom");
}
