using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// An authenticator app of one's own: turned on by a code, asked for at sign-in, and no way around it.
/// </summary>
public sealed partial class OwnAuthenticatorTests
{
    [Fact]
    public async Task App_TurnedOnByACode_IsAskedForAtSignIn_AndEachCodeWorksOnce()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var (app, _) = await TurnOnAsync(owner);
        using var first = await LocalPerson.SignInAsync(server);
        using var second = await LocalPerson.SignInAsync(server);
        var code = app.Code(1);

        Assert.False(await LocalPerson.IsInAsync(first));
        using var taken = await CodeAsync(first, code);
        using var again = await CodeAsync(second, code);

        Assert.Equal("/wall", taken.Headers.Location?.ToString());
        Assert.True(await LocalPerson.IsInAsync(first));
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.False(await LocalPerson.IsInAsync(second));
        Assert.True(await LocalPerson.IsInAsync(owner));
    }

    [Fact]
    public async Task RecoveryCode_SignsInOnce()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var (_, codes) = await TurnOnAsync(owner);
        using var first = await LocalPerson.SignInAsync(server);
        using var second = await LocalPerson.SignInAsync(server);

        using var taken = await CodeAsync(first, codes[0]);
        using var again = await CodeAsync(second, codes[0]);

        Assert.True(await LocalPerson.IsInAsync(first));
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.False(await LocalPerson.IsInAsync(second));
    }

    [Fact]
    public async Task WrongCodes_LetTheAccountRest_AlsoForRecoveryCodes()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var (app, codes) = await TurnOnAsync(owner);
        using var guesser = await LocalPerson.SignInAsync(server);
        for (var guess = 0; guess < AccountsSetup.MostFailures; guess++)
        {
            using var refused = await CodeAsync(guesser, app.WrongCode());
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var right = await CodeAsync(guesser, app.Code(1));
        using var recovery = await CodeAsync(guesser, codes[0]);
        using var password = await LocalPerson.TryAsync(guesser);

        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, recovery.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, password.StatusCode);
        Assert.False(await LocalPerson.IsInAsync(guesser));
    }

    [Fact]
    public async Task App_WithAWrongCode_StaysOff()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var app = await StartAsync(owner);

        using var wrong = await owner.SendAsync("account", "account/app/on", ("code", app.WrongCode()));
        using var other = await LocalPerson.SignInAsync(server);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.True(await LocalPerson.IsInAsync(other));
    }

    [Fact]
    public async Task App_IsTurnedOffByThePasswordOnly()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        await TurnOnAsync(owner);

        using var wrong = await owner.SendAsync("account", "account/app/off", ("password", "not this one"));
        using var asked = await LocalPerson.SignInAsync(server);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.False(await LocalPerson.IsInAsync(asked));

        using var off = await owner.SendAsync("account", "account/app/off", ("password", LocalPerson.Password));
        using var alone = await LocalPerson.SignInAsync(server);
        Assert.Equal("/account?done=app-off", off.Headers.Location?.ToString());
        Assert.True(await LocalPerson.IsInAsync(alone));
    }

    [Fact]
    public async Task Code_WithoutAPasswordBeforeIt_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = await LocalPerson.MakeAsync(server);
        var (app, codes) = await TurnOnAsync(owner);
        using var stranger = new Visitor(server);
        using var options = await stranger.SendAsync("sign-in", "sign-in/passkey/options");

        using var code = await CodeAsync(stranger, app.Code(1));
        using var recovery = await CodeAsync(stranger, codes[0]);

        Assert.Equal(HttpStatusCode.OK, options.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, code.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, recovery.StatusCode);
        Assert.False(await LocalPerson.IsInAsync(stranger));
    }

    private static Task<HttpResponseMessage> CodeAsync(Visitor visitor, string code) =>
        visitor.FillInAsync("sign-in", ("code", code));

    private static async Task<AuthenticatorApp> StartAsync(Visitor owner)
    {
        using var answer = await owner.SendAsync("account", "account/app", ("password", LocalPerson.Password));
        var page = await LocalPerson.ToldAsync(answer);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        return new AuthenticatorApp(KeyPattern().Match(page).Groups["key"].Value);
    }

    private static async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor owner)
    {
        var app = await StartAsync(owner);
        using var answer = await owner.SendAsync("account", "account/app/on", ("code", app.Code()));
        var codes = CodePattern().Matches(await LocalPerson.ToldAsync(answer))
            .Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(10, codes.Count);
        return (app, codes);
    }

    // <code class="own-key">abcd efgh</code>
    [GeneratedRegex("own-key\"[^>]*>(?<key>[a-z2-7 ]+)<", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex KeyPattern();

    // <li><code>ABCDE-FGHJK</code></li>
    [GeneratedRegex("<li><code>(?<code>[^<]+)</code>", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex CodePattern();
}
