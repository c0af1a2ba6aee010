using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Live;

/// <summary>
/// From the sender's line to the figure on the board: silence is seen, told, and over when the feed is back.
/// </summary>
public sealed class FeedSilenceTests
{
    private const string Feed = "basildon-pas";
    private readonly ShiftedClock _clock = new();
    private readonly Admissions _pas = new();

    [Fact]
    public async Task Feed_WhoseConnectionCloses_IsLateUntilItSendsAgain()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: _clock.Of);
        using (var sender = await MllpSender.ConnectAsync(server.Application.MllpPort))
        {
            await _pas.SendAsync(server, sender, "AMU");
            await UntilQualityAsync(server, "live");
        }

        await UntilSilencedAsync(server, SilenceReason.Disconnected, TimeSpan.FromSeconds(1));
        await UntilQualityAsync(server, "late");

        using var again = await MllpSender.ConnectAsync(server.Application.MllpPort);
        await _pas.SendAsync(server, again, "AMU");
        await UntilQualityAsync(server, "live");

        var told = await ToldAsync(server);
        Assert.Equal(
            ["ServerStarted", "resumed", "Disconnected", "resumed"],
            told.Select(detail => detail is FeedSilenced silenced ? silenced.Reason.ToString() : "resumed"));
    }

    [Fact]
    public async Task Feed_ThatSaysNothingForTooLong_IsLateThenStaleThoughItsConnectionIsOpen()
    {
        await using var server = await RunningServer.StartAsync(preconfigure: _clock.Of);
        using var sender = await MllpSender.ConnectAsync(server.Application.MllpPort);
        await _pas.SendAsync(server, sender, "AMU");
        await UntilQualityAsync(server, "live");
        await Eventually.TrueAsync(
            async () => (await ToldAsync(server))[^1] is FeedResumed, "the journal to tell that it was heard");

        var feed = server.Network.Feeds.Single(feed => feed.Id == Feed);
        _clock.PutForward(TimeSpan.FromSeconds(feed.LateAfterSeconds));
        await UntilQualityAsync(server, "late");
        await Eventually.TrueAsync(
            async () => (await ToldAsync(server))[^1] is FeedSilenced { Reason: SilenceReason.NothingHeard },
            "the journal to tell of the silence");
        _clock.PutForward(TimeSpan.FromSeconds(feed.StaleAfterSeconds));
        await UntilQualityAsync(server, "stale");

        await _pas.SendAsync(server, sender, "AMU");
        await Eventually.TrueAsync(
            async () => (await ToldAsync(server))[^1] is FeedResumed, "the feed to be heard again");
    }

    private static async Task<IReadOnlyList<EventDetail>> ToldAsync(RunningServer server) =>
    [
        .. (await server.EntriesAsync())
            .Select(entry => entry.Event.Detail)
            .Where(detail => detail is FeedSilenced { Feed: Feed } or FeedResumed { Feed: Feed }),
    ];

    /// <summary>Puts the clock forward, step by step, until the journal tells of the silence.</summary>
    private Task UntilSilencedAsync(RunningServer server, SilenceReason reason, TimeSpan step) => Eventually.TrueAsync(
        async () =>
        {
            _clock.PutForward(step);
            return (await ToldAsync(server))[^1] is FeedSilenced silenced && silenced.Reason == reason;
        },
        $"the silence ({reason})");

    private static Task UntilQualityAsync(RunningServer server, string quality) => Eventually.TrueAsync(
        async () => await QualityAsync(server) == (quality, quality), $"the feed and its figures to be {quality}");

    private static async Task<(string?, string?)> QualityAsync(RunningServer server)
    {
        var picture = await server.GetAsync("api/picture");
        var feed = picture.GetProperty("feeds").EnumerateArray()
            .Single(feed => feed.GetProperty("id").GetString() == Feed);
        var figure = picture.GetProperty("figures").EnumerateArray()
            .Single(figure => figure.GetProperty("id").GetString() == "RAJ12:beds.inpatients");
        return (feed.GetProperty("quality").GetString(), figure.GetProperty("quality").GetString());
    }
}
