using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>Pages that hear of their server.</summary>
internal static class LivePage
{
    /// <summary>
    /// Waits until a page's script runs and hears of its server. Before that no key is heard, and what gives way when a page
    /// falls silent may do so at any moment.
    /// </summary>
    public static Task IsLiveAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Assertions.Expect(page.Locator("body.is-live:not(.silent)")).ToHaveCountAsync(1);
    }
}
