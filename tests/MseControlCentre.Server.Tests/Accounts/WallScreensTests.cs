using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Walls;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts;

/// <summary>A screen on a wall: opened once, counts only, through restarts, until it is taken back.</summary>
public sealed class WallScreensTests
{
    [Fact]
    public async Task Link_OpensTheWallOnOneScreenAndNothingElse()
    {
        await using var server = await RunningServer.StartAsync();
        var secret = await MakeAsync(server);
        using var screen = new Visitor(server);
        using var another = new Visitor(server);

        using var opened = await screen.FillInAsync("walls/" + secret);
        using var wall = await screen.GetAsync("wall");
        using var site = await screen.GetAsync("sites/RAJ12");
        using var replayed = await another.GetAsync("walls/" + secret);

        Assert.Equal("/wall", opened.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, site.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, replayed.StatusCode);
    }

    [Fact]
    public async Task Screen_OutlivesARestartAndEndsWhenItIsTakenBack()
    {
        using var data = new TemporaryDirectory();
        Cookie wallCookie;
        await using (var before = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path }))
        {
            using var screen = new Visitor(before);
            (await screen.FillInAsync("walls/" + await MakeAsync(before))).Dispose();
            wallCookie = screen.Cookies.GetCookies(before.Application.HttpAddress)["mse-wall"]!;
        }

        await using var server = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path });
        using var again = new Visitor(server);
        again.Cookies.Add(server.Application.HttpAddress, new Cookie(wallCookie.Name, wallCookie.Value, "/"));
        using var wall = await again.GetAsync("wall");
        await RevokeAllAsync(server);
        using var ended = await again.GetAsync("wall");

        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task RenewedLink_LeavesTheOldScreenUntilTheNewOneIsOpened()
    {
        await using var server = await RunningServer.StartAsync();
        using var old = new Visitor(server);
        using var fresh = new Visitor(server);
        (await old.FillInAsync("walls/" + await MakeAsync(server))).Dispose();

        var renewed = await RenewAsync(server);
        using var meanwhile = await old.GetAsync("wall");
        (await fresh.FillInAsync("walls/" + renewed)).Dispose();
        using var after = await old.GetAsync("wall");
        using var wall = await fresh.GetAsync("wall");

        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, wall.StatusCode);
    }

    private static Task<string> MakeAsync(RunningServer server) => AskAsync(
        server, service => service.MakeAsync("Control room", "p_test", CancellationToken.None));

    private static Task<string?> RenewAsync(RunningServer server) => AskAsync(
        server,
        async service => await service.RenewAsync(
            (await service.AllAsync(CancellationToken.None))[0].Id, CancellationToken.None));

    private static Task<bool> RevokeAllAsync(RunningServer server) => AskAsync(
        server,
        async service => await service.RevokeAsync(
            (await service.AllAsync(CancellationToken.None))[0].Id, CancellationToken.None));

    private static async Task<T> AskAsync<T>(RunningServer server, Func<WallScreensService, Task<T>> ask)
    {
        await using var scope = server.Application.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<WallScreensService>());
    }
}
