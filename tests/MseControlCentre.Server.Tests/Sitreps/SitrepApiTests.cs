using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Declarations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Commands;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Sitreps;

/// <summary>Files of declared figures over HTTP, and returns taken from what the server keeps.</summary>
public sealed class SitrepApiTests
{
    private const string Good = "unit,capacity,occupied,declared_by\nCW-1,26,25,bed bureau\nCW-2,26,20,bed bureau\n";

    [Fact]
    public async Task File_IsTakenOnce_AndOneWithFaultsNotAtAll()
    {
        await using var server = await RunningServer.StartAsync();

        using var first = await PostAsync(server, "community-capacity", Good);
        using var again = await PostAsync(server, "community-capacity", Good);
        using var faulty = await PostAsync(server, "community-capacity", Good.Replace("20,", "x,", StringComparison.Ordinal));

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.BadRequest],
            [first.StatusCode, again.StatusCode, faulty.StatusCode]);
        Assert.Equal(2, (await ReadAsync(first)).GetProperty("accepted").GetInt32());
        Assert.Equal(2, (await ReadAsync(again)).GetProperty("alreadyKnown").GetInt32());
        var problem = await ReadAsync(faulty);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((1, 3, "occupied", "1 letter"), (
            problem.GetProperty("errorCount").GetInt32(), error.GetProperty("row").GetInt32(),
            error.GetProperty("column").GetString(), error.GetProperty("found").GetString()));
        Assert.Equal(2, (await server.EntriesAsync()).Count(entry => entry.Event.Detail is CommunityCapacityDeclared));
    }

    [Fact]
    public async Task FileInAForm_TooLarge_AndUnknownForm_AreAnswered()
    {
        await using var server = await RunningServer.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Good)), "file", "a.csv" } };
        using var noFile = new MultipartFormDataContent { { new StringContent("x"), "text" } };

        using var taken = await server.Http.PostAsync(Address("community-capacity"), form);
        using var empty = await server.Http.PostAsync(Address("community-capacity"), noFile);
        using var large = await PostAsync(server, "community-capacity", new string('x', (1024 * 1024) + 1));
        using var unknown = await PostAsync(server, "no-such-form", Good);

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NotFound],
            [taken.StatusCode, empty.StatusCode, large.StatusCode, unknown.StatusCode]);
    }

    [Fact]
    public async Task Forms_AreListed_AndTheirTemplatesDownload()
    {
        await using var server = await RunningServer.StartAsync();

        var forms = (await server.GetAsync("api/sitreps")).EnumerateArray().ToList();
        var template = await server.Http.GetStringAsync(new Uri("api/sitreps/opel/template.csv", UriKind.Relative));

        Assert.Equal(DeclarationForms.All.Select(form => form.Id), forms.Select(form => form.GetProperty("id").GetString()));
        Assert.All(forms, form => Assert.True(form.GetProperty("lifeHours").GetDouble() > 0));
        Assert.StartsWith("site,level,reason,as_of,expires_at,declared_by\r\n# ", template.TrimStart('\uFEFF'),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedOfForms_IsNeverSilent()
    {
        await using var server = await RunningServer.StartAsync();

        var status = await server.GetAsync("api/status");
        var picture = await server.GetAsync("api/picture");

        string? Of(JsonElement document, string member) => document.GetProperty("feeds").EnumerateArray()
            .Single(feed => feed.GetProperty("id").GetString() == "declared").GetProperty(member).GetString();
        Assert.Equal(("declared", "declared"),
            (Of(status, "state")?.ToLowerInvariant(), Of(picture, "quality")?.ToLowerInvariant()));
        Assert.DoesNotContain(
            await server.EntriesAsync(), entry => entry.Event.Detail is FeedSilenced { Feed: "declared" });
    }

    [Theory]
    [InlineData("uec-daily-sitrep", "Code,Name,Region,Date,")]
    [InlineData("acute-discharge-sitrep", "Period,Level,Region,ICB,")]
    public async Task Export_OfTheApi_IsWhatTheCommandPrints(string report, string start)
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Speed = 3600,
            ClockStart = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero),
        });
        await server.TellBusyDayAsync();

        // The first eight o'clock after what was told; a slow start may have missed that of the first day.
        var eight = new DateTimeOffset(server.Now.UtcDateTime.AddHours(16).Date.AddHours(8), TimeSpan.Zero);
        var date = eight.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(() => server.Now > eight, "eight o'clock");

        var csv = await server.Http.GetStringAsync(
            new Uri($"api/exports/{report}?date={date}", UriKind.Relative));
        var json = await server.GetAsync($"api/exports/{report}?date={date}&format=json&known=latest");
        await using var printed = new StringWriter(CultureInfo.InvariantCulture);
        var code = await ServerCommands.RunAsync(
            ["export", "--data", server.Data, "--report", report, "--date", date], printed, printed);

        Assert.StartsWith(start, csv, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Ok, csv), (code, printed.ToString()));
        Assert.Equal("latest", json.GetProperty("known").GetString());
        Assert.NotEmpty(json.GetProperty("rows").EnumerateArray());
    }

    [Theory]
    [InlineData("date=tomorrow", "date")]
    [InlineData("date=2999-01-01", "date")]
    [InlineData("", "date")]
    [InlineData("date=2026-11-22&format=xml", "format")]
    [InlineData("date=2026-11-22&known=all", "known")]
    public async Task Export_WithAParameterThatCannotBeUsed_NamesIt(string query, string parameter)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.Http.GetAsync(new Uri("api/exports/uec-daily-sitrep?" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await ReadAsync(answer)).GetProperty("parameter").GetString());
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningServer server, string form, string file)
    {
        using var content = new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        return await server.Http.PostAsync(Address(form), content);
    }

    private static Uri Address(string form) => new("api/sitreps/" + form, UriKind.Relative);

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>();
}
