using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>The first account, signing in, and what somebody who guesses is told.</summary>
public sealed class SignInTests
{
    private const string Name = "first@example.org";
    private const string Password = "harbour lantern seven";

    [Fact]
    public async Task FirstStart_OffersOneLinkThatMakesTheFirstAdministratorOnce()
    {
        await using var server = await RunningServer.StartAsync();
        var earlier = await FirstAsync(server);
        var secret = await FirstAsync(server);
        using var visitor = new Visitor(server);

        using var old = await visitor.GetAsync("welcome/" + earlier);
        using var made = await MakeAsync(visitor, secret!);
        using var wall = await visitor.GetAsync("wall");
        using var again = await visitor.GetAsync("welcome/" + secret);

        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Null(await FirstAsync(server));
    }

    [Theory]
    [InlineData("/sites/RAJ12", "/sites/RAJ12")]
    [InlineData("//elsewhere.example/wall", "/wall")]
    [InlineData("/\\elsewhere.example", "/wall")]
    [InlineData("https://elsewhere.example/", "/wall")]
    [InlineData("", "/wall")]
    public async Task SignedIn_GoesWhereTheyWantedButNeverElsewhere(string to, string expected)
    {
        await using var server = await RunningServer.StartAsync();
        using var maker = new Visitor(server);
        (await MakeAsync(maker, (await FirstAsync(server))!)).Dispose();
        using var visitor = new Visitor(server);

        using var answer = await visitor.FillInAsync(
            "sign-in", ("name", Name), ("password", Password), ("to", to));

        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Guessing_IsToldTheSameForAnyReasonAndLocksTheAccountForAWhile()
    {
        await using var server = await RunningServer.StartAsync();
        using var maker = new Visitor(server);
        (await MakeAsync(maker, (await FirstAsync(server))!)).Dispose();
        using var visitor = new Visitor(server);

        var nobody = await ToldAsync(visitor, "nobody@example.org", Password);
        var wrong = await ToldAsync(visitor, Name, "wrong");
        for (var more = 1; more < AccountsSetup.MostFailures; more++)
        {
            await ToldAsync(visitor, Name, "wrong");
        }

        var locked = await ToldAsync(visitor, Name, Password);

        Assert.Contains("are not those of an account", nobody, StringComparison.Ordinal);
        Assert.Equal(Without(nobody), Without(wrong));
        Assert.Equal(Without(nobody), Without(locked));
        using var wall = await visitor.GetAsync("wall");
        Assert.Equal(HttpStatusCode.Redirect, wall.StatusCode);
    }

    [Theory]
    [InlineData("short one", "short one")]
    [InlineData(Password, "harbour lantern eight")]
    public async Task Welcome_WithAPasswordThatWillNotDo_KeepsTheLink(string password, string again)
    {
        await using var server = await RunningServer.StartAsync();
        var secret = await FirstAsync(server);
        using var visitor = new Visitor(server);

        using var refused = await visitor.FillInAsync(
            "welcome/" + secret,
            ("name", Name), ("display-name", "A. Person"), ("password", password), ("again", again));
        using var made = await MakeAsync(visitor, secret!);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    private static Task<HttpResponseMessage> MakeAsync(Visitor visitor, string secret) => visitor.FillInAsync(
        "welcome/" + secret,
        ("name", Name), ("display-name", "A. Person"), ("password", Password), ("again", Password));

    private static async Task<string?> FirstAsync(RunningServer server)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InvitationsService>().FirstAsync(CancellationToken.None);
    }

    private static async Task<string> ToldAsync(Visitor visitor, string name, string password)
    {
        using var answer = await visitor.FillInAsync("sign-in", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    // The page repeats the name that was typed, and has a token of its own each time.
    private static string Without(string page) => string.Join(
        '\n', page.Split('\n').Where(line => !line.Contains("<input", StringComparison.Ordinal)));
}
