using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Sitreps;

/// <summary>The pages as a browser without script uses them.</summary>
public sealed partial class SitrepPageTests
{
    private const string NhsNumber = "943 476 5919";

    [Fact]
    public async Task Form_Declared_IsInForce_AndPressingTwiceDeclaresOnce()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        var fields = Hidden(await PageAsync(browser, "sitreps/ward-capacity"));
        fields["ward"] = "RAJ12/" + server.Network.Sites[0].Wards[^1].Code;
        fields["core_open"] = "18";
        fields["escalation_open"] = "2";
        fields["declared_by"] = "site <manager>";

        using var first = await SendAsync(browser, "sitreps/ward-capacity", fields);
        using var second = await SendAsync(browser, "sitreps/ward-capacity", fields);
        await server.TellAsync();
        var page = await PageAsync(browser, "sitreps");

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Found], [first.StatusCode, second.StatusCode]);
        Assert.Single(Declared(await server.EntriesAsync()));
        Assert.Contains("Core beds open 18", page, StringComparison.Ordinal);
        Assert.Contains("site &lt;manager&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithFaults_TellsThemBesideTheirFields_AndKeepsWhatWasEntered()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        var fields = Hidden(await PageAsync(browser, "sitreps/opel"));
        fields["site"] = "RAJ12";
        fields["level"] = "9";
        fields["declared_by"] = "on call for " + NhsNumber;

        using var answer = await SendAsync(browser, "sitreps/opel", fields);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("a whole number from 1 to 4 was expected", page, StringComparison.Ordinal);
        Assert.Contains("id=\"field-level-error\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"level\" value=\"9\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NhsNumber, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sitreps/opel")]
    [InlineData("sitreps/upload")]
    [InlineData("sitreps/correct")]
    public async Task Form_ThatDidNotComeFromThisServer_IsRefused(string address)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await SendAsync(server.Http, address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site"] = "RAJ12",
            ["level"] = "3",
            ["declared_by"] = "director",
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(await server.EntriesAsync(), entry => entry.Event.Detail is Declaration);
    }

    [Fact]
    public async Task File_SentFromThePage_IsTaken_AndOneWithFaultsIsToldRowByRow()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        var token = Hidden(await PageAsync(browser, "sitreps"));

        using var good = await UploadAsync(browser, token, "unit,capacity,occupied,declared_by\nCW-1,26,25,bureau");
        using var bad = await UploadAsync(browser, token, "unit,capacity,occupied,declared_by\nCW-1,26,many,bureau");

        Assert.Equal("/sitreps?accepted=1&known=0", good.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("4 letters", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_ShowsBeforeAndAfter_AsksWhoAndWhy_AndKeepsBoth()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        await server.TellAsync(new FlowEvent
        {
            Source = "community",
            MessageId = "c1",
            OccurredAt = server.Now,
            Site = server.Network.Code,
            Detail = new CommunityCapacityDeclared("CW-1", 26, 25, server.Now.AddHours(4), "bed bureau"),
        });
        const string address = "sitreps/correct?source=community&message=c1";
        var fields = Hidden(await PageAsync(browser, address));
        fields["unit"] = "CW-1";
        fields["capacity"] = "26";
        fields["occupied"] = "22";
        fields["declared_by"] = "bed bureau";

        using var unsigned = await SendAsync(browser, "sitreps/correct", fields);
        fields["correction_reason"] = "counted again";
        fields["corrected_by"] = "duty manager";
        using var signed = await SendAsync(browser, "sitreps/correct", fields);
        await server.TellAsync();
        using var stale = await SendAsync(browser, "sitreps/correct", fields);
        var page = WebUtility.HtmlDecode(await PageAsync(browser, address));

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.Found, HttpStatusCode.BadRequest],
            [unsigned.StatusCode, signed.StatusCode, stale.StatusCode]);
        var made = Assert.IsType<CorrectionMade>(
            Assert.Single(await server.EntriesAsync(), entry => entry.Event.Detail is CorrectionMade).Event.Detail);
        Assert.Equal(
            (25, 22, "counted again", "duty manager"),
            (made.Before.GetProperty("occupied").GetInt32(), made.After.GetProperty("occupied").GetInt32(), made.Reason,
                made.CorrectedBy));
        Assert.Contains("In use: 25 \u2192 22", page, StringComparison.Ordinal);
        Assert.Contains("counted again", page, StringComparison.Ordinal);
        Assert.Contains("In use 22", WebUtility.HtmlDecode(await PageAsync(browser, "sitreps")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_ThatHasExpired_IsMarked()
    {
        await using var server = await RunningServer.StartAsync();
        await server.TellAsync(new FlowEvent
        {
            Source = "community",
            MessageId = "c1",
            OccurredAt = server.Now.AddHours(-5),
            Site = server.Network.Code,
            Detail = new CommunityCapacityDeclared("CW-1", 26, 25, server.Now.AddHours(-1), "bed bureau"),
        });

        Assert.Contains("expired", await PageAsync(server.Http, "sitreps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_FromTheLinkOfAWard_IsFilledInForIt_AndLeadsBackToItsSite()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);

        var page = await PageAsync(browser, "sitreps/ward-capacity?ward=RAJ12/AMU&declared_by=me&back=RAJ12");
        var fields = Hidden(page);
        fields["ward"] = "RAJ12/AMU";
        fields["core_open"] = "28";
        fields["escalation_open"] = "0";
        fields["declared_by"] = "site manager";
        using var answer = await SendAsync(browser, "sitreps/ward-capacity", fields);

        Assert.Contains("<option value=\"RAJ12/AMU\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"me\"", page, StringComparison.Ordinal);
        Assert.Equal("/sites/RAJ12?declared=ward-capacity", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("RAJ99")]
    [InlineData("//elsewhere.example")]
    public async Task Form_ThatIsToLeadBackToNoSite_LeadsToTheDeclaredFigures(string back)
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        var fields = Hidden(await PageAsync(browser, "sitreps/opel?site=RAJ12&back=" + Uri.EscapeDataString(back)));
        fields["site"] = "RAJ12";
        fields["level"] = "2";
        fields["declared_by"] = "site manager";

        using var answer = await SendAsync(browser, "sitreps/opel", fields);

        Assert.Equal("/sitreps?declared=opel", answer.Headers.Location?.ToString());
    }

    private static IEnumerable<Domain.Events.JournalEntry> Declared(IEnumerable<Domain.Events.JournalEntry> entries) =>
        entries.Where(entry => entry.Event.Detail is WardCapacityDeclared);

    private static HttpClient Browser(RunningServer server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = server.Application.HttpAddress,
        };

    private static Task<string> PageAsync(HttpClient browser, string address) =>
        browser.GetStringAsync(new Uri(address, UriKind.Relative));

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser, string address, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task<HttpResponseMessage> UploadAsync(
        HttpClient browser, IReadOnlyDictionary<string, string> hidden, string file)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("community-capacity"), "form" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "figures.csv" },
        };
        foreach (var (name, value) in hidden)
        {
            content.Add(new StringContent(value), name);
        }

        return await browser.PostAsync(new Uri("sitreps/upload", UriKind.Relative), content);
    }

    /// <summary>The hidden fields of a page's form.</summary>
    private static Dictionary<string, string> Hidden(string page) => HiddenField().Matches(page)
        .DistinctBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
        .ToDictionary(
            match => match.Groups["name"].Value,
            match => WebUtility.HtmlDecode(match.Groups["value"].Value),
            StringComparer.Ordinal);

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex HiddenField();
}
