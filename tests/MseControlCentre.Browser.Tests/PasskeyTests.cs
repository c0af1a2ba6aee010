using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>
/// Passkeys in a real browser with a security key that Chromium plays (WebAuthn over its debugging protocol).
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task Passkey_Added_SignsInWithoutAPassword_UntilItIsRemoved()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OpenAsync(server, "localhost");
        await VirtualPasskey.AddAsync(window, server, "Work phone");
        await SignOutAsync(window, server);

        await window.ClickAsync("form[data-passkey=get] button");
        await window.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/account");
        await window.CheckAsync("input[name=passkey]");
        await window.FillAsync("#remove-password", FirstAccount.Password);
        await window.ClickAsync("text=Remove the passkey");
        await Assertions.Expect(window.Locator(".done")).ToContainTextAsync("removed");
        await SignOutAsync(window, server);
        await window.ClickAsync("form[data-passkey=get] button");

        await Assertions.Expect(window.Locator(".errors")).ToContainTextAsync("The passkey is not one of an account");
        await window.Context.DisposeAsync();
    }

    [Fact]
    public async Task Passkey_OfAnAccountThatRestsAfterGuesses_SignsIn()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OpenAsync(server, "localhost");
        await VirtualPasskey.AddAsync(window, server, "Work phone");
        await SignOutAsync(window, server);
        for (var guess = 0; guess < 6; guess++)
        {
            await window.FillAsync("#name", FirstAccount.Name);
            await window.FillAsync("#password", guess < 5 ? "a guess" : FirstAccount.Password);
            await window.ClickAsync("form:not([data-passkey]) button");
            await Assertions.Expect(window.Locator(".errors")).ToBeVisibleAsync();
        }

        await window.ClickAsync("form[data-passkey=get] button");

        await window.WaitForURLAsync(address => new Uri(address).AbsolutePath is "/wall" or "/account");
        await window.Context.DisposeAsync();
    }

    [Fact]
    public async Task Passkey_WithTheWrongPassword_IsNotAsked()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OpenAsync(server, "localhost");
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "account"));

        await window.FillAsync("#passkey-name", "Work phone");
        await window.FillAsync("#passkey-password", "not this one");
        await window.ClickAsync("text=Add a passkey");

        await Assertions.Expect(window.Locator("[data-passkey-error]")).ToContainTextAsync("This is not your password");
        await window.Context.DisposeAsync();
    }

    [Fact]
    public async Task Page_OpenedByAnAddressInDigits_SaysWhatPasskeysNeed()
    {
        await using var server = await RunningServer.StartAsync();
        var window = await OpenAsync(server, "127.0.0.1");

        await window.GotoAsync(OwnAccountWindow.Address(server, "127.0.0.1", "account"));

        await Assertions.Expect(window.Locator("[data-passkey-none]")).ToContainTextAsync("by its name, over TLS");
        await Assertions.Expect(window.Locator("form[data-passkey]")).ToBeHiddenAsync();
        await window.Context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(RunningServer server, string host)
    {
        var window = await OwnAccountWindow.OpenAsync(chromium, server, host);
        await VirtualPasskey.PlugInAsync(window);
        return window;
    }

    private static async Task SignOutAsync(IPage window, RunningServer server)
    {
        await window.Context.ClearCookiesAsync();
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "sign-in?to=/account"));
    }
}
