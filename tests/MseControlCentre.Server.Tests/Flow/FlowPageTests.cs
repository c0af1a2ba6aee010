using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Flow;

public sealed class FlowPageTests
{
    [Fact]
    public async Task Page_Now_ShowsPlacesMovementAndQueuesAsFiguresOfTheBoard()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await TextAsync(server, "flow");

        Assert.Contains("data-page=\"flow\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sites/RAJ12\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Basildon ED. 142 ", page, StringComparison.Ordinal);
        Assert.Contains("999 ambulances to Basildon ED, waiting: 7 outside, alarm", page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"RAJ12:flow.handovers-last-hour\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("As it was", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Now_NamesTheBottleneckAndMarksItOnce()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await TextAsync(server, "flow");

        Assert.Contains("<span class=\"tag\">Bottleneck</span>", page, StringComparison.Ordinal);
        Assert.Single(Occurrences(page, ">BOTTLENECK<"));
    }

    [Fact]
    public async Task Page_WithNothingTold_ShowsDashesAndNoZero()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await TextAsync(server, "flow");

        Assert.Contains("aria-label=\"Basildon ED. – ", page, StringComparison.Ordinal);
        Assert.Contains("class=\"link unknown", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"link moving", page, StringComparison.Ordinal);
        Assert.Contains("A worse bottleneck may hide there", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPastMinute_IsThatMinutesAndStandsStill()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 600 });
        await server.TellAsync(Arrived("v_1", server.Now));
        var then = await AMinuteLaterAsync(server);
        await server.TellAsync(Arrived("v_2", server.Now));

        var past = await TextAsync(server, $"flow?at={then:yyyy-MM-ddTHH:mm}");

        Assert.Contains("aria-label=\"Basildon ED. 1 ", past, StringComparison.Ordinal);
        Assert.Contains("As it was", past, StringComparison.Ordinal);
        Assert.DoesNotContain("data-page=\"flow\"", past, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", past, StringComparison.Ordinal);
        Assert.DoesNotContain("data-figure=", past, StringComparison.Ordinal);
        Assert.Contains($"ed.in-department?at={then:yyyy-MM-ddTHH:mm}", past, StringComparison.Ordinal);
        Assert.Contains(
            "aria-label=\"Basildon ED. 2 ", await TextAsync(server, "flow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_FromNow_LeadBackAndNeverIntoTheFuture()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await TextAsync(server, "flow");

        Assert.Contains(": One hour earlier\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(": 15 minutes later\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flow?at=noon", "The time cannot be read")]
    [InlineData("flow?at=2101-01-01T08:00", "The time lies in the future")]
    [InlineData("flow?at=2001-01-01T08:00", "Nothing had been recorded by then")]
    public async Task Page_AskedForWhatCannotBe_SaysWhy(string address, string why)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await TextAsync(server, address);

        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-page=\"flow\"", page, StringComparison.Ordinal);
    }

    private static FlowEvent Arrived(string encounter, DateTimeOffset at) => new()
    {
        Source = "basildon-ed",
        MessageId = "arrived/" + encounter,
        OccurredAt = at,
        Site = "RAJ12",
        Detail = new EdAttendanceRegistered(encounter, ArrivalMode: ArrivalMode.Other),
    };

    /// <summary>The first whole minute, by the clocks of the system, after all that has been told.</summary>
    private static async Task<DateTimeOffset> AMinuteLaterAsync(RunningServer server)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(server.Network.TimeZone);
        var now = server.Now;
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);
        await MseControlCentre.Tests.Shared.Eventually.TrueAsync(() => server.Now > minute, "the next minute");
        return TimeZoneInfo.ConvertTime(minute, zone);
    }

    private static IEnumerable<string> Occurrences(string text, string of) => text.Split(of).Skip(1);

    private static async Task<string> TextAsync(RunningServer server, string address) =>
        WebUtility.HtmlDecode(await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)));
}
