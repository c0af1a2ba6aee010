using System.Net;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace MseControlCentre.Server.Tests.Figures;

/// <summary>Pages and API of figures, over HTTP as people and programs ask for them.</summary>
public sealed class FigurePagesTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task EveryMeasureOfThePicture_HasAPageItsEvidenceAndItsHistory()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var picture = server.Application.Services.GetRequiredService<PictureFeed>().Current!.Picture;

        // One scope of each kind: all others have the same rules.
        string[] scopes =
        [
            picture.NetworkCode, picture.Sites[0].Code, "RAJ12/AMU", picture.VirtualWards[0].Code,
            picture.CommunityUnits[0].Code, picture.Partners[0].Code,
        ];
        var ids = picture.AllFigures().Where(figure => scopes.Contains(figure.Scope)).Select(figure => figure.Id).ToList();

        Assert.Contains("RAJ12/AMU:beds.open", ids);
        foreach (var id in ids)
        {
            foreach (var address in new[] { $"figures/{id}", $"api/figures/{id}", $"api/figures/{id}/evidence", $"api/figures/{id}/history" })
            {
                using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));
                Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address} answers {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("figures/RAJ12:no-such-measure")]
    [InlineData("figures/RAJ99:ed.in-department")]
    [InlineData("figures/RAJ12/NOWHERE:beds.open")]
    [InlineData("api/figures/RAJ12/NOWHERE:beds.open")]
    [InlineData("api/figures/RAJ12:no-such-measure/evidence")]
    [InlineData("api/figures/RAJ12:no-such-measure/history")]
    [InlineData("api/figures/RAJ12:ed.in-department/nothing")]
    public async Task FigureThatIsNotThere_IsNotFound(string address)
    {
        var server = shared.Running;

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("evidence?most=0", "most")]
    [InlineData("evidence?most=1001", "most")]
    [InlineData("evidence?at=yesterday", "at")]
    [InlineData("evidence?at=2999-01-01T00:00:00Z", "at")]
    [InlineData("history?hours=0", "hours")]
    [InlineData("history?hours=169", "hours")]
    [InlineData("history?step=7", "step")]
    [InlineData("history?hours=168&step=5", "step")]
    public async Task Api_WithABadParameter_NamesIt(string what, string parameter)
    {
        var server = shared.Running;

        using var answer = await server.Http.GetAsync(new Uri("api/figures/RAJ12:ed.in-department/" + what, UriKind.Relative));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task WardFigure_WithItsSlashEscaped_IsTheSame()
    {
        var server = shared.Running;

        var plain = await server.GetAsync("api/figures/RAJ12/AMU:beds.open");
        var escaped = await server.GetAsync("api/figures/RAJ12%2FAMU%3Abeds.open");

        Assert.Equal("RAJ12/AMU:beds.open", escaped.GetProperty("figure").GetProperty("id").GetString());
        Assert.Equal(plain.GetRawText(), escaped.GetRawText());
    }

    [Fact]
    public async Task Evidence_NamesTheEventsFeedsAndTimes_AndTheValueCountedAgain()
    {
        await using var server = await RunningServer.StartAsync();
        var at = server.Now.AddMinutes(-20);
        await server.TellAsync(Arrival("one", at), Arrival("two", at.AddMinutes(5)));

        var evidence = await server.GetAsync("api/figures/RAJ12:ambulance.waiting/evidence?most=1");

        Assert.Equal(2, evidence.GetProperty("total").GetInt32());
        Assert.Equal(2, evidence.GetProperty("recounted").GetDouble());
        var longest = Assert.Single(evidence.GetProperty("evidence").EnumerateArray());
        Assert.Equal("conveyance", longest.GetProperty("kind").GetString());
        Assert.Equal("c_one", longest.GetProperty("subject").GetString());
        var told = Assert.Single(longest.GetProperty("events").EnumerateArray());
        Assert.Equal(("AmbulanceArrived", "eeast-cad", "one"), (
            told.GetProperty("kind").GetString(), told.GetProperty("source").GetString(), told.GetProperty("messageId").GetString()));
    }

    [Fact]
    public async Task Evidence_OfAPastInstant_IsWhatTheBoardRestedOnThen()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(Arrival("before", server.Now));
        var at = server.Now;
        await server.TellAsync(Arrival("after", server.Now));

        var evidence = await server.GetAsync(
            $"api/figures/RAJ12:ambulance.waiting/evidence?at={at:yyyy-MM-ddTHH:mm:ss.fffffffZ}");

        Assert.Equal("c_before", Assert.Single(evidence.GetProperty("evidence").EnumerateArray()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task FigureThatIsNotKnown_SaysOnItsPageWhichFeedWasNeverHeard()
    {
        var server = shared.Running;

        var page = await server.Http.GetStringAsync(new Uri("figures/RAJ12:ambulance.waiting", UriKind.Relative));

        Assert.Contains("Why it is not known", page, StringComparison.Ordinal);
        Assert.Contains("(eeast-cad) has never been heard", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_WithAStandard_SaysWhetherItIsMetAndWhoSetIt()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var figure = await server.GetAsync("api/figures/RAJ12:beds.occupancy");
        var standards = figure.GetProperty("standards").EnumerateArray().ToList();

        Assert.NotEmpty(standards);
        Assert.All(standards, standard => Assert.Equal(
            figure.GetProperty("figure").GetProperty("value").GetDouble() <= standard.GetProperty("level").GetDouble(),
            standard.GetProperty("met").GetBoolean()));
    }

    [Fact]
    public async Task Figures_OfAnAreaAndASite_ShowThoseOnlyEachWithALink()
    {
        var server = shared.Running;

        var page = await server.Http.GetStringAsync(new Uri("figures?area=ambulance&site=RAJ01", UriKind.Relative));

        Assert.Contains("href=\"/figures/RAJ01:ambulance.waiting\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("RAJ12:ambulance.waiting", page, StringComparison.Ordinal);
        Assert.DoesNotContain("RAJ01:ed.in-department", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures?area=%3Cscript%3E&site=%22%3E%3Cscript%3E")]
    [InlineData("figures/RAJ12:ed.in-department?at=%3Cscript%3E&most=-5")]
    public async Task Pages_AskedWithNonsense_ShowNoneOfIt(string address)
    {
        var server = shared.Running;

        var page = await server.Http.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    private static FlowEvent Arrival(string identity, DateTimeOffset at) => new()
    {
        Source = "eeast-cad",
        MessageId = identity,
        OccurredAt = at,
        Site = "RAJ12",
        Detail = new AmbulanceArrived("c_" + identity),
    };
}
