using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Hubs;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hubs;

public sealed class PictureHubTests
{
    [Fact]
    public async Task Watch_OfASite_SendsItsFiguresWholeThenWhatChanged()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        await viewer.CallAsync("Watch", "RAJ12");
        var whole = await viewer.NextAsync("picture");
        Assert.True(whole.GetProperty("full").GetBoolean());
        Assert.All(whole.GetProperty("figures").EnumerateArray(), figure =>
            Assert.StartsWith("RAJ12", figure.GetProperty("scope").GetString(), StringComparison.Ordinal));

        await server.TellAsync(Arrival(server, "one"));
        var change = await viewer.NextAsync("picture", frame => ValueOf(frame, "RAJ12:ambulance.waiting") is 1);

        Assert.False(change.GetProperty("full").GetBoolean());
        Assert.True(change.GetProperty("previousVersion").GetInt64() >= whole.GetProperty("version").GetInt64());
        Assert.True(change.GetProperty("figures").GetArrayLength() < whole.GetProperty("figures").GetArrayLength());
    }

    [Fact]
    public async Task Frames_OneAfterTheOther_NameTheVersionBefore()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("Watch", server.Network.Code);
        var version = (await viewer.NextAsync("picture")).GetProperty("version").GetInt64();

        for (var number = 1; number <= 3; number++)
        {
            await server.TellAsync(Arrival(server, $"a{number}"));
            var frame = await viewer.NextAsync("picture");
            Assert.Equal(version, frame.GetProperty("previousVersion").GetInt64());
            version = frame.GetProperty("version").GetInt64();
        }
    }

    [Fact]
    public async Task Resync_AfterAMissedVersion_SendsEverythingAgain()
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", "wall");
        var first = await viewer.NextAsync("page");

        await viewer.CallAsync("Resync");
        var again = await viewer.NextAsync("page", frame => frame.GetProperty("full").GetBoolean());

        Assert.Equal(JsonValueKind.Null, again.GetProperty("previousVersion").ValueKind);
        Assert.Equal(first.GetProperty("fragments").GetArrayLength(), again.GetProperty("fragments").GetArrayLength());
    }

    [Fact]
    public async Task WatchPage_WhenNothingChanges_SendsHeartbeatsOnly()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync();
        var before = server.Journal.LastSequence;
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", "wall");
        await viewer.NextAsync("page");

        var heartbeat = await viewer.NextAsync("heartbeat");

        // In the morning the server itself prepares the day's call meanwhile.
        Assert.True(heartbeat.GetProperty("version").GetInt64() > 0);
        Assert.InRange(heartbeat.GetProperty("sequence").GetInt64(), before, server.Journal.LastSequence);
        Assert.Equal(1, heartbeat.GetProperty("speed").GetDouble());
        Assert.True(heartbeat.TryGetProperty("serverTime", out _));
    }

    [Fact]
    public async Task WatchPage_WhenOneSiteChanges_SendsItsFragmentsOnly()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Arrival(server, "before"));
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", "wall");
        await viewer.NextAsync("page");

        await server.TellAsync(Arrival(server, "one"));
        var frame = await viewer.NextAsync("page", frame => NamesOf(frame).Contains("outside-RAJ12", StringComparer.Ordinal));

        Assert.DoesNotContain("outside-RAJ32", NamesOf(frame));
        Assert.DoesNotContain("beds-RAJ12", NamesOf(frame));
    }

    [Fact]
    public async Task Fragments_ForManyViewers_AreRenderedOncePerPicture()
    {
        await using var server = await RunningServer.StartAsync();
        var viewers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => HubClient.ConnectAsync(server.Application.HttpAddress)));
        foreach (var viewer in viewers)
        {
            await viewer.CallAsync("WatchPage", "wall");
        }

        await server.TellAsync(Arrival(server, "one"));
        foreach (var viewer in viewers)
        {
            await viewer.NextAsync("page", frame => NamesOf(frame).Contains("outside-RAJ12", StringComparer.Ordinal));
        }

        var renderer = server.Application.Services.GetRequiredService<FragmentRenderer>();
        var feed = server.Application.Services.GetRequiredService<Server.Live.PictureFeed>();
        var parts = server.Application.Services.GetServices<ILivePage>().Single(page => page.Name == "wall")
            .Fragments(feed.Current!).Count;
        await Eventually.TrueAsync(() => renderer.Rendered % parts == 0, "no picture to be half drawn");
        Assert.InRange(renderer.Rendered / parts, 1, feed.Current!.Version + 1);
        foreach (var viewer in viewers)
        {
            await viewer.DisposeAsync();
        }

        var connected = server.Application.Services.GetRequiredService<Viewers>();
        await Eventually.TrueAsync(() => connected.Count == 0, "all viewers to leave");
    }

    [Theory]
    [InlineData("Watch", "NOWHERE")]
    [InlineData("WatchPage", "nothing")]
    public async Task Watch_OfWhatIsNotThere_IsRefusedAsWhatMayNotBeSeenIs(string method, string argument)
    {
        await using var server = await RunningServer.StartAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);

        var refusal = await Assert.ThrowsAsync<HubException>(() => viewer.CallAsync(method, argument));

        Assert.Contains("or your account may not see it", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> NamesOf(JsonElement frame) => frame.TryGetProperty("fragments", out var fragments)
        ? fragments.EnumerateArray().Select(fragment => fragment.GetProperty("name").GetString())
        : [];

    private static double? ValueOf(JsonElement frame, string id) => frame.TryGetProperty("figures", out var figures)
        ? figures.EnumerateArray()
            .Where(figure => string.Equals(figure.GetProperty("id").GetString(), id, StringComparison.Ordinal))
            .Select(figure => figure.GetProperty("value"))
            .Select(value => value.ValueKind is JsonValueKind.Number ? value.GetDouble() : (double?)null)
            .FirstOrDefault()
        : null;

    private static FlowEvent Arrival(RunningServer server, string identity) => new()
    {
        Source = "eeast-cad",
        MessageId = identity,
        OccurredAt = server.Now,
        Site = "RAJ12",
        Detail = new AmbulanceArrived("c_" + identity, AmbulanceCategory.C2),
    };
}
