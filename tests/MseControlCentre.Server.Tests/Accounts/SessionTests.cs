using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.SignIn;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>A session ends when it should, is worth nothing when it was altered, and never takes a wall with it.</summary>
public sealed class SessionTests
{
    private const string Session = "mse-session";
    private const string Name = "first@example.org";
    private const string Password = "harbour lantern seven";

    [Fact]
    public async Task Session_ThatNobodyUsedForAShift_EndsAndLeavesTheWallOfItsScreen()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: builder => RealTimeIs(clock, builder));
        using var screen = new Visitor(server);
        await OpenWallAsync(server, screen);
        await SignInAsync(server, screen);

        using var before = await screen.GetAsync("sites/RAJ12");
        clock.PutForward(TimeSpan.FromHours(13));
        using var after = await screen.GetAsync("sites/RAJ12");
        using var wall = await screen.GetAsync("wall");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
    }

    [Fact]
    public async Task Session_ThatNobodyUsedForAShift_AsksToSignInAgain()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: builder => RealTimeIs(clock, builder));
        using var visitor = new Visitor(server);
        await SignInAsync(server, visitor);

        clock.PutForward(TimeSpan.FromHours(11));
        using var used = await visitor.GetAsync("wall");
        clock.PutForward(TimeSpan.FromHours(11));
        using var stillUsed = await visitor.GetAsync("wall");
        clock.PutForward(TimeSpan.FromHours(13));
        using var ended = await visitor.GetAsync("wall");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect],
            [used.StatusCode, stillUsed.StatusCode, ended.StatusCode]);
    }

    [Fact]
    public async Task Session_ThatWasAltered_IsWorthNothing()
    {
        await using var server = await RunningServer.StartAsync();
        using var visitor = new Visitor(server);
        await SignInAsync(server, visitor);
        var cookie = visitor.Cookies.GetCookies(server.Application.HttpAddress)[Session]!;
        var middle = cookie.Value.Length / 2;

        foreach (var altered in (string[])
            [
                cookie.Value[..middle] + (cookie.Value[middle] is 'A' ? 'B' : 'A') + cookie.Value[(middle + 1)..],
                cookie.Value[..middle],
                "CfDJ8" + new string('A', 200),
            ])
        {
            using var thief = new Visitor(server);
            thief.Cookies.Add(server.Application.HttpAddress, new Cookie(Session, altered, "/"));
            using var answer = await thief.GetAsync("wall");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Session_OfAnotherServer_IsWorthNothing()
    {
        await using var one = await RunningServer.StartAsync();
        await using var other = await RunningServer.StartAsync();
        using var visitor = new Visitor(one);
        await SignInAsync(one, visitor);
        using var thief = new Visitor(other);
        thief.Cookies.Add(
            other.Application.HttpAddress,
            new Cookie(Session, visitor.Cookies.GetCookies(one.Application.HttpAddress)[Session]!.Value, "/"));

        using var answer = await thief.GetAsync("wall");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static void RealTimeIs(TimeProvider clock, WebApplicationBuilder builder) =>
        builder.Services.AddKeyedSingleton(AccountsSetup.RealTime, clock);

    private static async Task OpenWallAsync(RunningServer server, Visitor screen)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<WallScreensService>()
            .MakeAsync("Control room", "test", CancellationToken.None);
        (await screen.FillInAsync("walls/" + secret)).Dispose();
    }

    private static async Task SignInAsync(RunningServer server, Visitor visitor)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InvitationsService>()
            .FirstAsync(CancellationToken.None);
        using var made = await visitor.FillInAsync(
            "welcome/" + secret,
            ("name", Name), ("display-name", "A. Person"), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }
}
