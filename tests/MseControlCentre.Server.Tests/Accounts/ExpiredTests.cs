using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Keys;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Store;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>
/// A link or key that is too old, or of which a letter was changed, is refused as one that never was, and does nothing.
/// </summary>
public sealed class ExpiredTests
{
    private static readonly TimeSpan s_almostADay = TimeSpan.FromHours(23.9);

    [Theory]
    [InlineData("welcome/")]
    [InlineData("new-password/")]
    [InlineData("walls/")]
    public async Task Link_OpensForADayAndNoLonger(string page)
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        var secret = await LinkAsync(server, page);
        using var visitor = new Visitor(server);
        clock.PutForward(s_almostADay);
        using var before = await visitor.GetAsync(page + secret);
        var token = await visitor.TokenAsync(page + secret);

        clock.PutForward(TimeSpan.FromHours(0.2));
        using var late = await visitor.GetAsync(page + secret);
        using var sent = await visitor.PostAsync(
            page + secret,
            token,
            ("name", "late@example.org"),
            ("display-name", "L. Ate"),
            ("password", LocalPerson.Password),
            ("again", LocalPerson.Password));
        using var wall = await visitor.GetAsync("wall");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [late.StatusCode, sent.StatusCode]);
        Assert.Equal(HttpStatusCode.Redirect, wall.StatusCode);
    }

    [Theory]
    [InlineData("welcome/")]
    [InlineData("new-password/")]
    [InlineData("walls/")]
    public async Task Link_WithALetterChanged_IsToldAsOneThatNeverWas(string page)
    {
        await using var server = await StartAsync(TimeProvider.System);
        var secret = await LinkAsync(server, page);
        using var visitor = new Visitor(server);

        using var changed = await visitor.GetAsync(page + (secret[0] is 'A' ? 'B' : 'A') + secret[1..]);
        using var never = await visitor.GetAsync(page + "never");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [changed.StatusCode, never.StatusCode]);
        Assert.Equal(await LocalPerson.ToldAsync(never), await LocalPerson.ToldAsync(changed));
    }

    [Fact]
    public async Task WallLink_OpenedByTwoAtOnce_OpensForOne()
    {
        await using var server = await StartAsync(TimeProvider.System);
        var secret = await LinkAsync(server, "walls/");
        using var screen = new Visitor(server);
        using var thief = new Visitor(server);
        var (ofScreen, ofThief) = (await screen.TokenAsync("walls/" + secret), await thief.TokenAsync("walls/" + secret));

        var answers = await Task.WhenAll(
            screen.PostAsync("walls/" + secret, ofScreen), thief.PostAsync("walls/" + secret, ofThief));

        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.NotFound], answers.Select(answer => answer.StatusCode).Order());
        Assert.NotEqual(await LocalPerson.IsInAsync(screen), await LocalPerson.IsInAsync(thief));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task AccessKey_IsRefusedFromItsEndOn_AsOneThatNeverWas()
    {
        var clock = new ShiftedClock();
        await using var server = await StartAsync(clock);
        await using var scope = server.Application.Services.CreateAsyncScope();
        var (_, key) = await scope.ServiceProvider.GetRequiredService<AccessKeysService>().MakeAsync(
            SignedIn.Everybody with { Roles = new HashSet<Role> { Role.Observer } },
            TimeSpan.FromDays(30),
            replaces: false,
            "test",
            CancellationToken.None);

        clock.PutForward(TimeSpan.FromDays(29.9));
        var (before, _) = await AskAsync(server, key);
        clock.PutForward(TimeSpan.FromDays(0.2));
        var (after, told) = await AskAsync(server, key);
        var (_, toldNever) = await AskAsync(server, "msera_never");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], [before, after]);
        Assert.Equal(toldNever, told);
    }

    private static Task<RunningServer> StartAsync(TimeProvider clock) => RunningServer.StartAsync(
        preconfigure: builder => builder.Services.AddKeyedSingleton(AccountsSetup.RealTime, clock));

    private static async Task<string> LinkAsync(RunningServer server, string page)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var given = scope.ServiceProvider;
        switch (page)
        {
            case "welcome/":
                return await given.GetRequiredService<InvitationsService>()
                    .MakeAsync([Role.Controller], [], null, "test", CancellationToken.None);
            case "walls/":
                return await given.GetRequiredService<WallScreensService>()
                    .MakeAsync("North wall", "test", CancellationToken.None);
            default:
                var account = new Account { UserName = LocalPerson.Name, DisplayName = "A. Person" };
                await given.GetRequiredService<UserManager<Account>>().CreateAsync(account);
                return await given.GetRequiredService<PasswordLinksService>()
                    .MakeAsync(account.Id, "test", CancellationToken.None);
        }
    }

    private static async Task<(HttpStatusCode Status, string Told)> AskAsync(RunningServer server, string key)
    {
        using var client = new HttpClient { BaseAddress = server.Application.HttpAddress };
        client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(new Uri("api/status", UriKind.Relative));
        var told = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, told.TryGetProperty("detail", out var detail) ? detail.GetString()! : "");
    }
}
