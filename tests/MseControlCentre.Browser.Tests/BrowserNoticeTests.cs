using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests;

/// <summary>A step is shown once by a browser whose tabs are in the background, however many there are.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserNoticeTests(Chromium chromium)
{
    private const string Id = "RAJ12-HandoverDelay-20261123-1";
    private const string Tag = Id + "/1";

    /// <summary>A tab that is not looked at, and what it would show. The shown ones are kept for all tabs together.</summary>
    private const string Background = """
        localStorage.setItem("mse-notices", "on");
        Object.defineProperty(document, "hidden", { get: () => true });
        window.Notification = class extends EventTarget {
          static permission = "granted";
          constructor(title, options) {
            super();
            const shown = JSON.parse(localStorage.getItem("test-shown") ?? "[]");
            localStorage.setItem("test-shown", JSON.stringify([...shown, `${options.tag} ${title}`]));
            (window.notices ??= {})[options.tag] = this;
          }
          close() {}
        };
        """;

    [Fact]
    public async Task Notice_InSeveralTabs_IsShownOnceAndLeadsToItsEscalation()
    {
        await using var server = await RunningServer.StartAsync();
        var first = await chromium.WindowAsync(1366, 768);
        await first.Context.AddInitScriptAsync(Background);
        var second = await first.Context.NewPageAsync();
        foreach (var tab in new[] { first, second })
        {
            await tab.GotoAsync(new Uri(server.Application.HttpAddress, "opel").ToString());
            await Assertions.Expect(tab.Locator("body.is-live")).ToHaveCountAsync(1);
        }

        await server.TellAsync(Raised(server));

        await Eventually.TrueAsync(async () => (await ShownAsync(first)).Count > 0);

        // Opened later, a tab gets what the last minutes told, and shows none of it again.
        var third = await first.Context.NewPageAsync();
        await third.GotoAsync(new Uri(server.Application.HttpAddress, "opel").ToString());
        await Assertions.Expect(third.Locator("body.is-live")).ToHaveCountAsync(1);
        Assert.Equal(
            [$"{Tag} Basildon: 1 ambulance over 30 min, longest 34 min"], await ShownAsync(third));

        await Eventually.TrueAsync(() => StateOf(server) is (DeliveryState.Sent, null), "the browser to say that it showed it");
        var shower = await first.EvaluateAsync<bool>("tag => window.notices?.[tag] !== undefined", Tag) ? first : second;
        await shower.EvaluateAsync("tag => window.notices[tag].dispatchEvent(new Event('click'))", Tag);
        await shower.WaitForURLAsync($"**/escalations/{Id}");
        await first.Context.DisposeAsync();
    }

    [Fact]
    public async Task Notice_InQuietHours_IsHeld_AndSaidInOneNotificationAfterwards()
    {
        await using var server = await RunningServer.StartAsync();
        var tab = await chromium.WindowAsync(1366, 768);
        await tab.Context.AddInitScriptAsync(Background);
        await tab.GotoAsync(new Uri(server.Application.HttpAddress, "account").ToString());
        await tab.FillAsync("#quiet-from", await ClockAsync(tab, -60));
        await tab.FillAsync("#quiet-to", await ClockAsync(tab, 120));
        await Assertions.Expect(tab.Locator("[data-quiet-state]")).ToContainTextAsync("Quiet from");
        await Assertions.Expect(tab.Locator("body.is-live")).ToHaveCountAsync(1);

        await server.TellAsync(Raised(server));
        await Eventually.TrueAsync(() => StateOf(server) is (DeliveryState.Held, null), "the browser to say that it is quiet");
        Assert.Empty(await ShownAsync(tab));

        await tab.FillAsync("#quiet-to", await ClockAsync(tab, -30));
        await tab.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Eventually.TrueAsync(() => StateOf(server) is (DeliveryState.Sent, null), "the browser to say that it showed it");
        var shown = await tab.EvaluateAsync<string[]>("() => JSON.parse(localStorage.getItem('test-shown'))");
        Assert.Single(shown, one => one.StartsWith("quiet-hours ", StringComparison.Ordinal));
        await tab.Context.DisposeAsync();
    }

    [Fact]
    public async Task Choice_IsMadeOnThePageOfTheOwnAccount()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await chromium.WholeWindowAsync(1366, 768);
        await window.Context.GrantPermissionsAsync(["notifications"]);
        await window.GotoAsync(new Uri(server.Application.HttpAddress, "account").ToString());

        // The page loads itself anew; what it says before is no sign that it has.
        await window.EvaluateAsync("() => { window.before = true; }");
        await window.Locator("[data-notices]").ClickAsync();
        await window.WaitForFunctionAsync(
            "() => !window.before && document.querySelector('[data-notices]')?.hidden === false");
        await Assertions.Expect(window.Locator("[data-notices]")).ToHaveTextAsync("Show none here");
        await Assertions.Expect(window.Locator("[data-notices-state]")).ToHaveTextAsync("This browser shows notifications.");

        await window.Locator("[data-notices]").ClickAsync();
        await Assertions.Expect(window.Locator("[data-notices]")).ToHaveTextAsync("Show notifications here");
        await window.Context.DisposeAsync();
    }

    private static FlowEvent Raised(RunningServer server) => new()
    {
        Source = EscalationIdentity.Source,
        MessageId = EscalationIdentity.Message(Id, 1),
        OccurredAt = server.Now,
        Site = "RAJ12",
        Detail = new EscalationRaised(
            Id, 1, EscalationKind.HandoverDelay, "Basildon: 1 ambulance over 30 min, longest 34 min", "site-manager"),
    };

    private static (DeliveryState State, string? Words)? StateOf(RunningServer server) =>
        server.Application.Services.GetRequiredService<OpenOutbox>().Value.Of(Id) is [var row] ? (row.State, row.Words) : null;

    // The time that a browser's own clock shows, some minutes from now.
    private static Task<string> ClockAsync(IPage page, int minutes) => page.EvaluateAsync<string>(
        """
        minutes => {
          const at = new Date(Date.now() + minutes * 60000);
          return [at.getHours(), at.getMinutes()].map(part => String(part).padStart(2, "0")).join(":");
        }
        """,
        minutes);

    // Of the escalation: in the morning, people are told of the day's call as well.
    private static async Task<IReadOnlyList<string>> ShownAsync(IPage page)
    {
        var shown = await page.EvaluateAsync<string[]>("() => JSON.parse(localStorage.getItem('test-shown') ?? '[]')");
        return [.. shown.Where(one => one.StartsWith(Id, StringComparison.Ordinal))];
    }
}
