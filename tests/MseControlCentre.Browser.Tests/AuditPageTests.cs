using Microsoft.Playwright;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The audit as an auditor reads it, on every screen, with and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AuditPageTests(Chromium chromium)
{
    private const string Overflow =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    [Theory]
    [InlineData(390, 844, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(1920, 1080, ColorScheme.Dark)]
    [InlineData(3840, 2160, ColorScheme.Light)]
    public async Task Page_OnAScreen_NeedsNoScrollingSideways(int width, int height, ColorScheme scheme)
    {
        await using var server = await StartAsync();

        foreach (var (name, address) in new[]
        {
            ("all", "audit"), ("refused", "audit?outcome=refused"), ("none", "audit?text=nothing-like-it"),
            ("wrong", "audit?from=2026-11-02T10:00&to=2026-11-01T10:00"),
        })
        {
            var page = await chromium.WindowAsync(width, height, options => options.ColorScheme = scheme);
            await page.GotoAsync(new Uri(server.Application.HttpAddress, address).ToString());
            await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Audit");
            await page.KeepAsync($"audit-{name}-{width}-{scheme}");

            Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
            await page.Context.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_FilledIn_ShowsThoseAndKeepsWhatWasAsked(bool script)
    {
        await using var server = await StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "audit"), script: script);

        await page.GetByLabel("Outcome").SelectOptionAsync("Refused");
        await page.GetByLabel("In name, page or words").FillAsync("rests");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Assertions.Expect(page.Locator("table.audit tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("table.audit tbody tr")).ToContainTextAsync("Refused 214 times");
        await Assertions.Expect(page.GetByLabel("Outcome")).ToHaveValueAsync("refused");
        await Assertions.Expect(page.GetByLabel("In name, page or words")).ToHaveValueAsync("rests");
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Outcome")).ToHaveValueAsync(string.Empty);
        await page.Context.DisposeAsync();
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        var at = TimeProvider.System.GetUtcNow().AddHours(-3);
        await server.TellAsync(
        [
            .. Acts(at).Index().Select(one => new FlowEvent
            {
                Source = "control-centre",
                MessageId = $"access/{one.Index}",
                OccurredAt = one.Item.ServerTime,
                Site = server.Network.Code,
                Detail = one.Item,
            }),
        ]);
        await server.IndexedAsync();
        return server;
    }

    private static AccessRecorded[] Acts(DateTimeOffset at) =>
    [
        new(at, "SignedIn", true, "p_1", "Dr Wilhelmina Featherstonehaugh-Oyelaran", "Controller, SiteManager",
            Address: "10.20.14.3", Page: "/sign-in", Answer: 302),
        new(at.AddMinutes(4), "Saw", true, "p_1", "Dr Wilhelmina Featherstonehaugh-Oyelaran", "Controller, SiteManager",
            "SeePatients", "RAJ12", Address: "10.20.14.3", Page: "/sites/RAJ12", Answer: 200),
        new(at.AddMinutes(5), "Saw", true, "p_1", "Dr Wilhelmina Featherstonehaugh-Oyelaran", "Controller, SiteManager",
            "SeePatients", "RAJ12", Address: "10.20.14.3", Page: "/hubs/picture",
            Words: "begins to watch the live board site:RAJ12"),
        new(at.AddMinutes(30), "Took", true, "p_2", "Jo Bell", "Partner", "SeeDelayedDischarges",
            Organisation: "ESSEX", Address: "2001:db8:85a3:8d3:1319:8a2e:370:7348", Page: "/discharges.csv", Answer: 200),
        new(at.AddMinutes(41), "SignInRefused", false, "p_3", "Sam Okafor", "Controller", Address: "10.20.99.7",
            Page: "/sign-in", Answer: 401, Words: "the account rests after many tries", Times: 214),
        new(at.AddMinutes(58), "Refused", false, Address: "192.0.2.44", Page: "/discharges", Operation: "SeeDelayedDischarges",
            Answer: 401),
        new(at.AddMinutes(75), "AccountChanged", true, "p_4", "Ade Martin", "Administrator", "KeepAccounts",
            Address: "10.20.14.9", Page: "/accounts", Answer: 303, Words: "closed the account of Sam Okafor"),
    ];
}
