using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>Debian's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Milliseconds, for what a test expects and for each step it takes.
    private const float Patience = 90_000;

    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowser? _whole;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // Two cores are shared by browser and server: what is waited for comes, and only what never comes waits so long.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();

        // The same engine without what draws a desktop's window: in a third less time.
        _browser = await StartAsync("/usr/bin/chromium-headless-shell");
    }

    /// <summary>Opens a window of a size, which shows nothing yet. Its context is its own.</summary>
    public Task<IPage> WindowAsync(
        int width = 1920, int height = 1080, Action<BrowserNewContextOptions>? change = null) =>
        OpenAsync(_browser!, width, height, change);

    /// <summary>
    /// Opens a window of the whole browser, which can be allowed what a person is asked for, such as notifications.
    /// </summary>
    public async Task<IPage> WholeWindowAsync(int width = 1920, int height = 1080) =>
        await OpenAsync(_whole ??= await StartAsync("/usr/bin/chromium"), width, height, null);

    /// <summary>Opens a page of its own in a window of a size.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1920, int height = 1080, bool script = true)
    {
        var page = await WindowAsync(width, height, options => options.JavaScriptEnabled = script);
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        foreach (var browser in new[] { _browser, _whole }.OfType<IBrowser>())
        {
            await browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static async Task<IPage> OpenAsync(
        IBrowser browser, int width, int height, Action<BrowserNewContextOptions>? change)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
        };
        change?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    private Task<IBrowser> StartAsync(string path) => _playwright!.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = path, Args = s_arguments });
}

/// <summary>Browser tests run one after the other: they share two cores and one Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<ShownServers>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}
