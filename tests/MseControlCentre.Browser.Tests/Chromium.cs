using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>The system's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Milliseconds, for what a test expects and for each step it takes.
    private const float Patience = 90_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // Two cores are shared by browser and server: what is waited for comes, and only what never comes waits so long.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a window of a size, which shows nothing yet. Its context is its own.</summary>
    public async Task<IPage> WindowAsync(
        int width = 1920, int height = 1080, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
        };
        change?.Invoke(options);
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

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
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Browser tests run one after the other: they share two cores and one Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<ShownServers>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}
