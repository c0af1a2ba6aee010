using Microsoft.Playwright;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>A security key that Chromium plays (WebAuthn over its debugging protocol).</summary>
internal static class VirtualPasskey
{
    private static readonly Dictionary<string, object> s_key = new(StringComparer.Ordinal)
    {
        ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        },
    };

    /// <summary>Plugs a key of its own into a window.</summary>
    public static async Task PlugInAsync(IPage window)
    {
        var devices = await window.Context.NewCDPSessionAsync(window);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", s_key);
    }

    /// <summary>Adds a passkey to the account that is signed in.</summary>
    public static async Task AddAsync(IPage window, RunningServer server, string name)
    {
        await window.GotoAsync(OwnAccountWindow.Address(server, "localhost", "account"));
        await window.FillAsync("#passkey-name", name);
        await window.FillAsync("#passkey-password", FirstAccount.Password);
        await window.ClickAsync("text=Add a passkey");
        await Assertions.Expect(window.Locator(".done")).ToContainTextAsync("The passkey is added");
        await Assertions.Expect(window.Locator(".own-passkey").Last).ToContainTextAsync(name);
    }
}
