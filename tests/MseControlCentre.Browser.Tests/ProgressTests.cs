using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Journal;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>What takes long says how far it is. A gate that the test opens makes it slow.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ProgressTests(Chromium chromium)
{
    private const string Note = ".progress-note";

    private const string WhenItShows =
        """
        () => void new Promise(shown => new MutationObserver(() => {
          const note = document.querySelector(".progress-note");
          if (note?.querySelector("progress")) shown(note);
        }).observe(document.body, { childList: true, subtree: true })).then(note => {
        """;

    // What is said at the end goes after six seconds; here it stays until it has been looked at.
    private const string HeldNotes =
        "() => { const later = setTimeout; window.setTimeout = (act, ms, ...rest) => ms === 6000 ? 0 : later(act, ms, ...rest); }";

    [Fact]
    public async Task LookBack_ThatTakesLong_ShowsItsProgressAndThenThePage()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: GatedJournal.Before);
        var (page, gate) = await LookingBackAsync(server);
        await page.EvaluateAsync(WhenItShows + "sessionStorage.setItem('saw', note.textContent); });");

        // The click is over when the page that it asked for has come; until then nothing can be asked of this one.
        // It asks for the second time once it has shown what it was told the first time.
        var asks = 0;
        var told = page.WaitForRequestAsync(request =>
            request.Url.Contains("/api/progress/", StringComparison.Ordinal) && Interlocked.Increment(ref asks) == 2);
        var asked = page.Locator("form:has(#at)")
            .GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await told;
        gate.Open();
        await asked;

        await Assertions.Expect(page.Locator(".inline a", new() { HasText = "Back to now" }).Or(
            page.Locator(".empty"))).ToBeVisibleAsync();
        Assert.Contains("at=", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("progress=", page.Url, StringComparison.Ordinal);
        Assert.Contains(
            "Reading the journal",
            await page.EvaluateAsync<string>("() => sessionStorage.getItem('saw')"),
            StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task LookBack_ThatIsGivenUp_LeavesThePageAsItWas()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: GatedJournal.Before);
        var (page, gate) = await LookingBackAsync(server);
        await page.EvaluateAsync(HeldNotes);
        await page.EvaluateAsync(WhenItShows + "note.querySelector('button').click(); });");

        await page.EvaluateAsync("() => setTimeout(() => document.querySelector('#at').form.requestSubmit())");

        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("Given up");
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("Basildon");
        Assert.DoesNotContain("at=", page.Url, StringComparison.Ordinal);
        gate.Open();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Download_ThatCannotBeMade_SaysWhyWhereItWasAsked()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sitreps"));

        await page.Locator("#date-uec-daily-sitrep").FillAsync("2199-01-01");
        await page.Locator("form:has(#date-uec-daily-sitrep)")
            .GetByRole(AriaRole.Button, new() { Name = "As known now" }).ClickAsync();

        await Assertions.Expect(page.Locator($"{Note}.failed")).ToContainTextAsync("lies in the future");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Declared figures");
        await page.KeepAsync("progress-failed");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Download_ThatTakesLong_SavesTheFileAndSaysSo()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: builder =>
        {
            clock.Of(builder);
            GatedJournal.Before(builder);
        });
        await server.TellBusyDayAsync();
        clock.PutForward(TimeSpan.FromDays(2));
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "sitreps"));
        await page.EvaluateAsync(HeldNotes);
        var gate = GatedJournal.Of(server);
        gate.Close();

        await page.Locator("#date-uec-daily-sitrep").FillAsync(
            server.Now.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var saved = page.WaitForDownloadAsync();
        await page.Locator("form:has(#date-uec-daily-sitrep)")
            .GetByRole(AriaRole.Button, new() { Name = "As known now" }).ClickAsync();
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("Making the return");
        await page.KeepAsync("progress-download");
        gate.Open();

        Assert.StartsWith("uec-daily-sitrep-", (await saved).SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("among your downloads");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("feeds")]
    [InlineData("wall")]
    public async Task Start_WhileTheJournalIsRead_ShowsHowFarAndGoesOnByItself(string address)
    {
        await using var server = await RunningServer.StartUnreadyAsync(preconfigure: HeldJournal.Before);
        var page = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, address), 1366, 768);
        await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-progress-count]")).ToContainTextAsync("entries read");
        await page.KeepAsync($"starting-{address}");

        ((HeldJournal)server.Application.Services.GetRequiredService<IJournal>()).Release();

        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(address == "wall" ? "body > footer" : ".feeds")).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }

    private async Task<(IPage Page, GatedJournal Gate)> LookingBackAsync(RunningServer server)
    {
        await server.TellBusyDayAsync();
        var page = await chromium.OpenAsync(
            new Uri(server.Application.HttpAddress, "figures/RAJ12:ambulance.waiting"));
        var gate = GatedJournal.Of(server);
        gate.Close();
        await page.Locator("#at").FillAsync(Minute(server.Now.AddMinutes(-1)));
        return (page, gate);
    }

    private static string Minute(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, "Europe/London")
            .ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
