using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Wall;

/// <summary>What the parts of the wall say, read from the page as it is without script.</summary>
public sealed class WallPartsTests
{
    [Fact]
    public async Task Wall_OfAServerThatNeverHeardAnything_AlarmsInWordsAndKnowsNoLevel()
    {
        await using var server = await RunningServer.StartAsync();

        var wall = await WallAsync(server);

        Assert.Contains("No feed has been heard yet", Part(wall, "situation"), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", Part(wall, "situation"), StringComparison.Ordinal);
        foreach (var place in server.Network.Sites.Select(site => "opel-" + site.Code).Append("opel"))
        {
            Assert.Contains("not known", Part(wall, place), StringComparison.Ordinal);
        }

        Assert.Contains("not heard yet", Part(wall, "inside-RAJ12"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_OfASiteWhoseFeedsAreSilent_SaysSinceWhenInItsRowAndShowsNoLevel()
    {
        // A day passes in four seconds: each feed falls silent, the slowest after a day.
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 20_000 });
        await server.TellBusyDayAsync();

        var wall = "";
        await Eventually.TrueAsync(
            async () => Part(wall = await WallAsync(server), "situation").Contains("Every feed", StringComparison.Ordinal),
            "the silence of every feed");

        Assert.Contains("is-stale", Part(wall, "inside-RAJ12"), StringComparison.Ordinal);
        Assert.Contains("silent since", Part(wall, "inside-RAJ12"), StringComparison.Ordinal);
        Assert.Contains("not known", Part(wall, "opel-RAJ12"), StringComparison.Ordinal);
        Assert.Contains("Every feed is silent", Part(wall, "situation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_OfASiteWhoseFeedWorksOffABacklog_SaysUntilWhenItHasTold()
    {
        await using var server = await RunningServer.StartAsync();
        var morning = Admission(server, "first") with { OccurredAt = server.Now.AddHours(-9) };
        await server.TellAsync(morning, Resumed(server, "basildon-pas"));

        var wall = await WallAsync(server);
        var feeds = await server.Http.GetStringAsync(new Uri("feeds", UriKind.Relative));

        var until = $"told until {Clock(morning.OccurredAt)}";
        Assert.Contains("is-stale", Part(wall, "inside-RAJ12"), StringComparison.Ordinal);
        Assert.Contains(until, Part(wall, "inside-RAJ12"), StringComparison.Ordinal);
        Assert.Contains(until, Part(wall, "feeds"), StringComparison.Ordinal);
        Assert.Contains("works off a backlog", feeds, StringComparison.Ordinal);

        await server.TellAsync(Admission(server, "second"));

        Assert.DoesNotContain("told until", Part(await WallAsync(server), "inside-RAJ12"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_OnABusyDay_HoldACrewsClockForEachSiteThatKeepsOne()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var limits = Part(await WallAsync(server), "limits");

        // Basildon's ambulances have waited 72, 58, 49, 47, 31, 22 and 9 minutes.
        Assert.Contains("4 crews past 45 min", limits, StringComparison.Ordinal);
        Assert.Contains("1 h 12", limits, StringComparison.Ordinal);
        Assert.Contains("58 min", limits, StringComparison.Ordinal);
        Assert.DoesNotContain("ambulances over 15 min", limits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_OfADayToldOfInPart_SaySinceWhen()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Admission(server, "first"), Admission(server, "second"));

        var picture = await server.GetAsync("api/picture");
        var isWholeDay = picture.GetProperty("sites")[0].GetProperty("countedSince").ValueKind
            is System.Text.Json.JsonValueKind.Null;
        var leaving = Part(await WallAsync(server), "leaving-RAJ12");

        // A server started in the first minute of a day has heard all of it.
        Assert.Contains(isWholeDay ? "today" : "since", leaving, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wall", "dark")]
    [InlineData("wall?theme=light", "light")]
    [InlineData("wall?theme=dark", "dark")]
    [InlineData("wall?theme=anything", "dark")]
    public async Task Theme_OfAWall_IsDarkUnlessItIsToldOtherwise(string address, string theme)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Contains(
            $"data-theme=\"{theme}\"",
            await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seconds_InWhichNothingHappens_SendNoFragment()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await using var viewer = await HubClient.ConnectAsync(server.Application.HttpAddress);
        await viewer.CallAsync("WatchPage", "wall");
        await viewer.NextAsync("page");

        // A minute or a step of the trail may end meanwhile, once: not in each of several seconds.
        var quiet = 0;
        while (quiet < 3)
        {
            var (method, _) = await viewer.NextAsync();
            quiet = method is "heartbeat" ? quiet + 1 : 0;
        }

        Assert.Equal(3, quiet);
    }

    private static Task<string> WallAsync(RunningServer server) =>
        server.Http.GetStringAsync(new Uri("wall", UriKind.Relative));

    /// <summary>What stands in the element that a fragment fills, entities written out.</summary>
    private static string Part(string wall, string name)
    {
        var from = wall.IndexOf($"data-live=\"{name}\"", StringComparison.Ordinal);
        Assert.True(from >= 0, $"The wall has no part {name}.");
        var next = wall.IndexOf("data-live=", from + 10, StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(next < 0 ? wall[from..] : wall[from..next]);
    }

    // Every feed counts as silent from the start until it is heard by a door; what is told here goes past the doors.
    private static FlowEvent Resumed(RunningServer server, string feed) => new()
    {
        Source = "control-centre",
        MessageId = "resumed/" + feed,
        OccurredAt = server.Now,
        Site = server.Network.Code,
        Detail = new FeedResumed(feed),
    };

    private static string Clock(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Europe/London")
            .ToString("HH:mm", CultureInfo.InvariantCulture);

    private static FlowEvent Admission(RunningServer server, string stay) => new()
    {
        Source = "basildon-pas",
        MessageId = stay,
        OccurredAt = server.Now,
        Site = "RAJ12",
        Detail = new PatientAdmitted("v_" + stay, new Place("AMU", "01")),
    };
}
