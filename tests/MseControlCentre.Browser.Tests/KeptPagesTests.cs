using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>The pages on which accounts and wall screens are kept, filled, on every screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeptPagesTests(Chromium chromium)
{
    private static readonly DateTimeOffset s_now = TimeProvider.System.GetUtcNow();

    private static readonly Account[] s_accounts =
    [
        new()
        {
            UserName = "amara.okafor@example.nhs.uk", DisplayName = "Amara Okafor",
            Roles = [Role.Controller, Role.Administrator], TwoFactorEnabled = true, LastSignedInAt = s_now.AddHours(-2),
        },
        new()
        {
            UserName = "ben.whitfield@example.nhs.uk", DisplayName = "Ben Whitfield",
            Roles = [Role.SiteManager], Sites = ["RAJ12"],
            LockoutEnd = s_now.AddMinutes(14), LastSignedInAt = s_now.AddDays(-1),
        },
        new()
        {
            UserName = "catherine.featherstonehaugh-montgomery@example.nhs.uk",
            DisplayName = "Catherine Featherstonehaugh-Montgomery",
            Roles = [Role.SiteManager, Role.Auditor], Sites = ["RAJ01", "RAJ12", "RAJ32"],
        },
        new()
        {
            UserName = "dev.patel@example.gov.uk", DisplayName = "Dev Patel",
            Roles = [Role.Partner], Organisation = "essex-council", LastSignedInAt = s_now.AddDays(-400),
        },
        new()
        {
            UserName = "ewa.nowak@example.nhs.uk", DisplayName = "Ewa Nowak", Roles = [Role.Observer],
            ClosedAt = s_now.AddDays(-12), LastSignedInAt = s_now.AddDays(-20),
        },
    ];

    [Fact]
    public async Task Accounts_OnEveryScreen_AreWholeAndBreakNoRuleOfWcag()
    {
        await using var server = await RunningServer.StartAsync();
        await MakeAccountsAsync(server);
        var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "accounts"));
        var wrong = new List<string>();

        await Assertions.Expect(window.Locator("#people ~ * tbody tr")).ToHaveCountAsync(s_accounts.Length);
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts"));
        await window.CheckAsync("input[value=Observer]");
        await window.ClickAsync("text=Make a link");
        await Assertions.Expect(window.Locator(".made-link code")).ToContainTextAsync("/welcome/");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts-invited"));
        await window.ClickAsync("text=Make a link");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts-wrong"));
        await window.ClickAsync("text=Ben Whitfield");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts-one"));
        await window.ClickAsync("text=Link for a new password");
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts-one-link"));
        await window.GotoAsync(new Uri(server.Application.HttpAddress, "accounts/nobody").ToString());
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "accounts-none"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();
    }

    [Fact]
    public async Task WallScreens_OnEveryScreen_AreWholeAndBreakNoRuleOfWcag()
    {
        await using var server = await RunningServer.StartAsync();
        await MakeScreensAsync(server);
        var window = await chromium.OpenAsync(new Uri(server.Application.HttpAddress, "wall-screens"));
        var wrong = new List<string>();

        await Assertions.Expect(window.Locator("tbody tr")).ToHaveCountAsync(3);
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "wall-screens"));
        await window.FillAsync("#place", "Southend, corridor");
        await window.ClickAsync("text=Make a link");
        var link = await window.Locator(".made-link code").InnerTextAsync();
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "wall-screens-made"));
        await window.GotoAsync(link);
        wrong.AddRange(await EveryScreen.FaultsAsync(window, "wall-screens-link"));

        Assert.Equal([], wrong);
        await window.Context.DisposeAsync();
    }

    private static async Task MakeAccountsAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var account in s_accounts)
        {
            Assert.True((await accounts.CreateAsync(account)).Succeeded);
        }

        var invitations = scope.ServiceProvider.GetRequiredService<InvitationsService>();
        await invitations.MakeAsync([Role.SiteManager], ["RAJ32"], null, "Amara Okafor", default);
        await invitations.MakeAsync([Role.Partner], [], "thurrock-council", "Amara Okafor", default);
        await scope.ServiceProvider.GetRequiredService<PasswordLinksService>()
            .MakeAsync(s_accounts[3].Id, "Amara Okafor", default);
    }

    private static async Task MakeScreensAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var screens = scope.ServiceProvider.GetRequiredService<WallScreensService>();
        var shown = await screens.MakeAsync("Control room, north wall", "Amara Okafor", default);
        await screens.MakeAsync("Basildon, site office by the emergency department", "Amara Okafor", default);
        await screens.OpenAsync(shown, default);
        var old = await screens.OpenAsync(await screens.MakeAsync("Old control room", "first start", default), default);
        await screens.RevokeAsync(old!.Id, default);
    }
}
