using System.Globalization;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Lists;

/// <summary>The page of discharges: each number of it is the list behind it, and its file is what it shows.</summary>
public sealed partial class DischargesPageTests
{
    [Fact]
    public async Task Matrix_EachCell_IsAsLongAsTheListItLeadsTo()
    {
        await using var server = await FullAsync();
        var page = await ShownPage.OpenAsync(server, "discharges?site=RAJ12");
        var cells = MatrixCell().Matches(page.Html)
            .Select(cell => (
                Link: System.Net.WebUtility.HtmlDecode(cell.Groups["to"].Value),
                Patients: int.Parse(cell.Groups["patients"].Value, CultureInfo.InvariantCulture)))
            .ToList();

        Assert.True(cells.Count > 5, $"{cells.Count} cells");
        foreach (var (link, patients) in cells)
        {
            var rows = (await RowsOfFileAsync(server, link)).Count - 1;
            Assert.True(patients == rows, $"{link} leads to {rows}, the cell says {patients}");
        }

        var total = (await RowsOfFileAsync(server, "/discharges?site=RAJ12")).Count - 1;
        Assert.Equal(total, cells.Sum(cell => cell.Patients));
        Assert.Contains("data-figure=\"RAJ12:discharge.no-criteria-to-reside\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bands_TogetherAreEverybodyAndEachIsItsList()
    {
        await using var server = await FullAsync();
        await server.TellAsync([.. new double?[] { 0, 9, 16, 30, null }.SelectMany((days, index) => Delayed(server, index, days))]);
        var everybody = (await RowsOfFileAsync(server, "/discharges")).Count - 1;
        var bands = new List<int>();
        foreach (var band in new[] { "0", "1-6", "7-13", "14-20", "21", "unknown" })
        {
            bands.Add((await RowsOfFileAsync(server, "/discharges?delay=" + band)).Count - 1);
        }

        Assert.Equal(everybody, bands.Sum());
        Assert.DoesNotContain(0, bands);
    }

    [Theory]
    [InlineData("discharges?sort=-days")]
    [InlineData("discharges?site=RAJ12&sort=owner")]
    [InlineData("discharges?owner=unknown&days=2&sort=-stay")]
    [InlineData("discharges?pathway=1&sort=ward")]
    public async Task File_OfAChoice_IsWhatThePageShows(string address)
    {
        await using var server = await FullAsync();

        var shown = new List<IReadOnlyList<string>>();
        ShownPage page;
        for (var number = 1; ; number++)
        {
            page = await ShownPage.OpenAsync(server, $"{address}&page={number}");
            shown.AddRange(page.Rows);
            if (!page.Html.Contains("rel=\"next\"", StringComparison.Ordinal))
            {
                break;
            }
        }

        var file = await RowsOfFileAsync(server, address);

        Assert.NotEmpty(shown);
        Assert.Equal(
            shown.Select(row => string.Join('|', row.Select(ShownPage.AsWritten))),
            file.Skip(1).Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task File_OfAChoice_SaysWhatAndWhenAndIsKeptNowhere()
    {
        await using var server = await FullAsync();

        using var answer = await server.Http.GetAsync(
            new Uri("discharges.csv?site=RAJ12&pathway=1", UriKind.Relative));

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Matches(
            @"^discharges-site-RAJ12-pathway-1-\d{4}-\d{2}-\d{2}-\d{4}\.csv$",
            answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Page_WithParametersItDoesNotKnow_IsWholeAndSaysSo()
    {
        await using var server = await FullAsync();

        var page = await ShownPage.OpenAsync(
            server, "discharges?site=RAJ99&days=many&sort=%3Cscript%3E&colour=red&page=0&owner=essex-council");

        Assert.Contains("Site: found 5 characters", page.Words, StringComparison.Ordinal);
        Assert.Contains("expected a whole number from 0 to 9999", page.Words, StringComparison.Ordinal);
        Assert.Contains("Order: found 8 characters", page.Words, StringComparison.Ordinal);
        Assert.Contains("One part of the address is no filter of this list.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("RAJ99", page.Html, StringComparison.Ordinal);
        Assert.All(page.Rows, row => Assert.Contains("Essex council", row));
    }

    [Fact]
    public async Task Page_OfAWardOfAnotherSite_IgnoresTheWardAndSaysSo()
    {
        await using var server = await FullAsync();

        var page = await ShownPage.OpenAsync(server, "discharges?site=RAJ01&ward=RAJ12%2FAMU");

        Assert.Contains("Ward: found 9 characters", page.Words, StringComparison.Ordinal);
        Assert.All(page.Rows, row => Assert.Equal("Southend", row[1]));
    }

    [Fact]
    public async Task Page_FirstSaysHowManyShouldHaveLeft()
    {
        await using var server = await FullAsync();

        var page = await ShownPage.OpenAsync(server, "discharges");

        foreach (var scope in server.Network.Sites.Select(site => site.Code).Append(server.Network.Code))
        {
            Assert.Contains($"data-figure=\"{scope}:discharge.target-by-now\"", page.Html, StringComparison.Ordinal);
            Assert.Contains($"data-figure=\"{scope}:discharge.deficit\"", page.Html, StringComparison.Ordinal);
        }

        Assert.True(
            page.Html.IndexOf("discharge.deficit", StringComparison.Ordinal)
            < page.Html.IndexOf("row-v_", StringComparison.Ordinal));
        Assert.Contains("Admissions expected by midnight", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAnythingIsTold_SaysThatNothingIsKnown()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await ShownPage.OpenAsync(server, "discharges");

        Assert.Contains("Nothing has been told yet", page.Words, StringComparison.Ordinal);
        Assert.Contains("How many should have left by now is not known.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody waits", page.Words, StringComparison.Ordinal);
    }

    private static async Task<RunningServer> FullAsync()
    {
        var server = await RunningServer.StartAsync();
        foreach (var batch in new FullSystem(server.Network, server.Now).Events().Chunk(2000))
        {
            await server.TellAsync(batch);
        }

        return server;
    }

    private static IEnumerable<FlowEvent> Delayed(RunningServer server, int patient, double? days)
    {
        var encounter = $"v_more-{patient}";
        yield return Event(new PatientAdmitted(encounter, new Place("AMU", "1")), -40);
        yield return Event(new CriteriaToResideAssessed(encounter, false), 0);
        if (days is { } since)
        {
            yield return Event(new DischargeReadyDateSet(encounter, server.Now.AddDays(-since)), 0);
        }

        FlowEvent Event(EncounterEvent detail, double day) => new()
        {
            Source = detail is PatientAdmitted ? "basildon-pas" : "care-transfer-hub",
            MessageId = $"{encounter}/{detail.GetType().Name}",
            OccurredAt = server.Now.AddDays(day),
            Site = "RAJ12",
            Detail = detail,
        };
    }

    private static async Task<List<string[]>> RowsOfFileAsync(RunningServer server, string link)
    {
        var address = link.TrimStart('/').Split('#')[0].Replace("discharges", "discharges.csv", StringComparison.Ordinal);
        var text = await server.Http.GetStringAsync(new Uri(address, UriKind.Relative));
        return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells)];
    }

    private static string[] Cells(string row) =>
        [.. Quoted().Matches(row).Select(cell => cell.Groups["plain"].Value + cell.Groups["quoted"].Value)];

    [GeneratedRegex("<td class=\"number shade-[0-4]\"[^>]*>\\s*<a href=\"(?<to>[^\"]+)\"[^>]*>(?<patients>\\d+)</a>", RegexOptions.None, 60_000)]
    private static partial Regex MatrixCell();

    // Made by this program: no cell of these lists has a quotation mark of its own.
    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^,\"]*))", RegexOptions.None, 60_000)]
    private static partial Regex Quoted();
}
