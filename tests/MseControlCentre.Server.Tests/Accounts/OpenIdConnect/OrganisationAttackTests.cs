using System.Net;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>What somebody tries who was not let in, or has somebody else's address, cookie or page.</summary>
public sealed class OrganisationAttackTests(ProviderFixture provider) : IClassFixture<ProviderFixture>
{
    private const string Failed = OrganisationSignInService.RefusedPath + "?why=Failed";

    [FactWithProvider]
    public async Task WayBack_WorksOnceAndInItsOwnBrowserOnly()
    {
        await using var server = await provider.ServeAsync();
        using var victim = new Traveller(server);
        using var attacker = new Traveller(server);

        var back = await attacker.GoAsync("controller");

        Assert.Equal(Failed, await victim.SentToAsync(back));
        Assert.Null(victim.Session);
        Assert.Equal("/wall", await attacker.SentToAsync(back));
        Assert.Equal(Failed, await attacker.SentToAsync(back));
    }

    [TheoryWithProvider]
    [InlineData("state", "forged")]
    [InlineData("state", null)]
    [InlineData("code", "forged")]
    [InlineData("code", null)]
    [InlineData("iss", "https://elsewhere.example")]
    public async Task WayBack_ThatWasChangedIsRefused(string field, string? value)
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);

        var back = Changed(await browser.GoAsync("controller"), field, value);

        Assert.Equal(Failed, await browser.SentToAsync(back));
        Assert.Null(browser.Session);
    }

    [FactWithProvider]
    public async Task Code_OfAnotherSignInIsRefused()
    {
        await using var server = await provider.ServeAsync();
        using var victim = new Traveller(server);
        using var attacker = new Traveller(server);
        var stolen = HttpUtility.ParseQueryString((await victim.GoAsync("controller")).Query)["code"];

        var back = Changed(await attacker.GoAsync("stranger"), "code", stolen);

        Assert.Equal(Failed, await attacker.SentToAsync(back));
        Assert.Null(attacker.Session);
    }

    [FactWithProvider]
    public async Task WayBack_ThatTookTooLongIsRefused()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        await using var server = await provider.ServeAsync(clock: clock);
        using var browser = new Traveller(server);

        var back = await browser.GoAsync("controller");
        clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Failed, await browser.SentToAsync(back));
    }

    [FactWithProvider]
    public async Task Session_ThatWasChangedOrMadeUpIsNone()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        await browser.SignInAsync("controller");
        var real = browser.Session!;

        browser.Session = real[..40] + (real[40] == 'A' ? 'B' : 'A') + real[41..];
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("wall"));
        browser.Session = "made up";
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("wall"));
        browser.Session = real;
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("wall"));
    }

    [FactWithProvider]
    public async Task Session_OfBeforeIsNotTheOneAfter()
    {
        await using var server = await provider.ServeAsync();
        using var attacker = new Traveller(server);
        using var victim = new Traveller(server);
        await attacker.SignInAsync("manager");
        var planted = attacker.Session!;
        victim.Session = planted;

        await victim.SignInAsync("controller");

        Assert.NotEqual(planted, victim.Session);
        Assert.Equal(HttpStatusCode.OK, await victim.StatusOfAsync("sites/RAJ01"));
        Assert.Equal(HttpStatusCode.Redirect, await attacker.StatusOfAsync("wall"));
    }

    [FactWithProvider]
    public async Task Session_EndsUnusedAfterAShiftAndUsedAfterItsHandover()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        await using var server = await provider.ServeAsync(clock: clock);
        using var idle = new Traveller(server);
        using var busy = new Traveller(server);
        await idle.SignInAsync("controller");
        await busy.SignInAsync("controller");

        clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, await busy.StatusOfAsync("wall"));
        clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(HttpStatusCode.OK, await busy.StatusOfAsync("wall"));
        Assert.Equal(HttpStatusCode.Redirect, await idle.StatusOfAsync("wall"));
        clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(HttpStatusCode.Redirect, await busy.StatusOfAsync("wall"));
    }

    [FactWithProvider]
    public async Task SignOut_EndsACopyOfTheSessionAndLeadsToTheProvidersOwnSignOut()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        using var copy = new Traveller(server);
        await browser.SignInAsync("controller");
        copy.Session = browser.Session;
        using var visitor = new Visitor(server);
        visitor.Cookies.Add(browser.Cookies.GetCookies(server.Application.HttpAddress));

        using var answer = await visitor.SendAsync("sign-in", "sign-out");

        Assert.Equal(OrganisationSignInService.SignedOutPath, answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await copy.StatusOfAsync("wall"));
        Assert.Contains(
            provider.Issuer + "/session/end?client_id=control-centre",
            await copy.ReadAsync(OrganisationSignInService.SignedOutPath),
            StringComparison.Ordinal);
    }

    [FactWithProvider]
    public async Task ClosedLocalAccounts_OfferNoFirstLinkAndTakeNoPassword()
    {
        await using var server = await provider.ServeAsync(localAccounts: false);
        await using var scope = server.Application.Services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<InvitationsService>();
        var link = await service.FindAsync((await service.FirstAsync(default))!, default);
        await service.AcceptAsync(link!, "local@example.org", "Local", "harbour lantern seven", default);
        var page = "welcome/" + await service.MakeAsync([Role.Observer], [], null, "test", default);
        using var visitor = new Visitor(server);

        using var answer = await visitor.SendAsync(
            page, "sign-in", ("name", "local@example.org"), ("password", "harbour lantern seven"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static Uri Changed(Uri address, string field, string? value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query[field] = value;
        if (value is null)
        {
            query.Remove(field);
        }

        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
