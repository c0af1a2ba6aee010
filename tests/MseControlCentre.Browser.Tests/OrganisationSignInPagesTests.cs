using Microsoft.Playwright;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Tests.Accounts.OpenIdConnect;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Browser.Tests;

/// <summary>Signing in with the organisation's provider, in a real browser and with a real provider.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OrganisationSignInPagesTests(Chromium chromium, ProviderFixture provider)
    : IClassFixture<ProviderFixture>
{
    [FactWithProvider]
    public async Task Person_LandsWhereTheyWantedWithTheirRoles_AndSignsOut()
    {
        await using var server = await provider.ServeAsync();
        var window = await NobodyAsync();

        await window.GotoAsync(Url(server, "sites/RAJ12"));
        await window.ClickAsync("text=Sign in with Test Trust");
        await window.ClickAsync("#manager");
        await window.WaitForURLAsync(Url(server, "sites/RAJ12"));
        await Assertions.Expect(window.Locator("h1")).ToContainTextAsync("Basildon");
        await Assertions.Expect(window.Locator(".person a")).ToHaveTextAsync("Site Manager");
        await Assertions.Expect(window.Locator("nav a[href='/sites/RAJ01']")).ToHaveCountAsync(0);
        var other = await window.GotoAsync(Url(server, "sites/RAJ01"));
        Assert.Equal(403, other!.Status);
        await Assertions.Expect(window.Locator("h1")).ToHaveTextAsync("Not for your account");
        var refused = await EveryScreen.FaultsAsync(window, "sign-in-not-allowed");

        await window.GotoAsync(Url(server, "sites/RAJ12"));
        await window.ClickAsync("text=Sign out");
        await window.WaitForURLAsync(Url(server, OrganisationSignInService.SignedOutPath[1..]));
        var signedOut = await EveryScreen.FaultsAsync(window, "sign-in-signed-out");
        Assert.Equal([], refused.Concat(signedOut));
        await window.GotoAsync(Url(server, "sites/RAJ12"));
        await Assertions.Expect(window.Locator("h1")).ToHaveTextAsync("Sign in");
        await window.Context.DisposeAsync();
    }

    [FactWithProvider]
    public async Task WhoHasNoRole_IsToldWhatToDoAndGetsNoFurther()
    {
        await using var server = await provider.ServeAsync();
        var window = await RefusedAsync(server, "stranger");

        await Assertions.Expect(window.Locator("main")).ToContainTextAsync("you have no role in this control centre");
        Assert.Equal([], await EveryScreen.FaultsAsync(window, "sign-in-no-role"));
        await window.GotoAsync(Url(server, "wall"));
        await Assertions.Expect(window.Locator("h1")).ToHaveTextAsync("Sign in");
        await window.Context.DisposeAsync();
    }

    [FactWithProvider]
    public async Task WhoSaysNoAtTheProvider_IsToldSoAndMayTryAgain()
    {
        await using var server = await provider.ServeAsync();
        var window = await RefusedAsync(server, "deny");

        await Assertions.Expect(window.Locator("main")).ToContainTextAsync("The sign-in was stopped at Test Trust");
        Assert.Equal([], await EveryScreen.FaultsAsync(window, "sign-in-denied"));
        await window.ClickAsync("text=Try again with Test Trust");
        await window.ClickAsync("#controller");
        await window.WaitForURLAsync(Url(server, "wall"));
        await window.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProviderThatIsDown_HasItsPage(bool localAccounts)
    {
        await using var server = await provider.ServeAsync("http://127.0.0.1:1/nobody", localAccounts);
        var window = await NobodyAsync();
        var name = localAccounts ? "sign-in-down" : "sign-in-down-only";

        await window.GotoAsync(Url(server, "wall"));
        await Assertions.Expect(window.Locator("h1")).ToHaveTextAsync("Sign in");
        var before = await EveryScreen.FaultsAsync(window, name + "-before");
        await window.ClickAsync("text=Sign in with Test Trust");

        await Assertions.Expect(window.Locator("main")).ToContainTextAsync("Test Trust does not answer at the moment");
        await Assertions.Expect(window.GetByText("Sign in with an account of this control centre"))
            .ToHaveCountAsync(localAccounts ? 1 : 0);
        var after = await EveryScreen.FaultsAsync(window, name);
        Assert.Equal([], before.Concat(after));
        await window.Context.DisposeAsync();
    }

    private async Task<IPage> RefusedAsync(RunningServer server, string who)
    {
        var window = await NobodyAsync();
        await window.GotoAsync(Url(server, "wall"));
        await window.ClickAsync("text=Sign in with Test Trust");
        await window.ClickAsync("#" + who);
        await Assertions.Expect(window.Locator("h1")).ToHaveTextAsync("You are not signed in");
        return window;
    }

    private Task<IPage> NobodyAsync() => chromium.WindowAsync(change: options => options.ExtraHTTPHeaders =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SignedIn.Header] = SignedIn.Written(Actor.Nobody),
        });

    private static string Url(RunningServer server, string path) =>
        new Uri(server.Application.HttpAddress, path).ToString();
}
