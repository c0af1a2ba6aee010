using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Pages;

/// <summary>axe-core finds no violation of WCAG 2.2 A and AA on any page, in light and dark, in any state.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageAccessibilityTests(Chromium chromium, ShownServers servers)
{
    /// <summary>
    /// Runs axe; with a list of rules only these. Axe may hold a page up for so long that it hears nothing of its server
    /// and greys itself out: what was judged then is judged again.
    /// </summary>
    private const string Judge =
        """
        async rules => {
          const isSilent = () => document.body.classList.contains("silent");
          const live = async () => {
            for (let look = 0; look < 50 && isSilent(); look++) await new Promise(done => setTimeout(done, 100));
          };
          const runLive = async (options, tries) => {
            await live();
            let greyed = isSilent();
            const watch = new MutationObserver(() => greyed ||= isSilent());
            watch.observe(document.body, { attributes: true, attributeFilter: ["class"] });
            const result = await axe.run(document, options);
            watch.disconnect();
            return greyed && tries > 1 ? runLive(options, tries - 1) : result;
          };
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const options = {
            runOnly: rules.length === 0 ? { type: "tag", values: tags } : { type: "rule", values: rules },
            resultTypes: ["violations"],
            rules: { "target-size": { enabled: true } },
          };
          const { violations } = await runLive(rules.length === 0 ? options : { ...options, rules: {} }, 4);
          return violations.map(({ id, nodes }) => {
            const [{ target, failureSummary }] = nodes;
            const why = failureSummary.split("\n").slice(1).join(" ").trim();
            return `${id} at ${nodes.length} places, first ${target.join(" ")}: ${why}`;
          });
        }
        """;

    /// <summary>What differs between light and dark is colour; only these rules look at it.</summary>
    private static readonly string[] s_rulesOfColour = ["color-contrast", "link-in-text-block"];

    private static readonly Lazy<string> s_axe =
        new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    [Theory]
    [InlineData(Told.Busy, 1920, 1080)]
    [InlineData(Told.Busy, 390, 844)]
    [InlineData(Told.Nothing, 1366, 768)]
    [InlineData(Told.Silent, 1366, 768)]
    public async Task Pages_InLightAndDark_BreakNoRuleOfWcag(Told told, int width, int height)
    {
        var server = await servers.OfAsync(told);
        await chromium.NothingIsWrongAsync(
            server,
            browser => browser.WindowAsync(width, height, options => options.ColorScheme = ColorScheme.Light),
            async (window, page) =>
            {
                await window.ShowAsync(server, page);
                await OpenAllAsync(window);
                await ShowWholeAsync(window);
                return await FaultsAsync(window);
            });
    }

    [Theory]
    [InlineData("/wall")]
    [InlineData("/wall?theme=light")]
    [InlineData("/sites/RAJ12")]
    public async Task Page_OfWhatIsNoLongerCurrent_CanBeRead(string page)
    {
        var server = await servers.OfAsync(Told.Old);
        var window = await chromium.WindowAsync(change: options => options.ColorScheme = ColorScheme.Light);
        await window.ShowAsync(server, page);
        await Assertions.Expect(window.Locator(".figure.q-stale").First).ToBeVisibleAsync();
        await window.KeepAsync($"old-{PageVisits.FileName(page)}");

        Assert.Empty(await FaultsAsync(window));
        await window.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(Told.Busy, "/wall")]
    [InlineData(Told.Busy, "/wall?theme=light")]
    [InlineData(Told.Busy, "/sites/RAJ12")]
    [InlineData(Told.Busy, "/figures")]
    [InlineData(Told.Silent, "/wall")]
    [InlineData(Told.Silent, "/wall?theme=light")]
    public async Task Drawer_WhenOpen_BreaksNoRuleOfWcag(Told told, string page)
    {
        var server = await servers.OfAsync(told);
        var window = await chromium.WindowAsync(change: options => options.ColorScheme = ColorScheme.Light);
        await window.ShowAsync(server, page);

        await window.IsLiveAsync();
        await window.Locator("a[data-figure='RAJ12:ambulance.waiting']").First.ClickAsync();
        await Assertions.Expect(window.Locator("dialog[open] h2").First).ToBeVisibleAsync();
        await window.KeepAsync($"drawer-{told}-{PageVisits.FileName(page)}");

        Assert.Empty(await FaultsAsync(window));
        await window.Context.DisposeAsync();
    }

    /// <summary>What axe finds on the page that a window shows, in light and then in the dark.</summary>
    internal static async Task<string[]> FaultsAsync(IPage window)
    {
        await window.EvaluateAsync(s_axe.Value);
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        var light = await window.EvaluateAsync<string[]>(Judge, Array.Empty<string>());
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var dark = await window.EvaluateAsync<string[]>(Judge, s_rulesOfColour);
        return [.. light, .. dark.Select(fault => "in the dark: " + fault)];
    }

    /// <summary>
    /// Nothing is left below the window's edge: what lies under the bar at the foot of a phone's page is under it
    /// only until somebody scrolls, and its size is judged where it is seen.
    /// </summary>
    private static async Task ShowWholeAsync(IPage window)
    {
        var height = await window.EvaluateAsync<int>("document.documentElement.scrollHeight");
        var shown = window.ViewportSize!;
        if (height > shown.Height)
        {
            await window.SetViewportSizeAsync(shown.Width, height);
        }
    }

    /// <summary>
    /// What is folded away is judged too; of a long table the rows below the thirtieth are like those above.
    /// </summary>
    private static async Task OpenAllAsync(IPage window) => await window.EvaluateAsync(
        """
        () => {
          document.querySelectorAll("details").forEach(part => { part.open = true; });
          document.querySelectorAll("tbody > tr:nth-child(n + 31)").forEach(row => row.remove());
        }
        """);
}
