using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Sites;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Sites;

/// <summary>The page of a site as a browser without script has it.</summary>
public sealed partial class SitePageTests
{
    private const string StoodThen = "These patients are as they stood then";

    [Fact]
    public async Task Page_OnABusyDay_ListsEverybodyWhomItsFiguresCount()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await PageAsync(server, "sites/RAJ12");

        Assert.Equal(7, Rows(page, "a").Count(row => row.Contains("class=\"past\"", StringComparison.Ordinal)));
        Assert.Equal(142, Rows(page, "e").Count);
        Assert.Contains("past 60 min", page, StringComparison.Ordinal);
        Assert.Contains("within 15 min", page, StringComparison.Ordinal);
        Assert.Contains("Awaiting bed", page, StringComparison.Ordinal);
        Assert.Equal(
            server.Network.Sites[0].Wards.Count(ward => ward.Type is not WardType.EmergencyDepartment),
            Rows(page, "w").Count);
        Assert.Equal(SiteDelays.MostListed, Rows(page, "d").Count);
        Assert.Contains("/discharges?site=RAJ12", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ListsPatients_AndIsNeverKept()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri("sites/RAJ12", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Page_OfNoSite_IsNotThere_AndListsTheSites()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri("sites/RAJ99", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.All(server.Network.Sites, site =>
            Assert.Contains($"<a href=\"/sites/{site.Code}\">{site.Name}</a>", page, StringComparison.Ordinal));
        Assert.DoesNotContain("RAJ99", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sites_AreShownSideBySide_AndEachHasItsPlaceInTheNavigation()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await PageAsync(server, "sites");

        Assert.All(server.Network.Sites, site =>
        {
            Assert.Contains($"id=\"site-{site.Code}\"", page, StringComparison.Ordinal);
            Assert.Equal(2, page.Split($"href=\"/sites/{site.Code}\"").Length - 1);
        });
        Assert.Empty(Rows(page, "e"));
    }

    [Fact]
    public async Task Page_BeforeAnyFeedIsHeard_SaysThatNothingIsKnown()
    {
        await using var server = await RunningServer.StartAsync();

        var page = WebUtility.HtmlDecode(await PageAsync(server, "sites/RAJ12"));

        Assert.Contains("No feed has told of ambulances yet", page, StringComparison.Ordinal);
        Assert.Contains("Not known whether any ambulance waits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No ambulance waits outside", page, StringComparison.Ordinal);
        Assert.Contains("Whether a limit is passed here is not known", page, StringComparison.Ordinal);
        Assert.Contains(
            "Not known:</strong> ambulances, ED, beds, discharge delays.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No limit of the network file is passed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody", page, StringComparison.Ordinal);
        Assert.All(
            ["department-total", "department-long", "department-standard", "department-within", "delays-total"],
            part => Assert.Equal("–", LivePart(page, part)));
        Assert.Matches("<td class=\"number\">– of [1-9]", page);
    }

    [Fact]
    public async Task Page_WithASilentFeed_SaysSinceWhen_AndItsClocksStandStill()
    {
        var clock = new ShiftedClock();
        await using var server = await RunningServer.StartAsync(preconfigure: clock.Of);
        await server.TellBusyDayAsync();
        var department = server.Network.Feeds.Single(feed => feed.Id == "basildon-ed");
        clock.PutForward(TimeSpan.FromSeconds(department.StaleAfterSeconds + 1));

        var page = "";
        await Eventually.TrueAsync(
            async () => (page = await PageAsync(server, "sites/RAJ12")).Contains(StoodThen, StringComparison.Ordinal),
            "the list of a silent feed");

        Assert.All(Rows(page, "e"), row =>
        {
            Assert.DoesNotContain("data-since", row, StringComparison.Ordinal);
            Assert.Contains("l-normal", row, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("These beds are as they stood then", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfMoreThanItsBound_TellsHowManyMoreThereAre()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync([.. Enumerable.Range(0, SiteDepartment.MostListed + 3).Select(patient => new FlowEvent
        {
            Source = "basildon-ed",
            MessageId = $"many-{patient}",
            OccurredAt = server.Now.AddMinutes(-5 - patient),
            Site = "RAJ12",
            Detail = new EdAttendanceRegistered($"v_{patient:000000}", Place: new Place("EDM")),
        })]);

        var page = await PageAsync(server, "sites/RAJ12");

        Assert.Equal(SiteDepartment.MostListed, Rows(page, "e").Count);
        Assert.Contains("and 3 more, not listed here", page, StringComparison.Ordinal);
        Assert.Contains("In the emergency department: <span data-live=\"department-total\">303</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wards_OfOneTypeFewestFreeFirst_AreThose()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var page = await PageAsync(server, "sites/RAJ12?wards=Assessment&order=fewest-free");
        var free = Rows(page, "w").Select(row => int.Parse(
            FreeBeds().Match(row).Groups["free"].Value.Replace('−', '-'), CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(4, free.Count);
        Assert.Equal(free.Order(), free);
        Assert.Contains("data-page=\"site:RAJ12:fewest-free\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsWhatWasDeclared_WithItsForms()
    {
        await using var server = await RunningServer.StartAsync();
        var until = server.Now.AddHours(2);
        await server.TellAsync(
            Declared("1", new EmergencyDepartmentDeclared(
                DepartmentStatus.Divert, "Southend", "flood", until, "on-call manager"), server.Now),
            Declared("2", new CohortOpened("Corridor & bay", 6, until, "nurse in charge"), server.Now),
            Declared("3", new OpelDeclared(3, null, server.Now.AddHours(-1), "director"), server.Now.AddHours(-5)));

        var page = WebUtility.HtmlDecode(await PageAsync(server, "sites/RAJ12"));

        Assert.Contains("on divert to Southend: flood", page, StringComparison.Ordinal);
        Assert.Contains("open, 6 places", page, StringComparison.Ordinal);
        Assert.Contains(
            "/sitreps/cohort-area?site=RAJ12&area=Corridor%20%26%20bay&open=no&back=RAJ12", page, StringComparison.Ordinal);
        Assert.Contains("level 3", page, StringComparison.Ordinal);
        Assert.Contains("expired", page, StringComparison.Ordinal);
        Assert.Contains("/sitreps/correct?source=community&message=1", page, StringComparison.Ordinal);
    }

    private static FlowEvent Declared(string message, Declaration detail, DateTimeOffset at) => new()
    {
        Source = "community", MessageId = message, OccurredAt = at, Site = "RAJ12", Detail = detail,
    };

    private static async Task<string> PageAsync(RunningServer server, string address) =>
        await server.Http.GetStringAsync(new Uri(address, UriKind.Relative));

    private static string LivePart(string page, string part)
    {
        var start = page.IndexOf($"data-live=\"{part}\">", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no part {part}.");
        start = page.IndexOf('>', start) + 1;
        return page[start..page.IndexOf('<', start)].Trim();
    }

    // Rows are told apart by the first letter of their identity: ambulance, emergency department, ward, delay.
    private static IReadOnlyList<string> Rows(string page, string kind) =>
        [.. Row().Matches(page).Where(row => row.Groups["kind"].Value == kind).Select(row => row.Value)];

    [GeneratedRegex("<(?<tag>tr|li) id=\"(?<kind>[a-z])-.*?</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Row();

    [GeneratedRegex("class=\"free\">.*?class=\"value\">(?<free>[^<]+)<",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex FreeBeds();
}
