using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Api;

public sealed class ApiTests
{
    [Fact]
    public async Task Events_Posted_AreAcceptedCountedAndShown()
    {
        await using var server = await RunningServer.StartAsync();
        var arrival = new
        {
            source = "eeast-cad", messageId = "m1", occurredAt = server.Now, site = "RAJ12", kind = "AmbulanceArrived",
            detail = new { conveyance = "J123", category = "C2" },
        };

        using var answer = await server.Http.PostAsJsonAsync("api/events", arrival);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await server.TellAsync();
        var figure = await GetAsync(server, "api/figures/RAJ12:ambulance.waiting");

        Assert.Equal(1, figure.GetProperty("figure").GetProperty("value").GetDouble());
        Assert.Equal("live", figure.GetProperty("figure").GetProperty("quality").GetString());
        Assert.NotEmpty(figure.GetProperty("definition").GetString()!);
        JsonElement status = default;
        await Eventually.TrueAsync(
            async () => (status = await GetAsync(server, "api/status")).GetProperty("sequence").GetInt64()
                == status.GetProperty("applied").GetInt64(),
            "every entry to be applied");
        Assert.Equal(64, status.GetProperty("stateHash").GetString()!.Length);
        var feed = status.GetProperty("feeds").EnumerateArray().Single(feed => feed.GetProperty("id").GetString() == "eeast-cad");
        Assert.Equal(1, feed.GetProperty("accepted").GetInt64());
        Assert.Equal("live", feed.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Picture_OfAPastInstant_ShowsWhatWasKnownThen()
    {
        await using var server = await RunningServer.StartAsync(options => options with { Speed = 3600 });
        var before = server.Now;
        await server.TellBusyDayAsync();

        var then = await GetAsync(server, $"api/picture?at={before:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
        var nowKnown = await GetAsync(server, $"api/picture?at={before:yyyy-MM-ddTHH:mm:ss.fffffffZ}&known=latest");

        Assert.NotEqual(142, Value(then, "RAJ12:ed.in-department"));
        Assert.True(Value(nowKnown, "RAJ12:ed.in-department") > 100);
    }

    [Theory]
    [InlineData("api/picture?at=yesterday", "at")]
    [InlineData("api/picture?at=2999-01-01T00:00:00Z", "at")]
    [InlineData("api/picture?known=latest", "known")]
    [InlineData("api/picture?at=2026-01-01T00:00:00Z&known=all", "known")]
    public async Task Picture_WithABadParameter_NamesIt(string address, string parameter)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("api/figures/nothing:at-all")]
    [InlineData("api/picture?at=2001-01-01T00:00:00Z")]
    public async Task Api_AskedForWhatIsNotThere_AnswersNotFound(string address)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task OpenApi_Document_HoldsAnExampleOfEvents()
    {
        await using var server = await RunningServer.StartAsync();

        var document = await GetAsync(server, "openapi/v1.json");

        var example = document.GetProperty("paths").GetProperty("/api/events").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
        Assert.Equal("AmbulanceArrived", example[0].GetProperty("kind").GetString());
        using var answer = await server.Http.PostAsync(
            new Uri("api/events", UriKind.Relative), JsonContent.Create(example));
        Assert.NotEqual(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    [InlineData("wall")]
    public async Task Server_Ready_AnswersWithAStrictPolicy(string address)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_OfTheSameDirectory_LeadsToTheSameState()
    {
        using var data = new TemporaryDirectory();
        string hash;
        await using (var first = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path }))
        {
            await first.TellBusyDayAsync();
            hash = (await GetAsync(first, "api/status")).GetProperty("stateHash").GetString()!;
        }

        await using (var second = await RunningServer.StartAsync(options => options with { DataDirectory = data.Path }))
        {
            Assert.Equal(hash, (await GetAsync(second, "api/status")).GetProperty("stateHash").GetString());
        }
    }

    private static async Task<JsonElement> GetAsync(RunningServer server, string address) =>
        await server.Http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));

    private static double? Value(JsonElement picture, string id)
    {
        var value = picture.GetProperty("figures").EnumerateArray()
            .Single(figure => string.Equals(figure.GetProperty("id").GetString(), id, StringComparison.Ordinal))
            .GetProperty("value");
        return value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;
    }
}
