using Microsoft.Playwright;
using MseControlCentre.Browser.Tests.Pages;

namespace MseControlCentre.Browser.Tests;

/// <summary>A page on every screen, in light and in the dark.</summary>
internal static class EveryScreen
{
    private static readonly (int Width, int Height)[] s_screens =
        [(320, 640), (390, 844), (1366, 768), (1920, 1080), (3840, 2160)];

    /// <summary>What is wrong with what a window shows: what axe finds, and what is wider than its screen.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage window, string name)
    {
        // A click is over when the next page begins to come.
        await window.WaitForLoadStateAsync();
        var wrong = new List<string>();
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1920, 1080)])
        {
            await window.SetViewportSizeAsync(width, height);
            wrong.AddRange(await PageAccessibilityTests.FaultsAsync(window));
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var (width, height) in s_screens)
            {
                await window.SetViewportSizeAsync(width, height);
                await window.KeepAsync($"{name}-{width}-{scheme}", whole: true);
                var over = await window.EvaluateAsync<int>(
                    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0)
                {
                    wrong.Add($"{over} px wider than {width} px");
                }
            }
        }

        return [.. wrong.Select(fault => $"{name}: {fault}")];
    }
}
