using Microsoft.Playwright;
using MseControlCentre.Browser.Tests.Pages;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>One's own account on every screen, in light and dark, and the pages that lead there.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OwnAccountPageTests(Chromium chromium)
{
    private static readonly (int Width, int Height)[] s_screens =
        [(320, 640), (390, 844), (1366, 768), (1920, 1080), (3840, 2160)];

    [Fact]
    public async Task Pages_OnEveryScreen_AreWholeAndBreakNoRuleOfWcag()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OwnAccountWindow.OpenAsync(chromium, server, "localhost");
        var wrong = new List<string>();

        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "account"));
        await Assertions.Expect(window.Locator("form[data-passkey]")).ToBeVisibleAsync();
        wrong.AddRange(await FaultsAsync(window, "account"));
        await window.FillAsync("#current", "not this one");
        await window.FillAsync("#new", "short");
        await window.FillAsync("#again", "short");
        await window.ClickAsync("text=Change the password");
        wrong.AddRange(await FaultsAsync(window, "account-wrong"));
        await window.FillAsync("#authenticator-password", FirstAccount.Password);
        await window.ClickAsync("text=Set up the app");
        await Assertions.Expect(window.Locator(".own-qr")).ToBeVisibleAsync();
        wrong.AddRange(await FaultsAsync(window, "account-app"));
        await window.Context.ClearCookiesAsync();
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "sign-in"));
        wrong.AddRange(await FaultsAsync(window, "sign-in"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage window, string name)
    {
        var wrong = (await PageAccessibilityTests.FaultsAsync(window)).ToList();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var (width, height) in s_screens)
            {
                await window.SetViewportSizeAsync(width, height);
                await window.KeepAsync($"{name}-{width}-{scheme}");
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
