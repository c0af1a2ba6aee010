using System.Net;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// A session begins at sign-in: what was in the browser before, and who put it there, gains nothing by it.
/// </summary>
public sealed class SessionFixationTests
{
    private const string Cookie = "mse-session";

    [Fact]
    public async Task SigningIn_AgainAndAgain_BeginsANewSessionEachTime()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var first = SessionOf(owner, server);

        using var signedIn = await LocalPerson.TryAsync(owner);
        var second = SessionOf(owner, server);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task SessionThatWasPlanted_IsNotTheOneAfterSigningIn()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        using var victim = new Visitor(server);
        victim.Cookies.Add(server.Application.HttpAddress, new Cookie(Cookie, "planted", "/"));

        using var signedIn = await LocalPerson.TryAsync(victim);
        using var attacker = new Visitor(server);
        attacker.Cookies.Add(server.Application.HttpAddress, new Cookie(Cookie, "planted", "/"));

        Assert.True(await LocalPerson.IsInAsync(victim));
        Assert.NotEqual("planted", SessionOf(victim, server));
        Assert.False(await LocalPerson.IsInAsync(attacker));
    }

    [Fact]
    public async Task Session_WithOneLetterChanged_IsNone()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var session = SessionOf(owner, server);
        var middle = session.Length / 2;
        var other = session[middle] is 'A' ? "B" : "A";
        var changed = string.Concat(session.AsSpan(0, middle), other, session.AsSpan(middle + 1));
        using var forger = new Visitor(server);
        forger.Cookies.Add(server.Application.HttpAddress, new Cookie(Cookie, changed, "/"));

        Assert.False(await LocalPerson.IsInAsync(forger));
    }

    [Fact]
    public async Task FormOpenedBeforeSigningIn_ChangesNothingAfter()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        using var victim = new Visitor(server);
        var before = await victim.TokenAsync("sign-in");
        using var signedIn = await LocalPerson.TryAsync(victim);

        using var sent = await victim.PostAsync("account/sessions", before);

        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.True(await LocalPerson.IsInAsync(victim));
    }

    private static string SessionOf(Visitor visitor, RunningServer server) =>
        visitor.Cookies.GetCookies(server.Application.HttpAddress)[Cookie]?.Value ?? string.Empty;
}
