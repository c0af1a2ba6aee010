using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>Keeps what a test saw when SCREENSHOTS names a directory.</summary>
public static class Screenshots
{
    /// <summary>Keeps a picture of what the window shows, or of the whole page.</summary>
    public static async Task KeepAsync(this IPage page, string name, bool whole = false)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } directory)
        {
            await page.EvaluateAsync("() => document.fonts.ready");
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(directory, name + ".png"), FullPage = whole,
            });
        }
    }
}
