using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>Keeps what a test saw when SCREENSHOTS names a directory.</summary>
public static class Screenshots
{
    /// <summary>Keeps a picture of the page.</summary>
    public static async Task KeepAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } directory)
        {
            await page.EvaluateAsync("() => document.fonts.ready");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, name + ".png") });
        }
    }
}
