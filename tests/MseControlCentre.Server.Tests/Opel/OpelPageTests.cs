using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Opel;

public sealed class OpelPageTests
{
    [Fact]
    public async Task Page_Now_ShowsCalculatedBesideDeclaredAndEveryParameter()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        await server.TellAsync(new FlowEvent
        {
            Source = "control-centre",
            MessageId = "declared-1",
            OccurredAt = server.Now,
            Site = "RAJ12",
            Detail = new OpelDeclared(3, "Two theatres closed", null, "Director on call"),
        });

        var page = await TextAsync(server, "opel");

        Assert.Contains("OPEL now", page, StringComparison.Ordinal);
        Assert.Contains("Director on call", page, StringComparison.Ordinal);
        Assert.Contains("Two theatres closed", page, StringComparison.Ordinal);
        Assert.Contains("Its points are locally agreed, not the national ones", page, StringComparison.Ordinal);
        foreach (var site in server.Network.Sites)
        {
            Assert.Contains($"Parameters of {site.Name}", page, StringComparison.Ordinal);
        }

        Assert.Equal(4, page.Split("General and acute bed occupancy").Length - 1);
        Assert.Contains("missing: counts as the worst", page, StringComparison.Ordinal);
        Assert.Contains("data-refresh=\"30\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAnyFeedIsHeard_SaysNoLevel()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await TextAsync(server, "opel");

        // The network file declares beds, which make points but no level to act on.
        Assert.Equal(1 + server.Network.Sites.Count, page.Split(">OPEL –<").Length - 1);
        Assert.Contains("nothing behind it is current", page, StringComparison.Ordinal);
        Assert.DoesNotContain("provisional", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAPastTimeByOtherRules_SaysThatTheyAreNotThoseInForce()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await TextAsync(
            server, $"opel?at={server.Now:yyyy-MM-ddTHH:mm:ss.fffffffZ}&ruleSet=opel-acute-2023-24");

        Assert.Contains("which is not the one in force on that day", page, StringComparison.Ordinal);
        Assert.Contains("ED all-type attendance variation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-refresh=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfALocalTimeFromItsForm_IsReadByTheClocksOfTheSystem()
    {
        await using var server = await RunningServer.StartAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(server.Network.TimeZone);
        var local = TimeZoneInfo.ConvertTime(server.Now.AddMinutes(2), zone);

        var page = await TextAsync(server, $"opel?at={local:yyyy-MM-ddTHH:mm}");

        // Two minutes ahead: by the system's own clocks, in summer and winter, that is the future.
        Assert.Contains("The time lies in the future", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opel?at=noon", "The time cannot be read")]
    [InlineData("opel?at=2001-01-01T08:00", "Nothing had been recorded by then")]
    [InlineData("opel?ruleSet=opel-1998", "No such rule set was adopted")]
    public async Task Page_AskedForWhatCannotBe_SaysWhyBesideTheField(string address, string why)
    {
        await using var server = await RunningServer.StartAsync();

        var page = await TextAsync(server, address);

        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-refresh=", page, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(RunningServer server, string address) =>
        WebUtility.HtmlDecode(await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)));
}
