using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The page of a site: with one thumb, with keys, while it changes, and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SitePageTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Page_OnAScreen_NeedsNoScrollingSideways(int width, int height)
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await server.TellAsync(CohortOpened(server));
        foreach (var address in (string[])["sites/RAJ12", "sites", "sites/none"])
        {
            var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address), width, height);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();

            Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
            await page.KeepAsync($"{address.Replace('/', '-')}-{width}");
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task Page_OnAPhone_BringsEveryActionUnderTheThumb()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await server.TellAsync(CohortOpened(server));
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sites/RAJ12"), 390, 844);

        foreach (var part in (string[])["handovers", "department", "wards", "leaving", "act"])
        {
            var link = page.Locator($".jump a[href='#{part}']");
            await Assertions.Expect(link).ToBeInViewportAsync();
            Assert.True((await link.BoundingBoxAsync())!.Y > 844 * 0.8);
            await link.ClickAsync();
            await Assertions.Expect(page.Locator($"#{part} h2")).ToBeInViewportAsync();
            Assert.False(await page.EvaluateAsync<bool>(
                "part => document.querySelector(`#${part} h2`).getBoundingClientRect().top"
                + " < document.querySelector('.site-state').getBoundingClientRect().bottom", part));
            await page.KeepAsync($"site-phone-{part}");
        }

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".jump a, .statements a, .wards .act a, .site-page button, .band > summary")]
              .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
              .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
              .map(([text, box]) => `${text} ${box.width} x ${box.height}`)
            """);
        Assert.Empty(small);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Action_ByKeyboard_OpensAFormFilledInForTheSite()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sites/RAJ12"), 390, 844);

        await page.Locator("#w-AMU .declare").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-ward")).ToHaveValueAsync("RAJ12/AMU");
        await page.Locator("#field-core_open").FillAsync("25");
        await page.Locator("#field-escalation_open").FillAsync("0");
        await page.Locator("#field-declared_by").FillAsync("site manager");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[role=status].done")).ToContainTextAsync("Ward capacity: declared");
        await Assertions.Expect(page.Locator("#w-AMU .beds span").First).ToContainTextAsync("of 25");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Row_ThatMovesWhileItIsFocused_KeepsFocusAndThePageStandsStill()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "sites/RAJ12?wards=Assessment&order=fewest-free"), 390, 844);
        var rows = page.Locator("table.wards tbody tr");
        var first = (await rows.First.GetAttributeAsync("id"))!;
        await page.Locator($"#{first} .declare").FocusAsync();
        await page.EvaluateAsync("() => document.activeElement.marked = true");
        var scroll = await page.EvaluateAsync<double>("() => scrollY");

        await server.TellAsync([.. Enumerable.Range(0, 12).Select(bed => new FlowEvent
        {
            Source = "community",
            MessageId = $"closed-{bed}",
            OccurredAt = server.Now.AddSeconds(bed - 20),
            Site = "RAJ12",
            Detail = new WardCapacityDeclared(first[2..], 40 + bed, 0),
        })]);

        await Assertions.Expect(rows.Last).ToHaveAttributeAsync("id", first);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.marked === true"));
        Assert.Equal(scroll, await page.EvaluateAsync<double>("() => scrollY"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Ambulance_ThatArrives_StandsOnTheBoardWithAClockThatRuns()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sites/RAJ12"));
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        await server.TellAsync(Event(server, "eeast-cad", new AmbulanceArrived("c_zebra1", AmbulanceCategory.C1), 80));
        await Assertions.Expect(page.Locator("table.handovers tbody tr").First).ToContainTextAsync("zebra1");
        await Assertions.Expect(page.Locator("#a-zebra1 .wait")).ToContainTextAsync("1 h 2");
        await Assertions.Expect(page.Locator("#a-zebra1")).ToContainTextAsync("past 60 min");
        await server.TellAsync(Event(server, "eeast-cad", new PatientCohorted("c_zebra1", "corridor"), 1));
        await Assertions.Expect(page.Locator("#a-zebra1")).ToContainTextAsync("in corridor, crew free");
        await server.TellAsync(Event(server, "eeast-cad", new HandoverCompleted("c_zebra1"), 0));
        await Assertions.Expect(page.Locator("#a-zebra1")).ToHaveCountAsync(0);

        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Page_WithoutScript_IsWhole_AndItsFormFilters()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "sites/RAJ12"), 390, 844, script: false);

        await Assertions.Expect(page.Locator("table.handovers tbody tr")).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator("table.handovers .wait").First).ToContainTextAsync("1 h 1");
        await page.Locator("#wards-type").SelectOptionAsync("CriticalCare");
        await page.Locator("#wards button").ClickAsync();

        await Assertions.Expect(page.Locator("table.wards")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#wards-type")).ToHaveValueAsync("CriticalCare");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task List_WhoseFeedIsSilent_IsGreyAndSaysSo()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: clock.Of);
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sites/RAJ12#department"));
        await Assertions.Expect(page.Locator("#department .part-note")).ToHaveCountAsync(0);

        var department = server.Network.Feeds.Single(feed => feed.Id == "basildon-ed");
        clock.PutForward(TimeSpan.FromSeconds(department.StaleAfterSeconds + 1));

        await Assertions.Expect(page.Locator("#department .part-note")).ToContainTextAsync("as they stood then");
        Assert.Contains("grayscale", await FilterOfAsync(page, "#department table.rows"), StringComparison.Ordinal);
        Assert.DoesNotContain("grayscale", await FilterOfAsync(page, "#wards table.rows"), StringComparison.Ordinal);
        await page.KeepAsync("site-silent");
        await page.Context.DisposeAsync();
    }

    private static Task<string> FilterOfAsync(IPage page, string selector) => page.EvaluateAsync<string>(
        "selector => getComputedStyle(document.querySelector(selector)).filter", selector);

    private static FlowEvent CohortOpened(RunningServer server) => new()
    {
        Source = "community",
        MessageId = "cohort",
        OccurredAt = server.Now,
        Site = "RAJ12",
        Detail = new CohortOpened("Ambulance handover unit", 12, server.Now.AddHours(4), "nurse in charge"),
    };

    private static FlowEvent Event(RunningServer server, string source, EventDetail detail, double minutesAgo) => new()
    {
        Source = source,
        MessageId = $"{detail.GetType().Name}/{minutesAgo}",
        OccurredAt = server.Now.AddMinutes(-minutesAgo),
        Site = "RAJ12",
        Detail = detail,
    };
}
