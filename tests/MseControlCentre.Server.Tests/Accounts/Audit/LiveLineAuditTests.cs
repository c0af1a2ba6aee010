using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Audit;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Accounts.Audit.AuditedActs;

namespace MseControlCentre.Server.Tests.Accounts.Audit;

/// <summary>Who watches patients live is recorded when they begin, and each hour that they stay.</summary>
public sealed class LiveLineAuditTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task WhoBeginsToWatchASite_IsRecordedBeforeTheFirstFrame()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        await viewer.CallAsync("Watch", "RAJ12");
        await viewer.NextAsync("picture");

        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(("Saw", "SeePatients", "RAJ12"), (recorded.Act, recorded.Operation, recorded.Site));
        Assert.Equal(("p_everybody", "127.0.0.1", "/hubs/picture"), (recorded.Actor, recorded.Address, recorded.Page));
        Assert.Equal("begins to watch the live board RAJ12", recorded.Words);
    }

    [Fact]
    public async Task WhoWatchesTheWall_IsNotRecorded()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        await viewer.CallAsync("WatchPage", "wall");
        await viewer.NextAsync("page");

        Assert.Empty(await OfAsync(server));
    }

    [Fact]
    public async Task WhatCannotBeRecorded_IsNotWatched()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: RefusingJournal.Before);
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        RefusingJournal.Of(server).Refuses = true;

        var refused = await Assert.ThrowsAsync<HubException>(() => viewer.CallAsync("Watch", "RAJ12"));

        Assert.Contains("cannot be written now", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABoardThatIsRefused_IsRecorded()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        await Assert.ThrowsAsync<HubException>(() => viewer.CallAsync("WatchPage", "no-such-page"));

        var recorded = Assert.Single(await OfAsync(server));
        Assert.Equal(("Refused", false, "/hubs/picture"), (recorded.Act, recorded.Allowed, recorded.Page));
    }

    [Fact]
    public async Task WhoStays_IsRecordedAgainEachHour()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: WithClock);
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("Watch", "RAJ12");
        var lines = server.Application.Services.GetRequiredService<LiveLineAudit>();

        _clock.SetTo(_clock.GetUtcNow() + LiveLineAudit.Again - TimeSpan.FromSeconds(1));
        await lines.WriteStayingAsync();
        var early = (await OfAsync(server)).Count;
        _clock.SetTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await lines.WriteStayingAsync();
        await lines.WriteStayingAsync();

        Assert.Equal(1, early);
        Assert.Equal(
            ["begins to watch the live board RAJ12", "still watches the live board RAJ12"],
            (await OfAsync(server)).Select(act => act.Words));
    }

    [Fact]
    public async Task WhoStaysAndCannotBeRecorded_LosesTheLine()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: builder =>
        {
            RefusingJournal.Before(builder);
            WithClock(builder);
        });
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("Watch", "RAJ12");
        RefusingJournal.Of(server).Refuses = true;

        _clock.SetTo(_clock.GetUtcNow() + LiveLineAudit.Again);
        await server.Application.Services.GetRequiredService<LiveLineAudit>().WriteStayingAsync();

        var viewers = server.Application.Services.GetRequiredService<Server.Hubs.Viewers>();
        await Eventually.TrueAsync(() => viewers.Count == 0, "the end of the line");
    }

    private void WithClock(WebApplicationBuilder builder) =>
        builder.Services.AddKeyedSingleton<TimeProvider>(AccountsSetup.RealTime, _clock);
}
