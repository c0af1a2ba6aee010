using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hubs;

/// <summary>A page costs something only while somebody watches it, and the one who comes later sees now.</summary>
public sealed class WatchedBoardTests
{
    [Fact]
    public async Task Page_ThatNobodyWatches_IsNotRendered()
    {
        await using var server = await RunningServer.StartAsync();
        var renderer = server.Application.Services.GetRequiredService<FragmentRenderer>();
        var feed = server.Application.Services.GetRequiredService<PictureFeed>();
        var before = renderer.Rendered;

        await feed.PublishAsync();
        await feed.PublishAsync();

        Assert.Equal(before, renderer.Rendered);
    }

    [Fact]
    public async Task Viewer_WhoComesToAPageThatNobodyWatched_SeesTheNewestPicture()
    {
        await using var server = await RunningServer.StartAsync();
        await using (var first = await HubClient.ConnectAsync(server.Application.HttpAddress))
        {
            await first.CallAsync("Watch", "RAJ12");
            await first.NextAsync("picture");
        }

        var board = server.Application.Services.GetRequiredService<Boards>().OfScope("RAJ12", SignedIn.Everybody);
        await Eventually.TrueAsync(() => !board.IsWatched, "the board has no viewer");
        await server.TellBusyDayAsync();
        await using var second = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await second.CallAsync("Watch", "RAJ12");
        var whole = await second.NextAsync("picture");

        var inDepartment = whole.GetProperty("figures").EnumerateArray()
            .Single(figure => figure.GetProperty("id").GetString() == "RAJ12:ed.in-department");
        Assert.Equal(142, inDepartment.GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Viewer_OfAPageWithoutLiveParts_HearsThatTheServerLives()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        await viewer.CallAsync("WatchPage", "shell");

        var first = await viewer.NextAsync("page");
        Assert.False(string.IsNullOrEmpty(first.GetProperty("build").GetString()));
        Assert.True((await viewer.NextAsync("heartbeat")).TryGetProperty("serverTime", out _));
    }
}
