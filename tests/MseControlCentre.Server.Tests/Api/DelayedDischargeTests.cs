using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Api;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Api;

public sealed class DelayedDischargeTests(DelayedDischargeTests.ToldServer told) : IClassFixture<DelayedDischargeTests.ToldServer>
{
    [Fact]
    public async Task List_OfTheSystem_IsLongestDelayFirst()
    {
        var server = told.Running;

        var list = await server.GetAsync("api/delayed-discharges");

        Assert.Equal(3, list.GetProperty("total").GetInt32());
        var delays = list.GetProperty("delays").EnumerateArray().ToList();
        Assert.Equal(["v_2", "v_1", "v_3"], delays.Select(one => one.GetProperty("encounter").GetString()));
        Assert.Equal("home-care-unavailable", delays[0].GetProperty("reason").GetString());
        Assert.Equal("Capacity", delays[0].GetProperty("group").GetString());
        Assert.Equal("essex-council", delays[0].GetProperty("owner").GetString());
        Assert.Equal(1, delays[0].GetProperty("pathway").GetInt32());
        Assert.Equal("unknown", delays[1].GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, delays[2].GetProperty("reason").ValueKind);
        Assert.DoesNotContain("=cmd", list.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site=RAJ12", 2)]
    [InlineData("site=RAJ01", 1)]
    [InlineData("owner=essex-council", 1)]
    [InlineData("owner=unknown", 2)]
    [InlineData("pathway=1", 1)]
    [InlineData("pathway=unknown", 2)]
    [InlineData("site=RAJ01&owner=essex-council", 0)]
    public async Task List_Asked_HoldsOnlyThose(string question, int total)
    {
        var server = told.Running;

        var list = await server.GetAsync("api/delayed-discharges?" + question);

        Assert.Equal(total, list.GetProperty("total").GetInt32());
        Assert.Equal(total, list.GetProperty("delays").GetArrayLength());
    }

    [Theory]
    [InlineData("site=RAJ99", "site")]
    [InlineData("owner=somebody", "owner")]
    [InlineData("pathway=4", "pathway")]
    [InlineData("pathway=P1", "pathway")]
    [InlineData("format=xlsx", "format")]
    public async Task List_AskedForWhatIsNotThere_NamesTheParameterAndNotItsValue(string question, string parameter)
    {
        var server = told.Running;

        using var answer = await server.Http.GetAsync(new Uri("api/delayed-discharges?" + question, UriKind.Relative));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.DoesNotContain("somebody", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTheList_ShowsThoseThatWereChosenAndWhereTheFileIs()
    {
        var server = told.Running;

        using var answer = await server.Http.GetAsync(
            new Uri("discharges?owner=essex-council&site=&pathway=", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("v_2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("v_1", page, StringComparison.Ordinal);
        Assert.Contains("Essex County Council", page, StringComparison.Ordinal);
        Assert.Contains(
            "/discharges.csv?owner=essex-council&amp;sort=-days\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfTheList_HasARowForEachPatient()
    {
        var server = told.Running;

        using var answer = await server.Http.GetAsync(
            new Uri("api/delayed-discharges?format=csv&site=RAJ12", UriKind.Relative));
        var rows = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^delayed-discharges-\d{8}-\d{4}Z\.csv$", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("2", Assert.Single(answer.Headers.GetValues(DelayedDischargeEndpoint.TotalHeader)));
        Assert.Equal(string.Join(',', DelayedDischargeRow.Columns), rows[0]);
        Assert.StartsWith(
            "v_2,RAJ12,,1,home-care-unavailable,No other social care at home,Capacity,essex-council,20", rows[1],
            StringComparison.Ordinal);
        Assert.StartsWith("v_1,RAJ12,,,unknown,not on the national list,,,20", rows[2], StringComparison.Ordinal);
        Assert.Equal("", rows[3]);
        Assert.Equal(4, rows.Length);
    }

    [Fact]
    public async Task List_OfMoreThanItsBound_TellsHowManyThereAre()
    {
        await using var server = await RunningServer.StartAsync();
        var many = DelayedDischargeEndpoint.MostListed + 1;
        await server.TellAsync([.. Enumerable.Range(0, many).SelectMany(patient => Delay(
            server.Now.AddDays(-1), $"v_{patient}", "RAJ12", null))]);

        var list = await server.GetAsync("api/delayed-discharges");

        Assert.Equal(many, list.GetProperty("total").GetInt32());
        Assert.Equal(DelayedDischargeEndpoint.MostListed, list.GetProperty("delays").GetArrayLength());
    }

    /// <summary>A server that was told of three delays.</summary>
    public sealed class ToldServer : SharedServer
    {
        /// <inheritdoc />
        protected override Task TellAsync(RunningServer server) => server.TellAsync(Delays(server.Now));
    }

    private static List<FlowEvent> Delays(DateTimeOffset now) =>
    [
        .. Delay(now.AddDays(-2), "v_1", "RAJ12", "=cmd|' /C calc'!A0"),
        .. Delay(now.AddDays(-5), "v_2", "RAJ12", "home-care-unavailable", DischargePathway.P1, "essex-council"),
        .. Delay(now.AddDays(-1), "v_3", "RAJ01", null),
    ];

    private static IEnumerable<FlowEvent> Delay(
        DateTimeOffset since,
        string patient,
        string site,
        string? reason,
        DischargePathway? pathway = null,
        string? owner = null)
    {
        var pas = site is "RAJ12" ? "basildon-pas" : "southend-pas";
        yield return Event(pas, new PatientAdmitted(patient, new Place(null, "7", "somewhere")));
        yield return Event("care-transfer-hub", new CriteriaToResideAssessed(patient, false, pathway, reason, owner));
        yield return Event("care-transfer-hub", new DischargeReadyDateSet(patient, since));

        FlowEvent Event(string source, EncounterEvent detail) => new()
        {
            Source = source,
            MessageId = $"{patient}/{detail.GetType().Name}",
            OccurredAt = since,
            Site = site,
            Detail = detail,
        };
    }
}
