using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Accounts;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>One's own account on every screen, in light and dark, and the pages that lead there.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OwnAccountPageTests(Chromium chromium)
{
    [Fact]
    public async Task Pages_OnEveryScreen_AreWholeAndBreakNoRuleOfWcag()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OwnAccountWindow.OpenAsync(chromium, server, "localhost");
        var wrong = new List<string>();

        await VirtualPasskey.PlugInAsync(window);
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "account"));
        await Assertions.Expect(window.Locator("form[data-passkey]")).ToBeVisibleAsync();
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "account"));
        await window.FillAsync("#current", "not this one");
        await window.FillAsync("#new", "short");
        await window.FillAsync("#again", "short");
        await window.ClickAsync("text=Change the password");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "account-wrong"));
        await window.FillAsync("#authenticator-password", FirstAccount.Password);
        await window.ClickAsync("text=Set up the app");
        await Assertions.Expect(window.Locator(".own-qr")).ToBeVisibleAsync();
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "account-app"));
        await window.FillAsync("#code", new AuthenticatorApp(await window.Locator(".own-key").InnerTextAsync()).Code());
        await window.ClickAsync("text=Turn the app on");
        await Assertions.Expect(window.Locator(".own-codes")).ToBeVisibleAsync();
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "account-codes"));
        await VirtualPasskey.AddAsync(window, server, "Work phone");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "account-full"));
        await window.Context.ClearCookiesAsync();
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "sign-in"));
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "sign-in"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();
    }
}
