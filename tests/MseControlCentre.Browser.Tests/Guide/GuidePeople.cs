using Microsoft.Playwright;

namespace MseControlCentre.Browser.Tests.Guide;

/// <summary>The people and walls of the guide's pictures, all made up, made as an administrator makes them.</summary>
internal static class GuidePeople
{
    /// <summary>Who reads the audit.</summary>
    public const string Auditor = "ewa.nowak@example.nhs.uk";

    private static readonly (string Account, string Name, string Role, string? Site, string? Organisation)[] s_people =
    [
        ("amara.okafor@example.nhs.uk", "Amara Okafor", "Controller", null, null),
        ("ben.whitfield@example.nhs.uk", "Ben Whitfield", "SiteManager", "RAJ12", null),
        ("dev.patel@example.gov.uk", "Dev Patel", "Partner", null, "essex-council"),
        (Auditor, "Ewa Nowak", "Auditor", null, null),
    ];

    private static readonly string[] s_walls = ["Control room, north wall", "Basildon, site office"];

    /// <summary>Makes them.</summary>
    /// <param name="chromium">Opens a window for each.</param>
    /// <param name="window">The administrator's.</param>
    /// <param name="server">Address of the server.</param>
    public static async Task MakeAsync(Chromium chromium, IPage window, Uri server)
    {
        foreach (var (account, name, role, site, organisation) in s_people)
        {
            var link = await Invitation.MakeAsync(window, server, role, site, organisation);
            var own = await chromium.WindowAsync();
            await FirstAccount.MakeAsync(own, link, account, name);
            await own.GotoAsync(new Uri(server, "figures").ToString());
            await own.Context.DisposeAsync();
        }

        await Invitation.MakeAsync(window, server, "SiteManager", "RAJ01", null);
        foreach (var place in s_walls)
        {
            await window.GotoAsync(new Uri(server, "wall-screens").ToString());
            await window.FillAsync("#place", place);
            await window.ClickAsync("text=Make a link");
            await OpenWallAsync(chromium, await Invitation.MadeLinkAsync(window));
        }
    }

    private static async Task OpenWallAsync(Chromium chromium, Uri link)
    {
        var screen = await chromium.WindowAsync();
        await screen.GotoAsync(link.ToString());
        await screen.ClickAsync("main button");
        await screen.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/wall");
        await screen.Context.DisposeAsync();
    }
}
