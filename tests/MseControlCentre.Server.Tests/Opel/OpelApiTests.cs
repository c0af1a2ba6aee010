using System.Net;
using System.Text.Json;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.Opel;

public sealed class OpelApiTests
{
    private const string Later = "opel-acute-2024-26";
    private const string Earlier = "opel-acute-2023-24";

    [Fact]
    public async Task Opel_Now_AddsUpForEverySiteAndTheSystem()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();

        var opel = await server.GetAsync("api/opel");

        Assert.Equal(Later, opel.GetProperty("ruleSet").GetProperty("id").GetString());
        Assert.Equal(Later, opel.GetProperty("inForce").GetString());
        var sites = opel.GetProperty("sites").EnumerateArray().ToList();
        Assert.Equal(3, sites.Count);
        foreach (var site in sites)
        {
            var parameters = site.GetProperty("parameters").EnumerateArray().ToList();
            Assert.Equal(10, parameters.Count);
            Assert.Equal(
                parameters.Sum(parameter => parameter.GetProperty("weightedPoints").GetDecimal()),
                site.GetProperty("calculated").GetProperty("score").GetDecimal());
        }

        var shares = opel.GetProperty("system").GetProperty("sites").EnumerateArray().ToList();
        Assert.Equal(1m, Math.Round(shares.Sum(share => share.GetProperty("weight").GetDecimal()), 6));
        Assert.Equal(
            opel.GetProperty("system").GetProperty("calculated").GetProperty("score").GetDecimal(),
            Math.Round(shares.Sum(share =>
                share.GetProperty("weight").GetDecimal() * share.GetProperty("score").GetDecimal()), 6));
    }

    [Fact]
    public async Task Opel_OfAPastInstant_IsScoredAgainByAnotherRuleSet()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellBusyDayAsync();
        var at = $"at={server.Now:yyyy-MM-ddTHH:mm:ss.fffffffZ}";

        await server.SettledAsync();

        var asThen = await server.GetAsync($"api/opel?{at}");
        var again = await server.GetAsync($"api/opel?{at}&ruleSet={Earlier}");

        Assert.Equal(asThen.GetProperty("sequence").GetInt64(), again.GetProperty("sequence").GetInt64());
        Assert.Equal(Later, asThen.GetProperty("ruleSet").GetProperty("id").GetString());
        Assert.Equal(Earlier, again.GetProperty("ruleSet").GetProperty("id").GetString());
        Assert.Equal(Later, again.GetProperty("inForce").GetString());
        Assert.Equal(10, asThen.GetProperty("sites")[0].GetProperty("parameters").GetArrayLength());
        Assert.Equal(9, again.GetProperty("sites")[0].GetProperty("parameters").GetArrayLength());
        Assert.Equal(
            Value(asThen, "bed-occupancy"),
            Value(again, "bed-occupancy"));
    }

    [Fact]
    public async Task Opel_Declared_StandsBesideTheCalculatedOneWithWhoWhenAndWhy()
    {
        await using var server = await RunningServer.StartAsync();
        var expires = server.Now.AddHours(6);
        await server.TellAsync(new FlowEvent
        {
            Source = "control-centre",
            MessageId = "declared-1",
            OccurredAt = server.Now,
            Site = "RAJ12",
            Detail = new OpelDeclared(3, "Two theatres closed", expires, "Director on call"),
        });

        var opel = await server.GetAsync("api/opel");
        var declared = opel.GetProperty("sites").EnumerateArray()
            .Single(site => site.GetProperty("code").GetString() == "RAJ12").GetProperty("declared");

        Assert.Equal(3, declared.GetProperty("level").GetInt32());
        Assert.Equal("Two theatres closed", declared.GetProperty("reason").GetString());
        Assert.Equal("Director on call", declared.GetProperty("declaredBy").GetString());
        Assert.Equal(expires, declared.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("declared", declared.GetProperty("quality").GetString());
        Assert.Equal(JsonValueKind.Null, opel.GetProperty("system").GetProperty("declared").ValueKind);
    }

    [Fact]
    public async Task Opel_WhileNoFeedIsHeard_IsProvisionalAndItsParametersAreNotZero()
    {
        await using var server = await RunningServer.StartAsync();

        var sites = (await server.GetAsync("api/opel")).GetProperty("sites").EnumerateArray().ToList();

        // The network file tells of escalation beds: none open. Nothing else is known.
        Assert.All(sites, site =>
        {
            var known = site.GetProperty("parameters").EnumerateArray()
                .Where(parameter => parameter.GetProperty("value").ValueKind != JsonValueKind.Null);
            Assert.Equal(["escalation-beds"], known.Select(parameter => parameter.GetProperty("id").GetString()));
            Assert.True(site.GetProperty("calculated").GetProperty("provisional").GetBoolean());
            Assert.Equal(1, site.GetProperty("calculated").GetProperty("levelAtLeast").GetInt32());
        });
    }

    [Theory]
    [InlineData("api/opel?ruleSet=opel-1998", HttpStatusCode.NotFound, "Adopted are: opel-acute-2023-24, opel-acute-2024-26")]
    [InlineData("api/opel?at=noon", HttpStatusCode.BadRequest, "expected an instant")]
    [InlineData("api/opel?at=2999-01-01T00:00:00Z", HttpStatusCode.BadRequest, "future")]
    [InlineData("api/opel?at=2001-01-01T00:00:00Z", HttpStatusCode.NotFound, "later instant")]
    public async Task Opel_AskedForWhatCannotBe_SaysWhy(string address, HttpStatusCode status, string why)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleSets_OfTheServer_AreListedWithTheirFilesAndWhichIsInForce()
    {
        await using var server = await RunningServer.StartAsync();

        var all = (await server.GetAsync("api/opel/rule-sets")).EnumerateArray().ToList();

        Assert.Equal([Earlier, Later], all.Select(one => one.GetProperty("ruleSet").GetProperty("id").GetString()));
        Assert.Equal([false, true], all.Select(one => one.GetProperty("inForce").GetBoolean()));
        Assert.Equal(10, all[1].GetProperty("file").GetProperty("parameters").GetArrayLength());
    }

    private static double? Value(JsonElement opel, string parameter)
    {
        var value = opel.GetProperty("sites")[0].GetProperty("parameters").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == parameter).GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
    }
}
