using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests;

/// <summary>Accounts as an administrator makes them: a link for whoever gets the account.</summary>
internal static class Invitation
{
    /// <summary>Makes a link for an account with a role, of a site or an organisation.</summary>
    /// <param name="window">The administrator's.</param>
    /// <param name="server">Address of the server.</param>
    /// <param name="role">Name of the role.</param>
    /// <param name="site">Code of the site; null for none.</param>
    /// <param name="organisation">Code of the organisation; null for none.</param>
    public static async Task<Uri> MakeAsync(IPage window, Uri server, string role, string? site, string? organisation)
    {
        ArgumentNullException.ThrowIfNull(window);
        await window.GotoAsync(new Uri(server, "accounts").ToString());
        await window.CheckAsync($"input[value={role}]");
        if (site is not null)
        {
            await window.CheckAsync($"input[value={site}]");
        }

        await window.SelectOptionAsync("#organisation", organisation ?? string.Empty);
        await window.ClickAsync("text=Make a link");
        return await MadeLinkAsync(window);
    }

    /// <summary>The link that the page has just made.</summary>
    public static async Task<Uri> MadeLinkAsync(IPage window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new Uri(await window.Locator(".made-link code").InnerTextAsync());
    }
}
