using System.Net;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Accounts.Audit;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>Signing in with a real provider: who is let in, as what, and what who is not is told.</summary>
public sealed class OrganisationSignInTests(ProviderFixture provider) : IClassFixture<ProviderFixture>
{
    [FactWithProvider]
    public async Task SignIn_LandsWhereTheReaderWantedWithTheirRolesAndSites()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);

        var landed = await browser.SignInAsync("manager", "/sites/RAJ12");

        Assert.Equal("/sites/RAJ12", landed);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("sites/RAJ12"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync("sites/RAJ01"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync("audit"));
    }

    [FactWithProvider]
    public async Task ChosenRole_CountsAndTheOthersDoNot()
    {
        await using var server = await provider.ServeAsync(asCis2: true);
        using var browser = new Traveller(server);

        await browser.SignInAsync("clinician");

        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("sites/RAJ12"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync("sites/RAJ01"));
    }

    [FactWithProvider]
    public async Task ChosenRole_HeldInAnotherOrganisation_LetsNobodyIn()
    {
        await using var own = await provider.ServeAsync(asCis2: true, organisation: "RAJ12");
        await using var other = await provider.ServeAsync(asCis2: true, organisation: "RQ8");
        using var browser = new Traveller(own);
        using var elsewhere = new Traveller(other);

        await browser.SignInAsync("clinician");
        var landed = await elsewhere.SignInAsync("clinician");

        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("sites/RAJ12"));
        Assert.StartsWith(OrganisationSignInService.RefusedPath, landed, StringComparison.Ordinal);
        Assert.Null(elsewhere.Session);
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusOfAsync("wall"));
    }

    [FactWithProvider]
    public async Task NoRole_IsToldSoAndGetsNoSession()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);

        var landed = await browser.SignInAsync("stranger");

        Assert.Equal(OrganisationSignInService.RefusedPath + "?why=NoRole", landed);
        Assert.Null(browser.Session);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync(landed!));
        Assert.Contains("you have no role", await browser.ReadAsync(landed!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("wall"));
    }

    [FactWithProvider]
    public async Task Denied_IsToldSoAndGetsNoSession()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);

        var landed = await browser.SignInAsync("deny");

        Assert.Equal(OrganisationSignInService.RefusedPath + "?why=Denied", landed);
        Assert.Null(browser.Session);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProviderThatIsDown_IsToldOfAndLocalAccountsStayWhereTheyMay(bool localAccounts)
    {
        await using var server = await provider.ServeAsync("http://127.0.0.1:1/nobody", localAccounts);
        using var browser = new Traveller(server);

        var page = await browser.ReadAsync(OrganisationSignInService.BeginPath);
        var entry = await browser.ReadAsync("sign-in");

        Assert.Equal(
            HttpStatusCode.ServiceUnavailable, await browser.StatusOfAsync(OrganisationSignInService.BeginPath));
        Assert.Contains("Test Trust does not answer", page, StringComparison.Ordinal);
        Assert.Equal(localAccounts, page.Contains("an account of this control centre", StringComparison.Ordinal));
        Assert.Contains("Sign in with Test Trust", entry, StringComparison.Ordinal);
        Assert.Equal(localAccounts, entry.Contains("type=\"password\"", StringComparison.Ordinal));
    }

    [FactWithProvider]
    public async Task AuthorityWrittenOtherwiseThanTheProviderNamesItself_RefusesToStart()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => provider.ServeAsync(provider.Issuer + "/"));

        Assert.Equal(ExitCodes.BadConfiguration, refused.ExitCode);
        Assert.Equal("authority", Assert.Single(refused.Errors).Key);
        Assert.Contains($"'{provider.Issuer}'", refused.Message, StringComparison.Ordinal);
    }

    [TheoryWithProvider]
    [InlineData("//elsewhere.example/wall")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/wall\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task SignedIn_GoesNowhereElse(string to)
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);

        Assert.Equal("/wall", await browser.SignInAsync("controller", to));
    }

    [FactWithProvider]
    public async Task SignIn_AndItsRefusal_AreInTheAudit()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        using var another = new Traveller(server);

        await browser.SignInAsync("controller");
        await another.SignInAsync("stranger");

        Assert.Equal(
            [("SignedIn", "organisation:controller"), ("SignInRefused", "organisation:stranger")],
            (await AuditedActs.OfAsync(server)).Select(act => (act.Act, act.Actor))
                .Where(act => act.Act.StartsWith("Sign", StringComparison.Ordinal)));
    }
}
