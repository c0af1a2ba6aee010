using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.FeedPages;

/// <summary>The pages of feeds as plain HTML: what is wrong, what waits, and a replay by its form.</summary>
public sealed partial class FeedsPageTests
{
    [Fact]
    public async Task Feeds_WithSpoiltMessages_SaysWhatWasWrongAndNothingOfWhatWasSent()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendSpoiltAsync();
        await server.SendToUnmappedAsync(2);
        await Eventually.TrueAsync(
            async () => (await PageAsync(server, "feeds")).Contains("NEWWARD", StringComparison.Ordinal), "the place");

        var page = await PageAsync(server, "feeds");
        var list = await PageAsync(server, "feeds/quarantine");
        var file = await PageAsync(server, "feeds/quarantine.csv");

        Assert.Contains("6 messages in quarantine", page, StringComparison.Ordinal);
        Assert.Contains("MSH-3", page, StringComparison.Ordinal);
        Assert.Contains("detail.category", page, StringComparison.Ordinal);
        Assert.Contains("1 place not mapped", page, StringComparison.Ordinal);
        foreach (var shown in new[] { page, list, file })
        {
            Assert.DoesNotContain(SpoiltMessages.Patient, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("SAMPLE", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("yesterday\"", shown, StringComparison.Ordinal);
        }

        Assert.Equal(7, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Quarantine_FilteredByFeedAndSorted_ListsThoseOnly()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendSpoiltAsync();

        var ambulances = await PageAsync(server, "feeds/quarantine?feed=eeast-cad");
        var unknown = await PageAsync(server, "feeds/quarantine?feed=unknown&sort=reason");
        var another = await PageAsync(server, "feeds/quarantine?day=2001-01-01");

        Assert.Equal(1, Boxes().Count(ambulances));
        Assert.Equal(4, Boxes().Count(unknown));
        Assert.Contains("Nothing waits", another, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AfterTheMapIsMended_TellsTheOutcomeOfEachAndTwiceHarmsNothing()
    {
        using var data = new TemporaryDirectory();
        await using (var before = await StartAsync(data, Repository.NetworkFile))
        {
            await before.SendSpoiltAsync();
        }

        var mended = Path.Combine(data.Path, "mended.json");
        var network = await File.ReadAllTextAsync(Repository.NetworkFile);
        await File.WriteAllTextAsync(mended, network.Replace("\"PAS\"", "\"*PAS\"", StringComparison.Ordinal));
        await using var server = await StartAsync(data, mended);
        var last = server.Journal.LastSequence;

        var outcome = await ReplayAsync(server, "feeds/replay");
        var again = await ReplayAsync(server, "feeds/replay");

        Assert.Matches("<strong>3</strong>\\s*accepted", outcome);
        Assert.Matches("<strong>3</strong>\\s*rejected again", outcome);
        Assert.Contains("found 2 characters; one of C1", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted</li>", again, StringComparison.Ordinal);
        Assert.Matches("<strong>3</strong>\\s*rejected again", again);
        Assert.Equal(3, (await server.EntriesAsync()).Count(entry =>
            entry.Sequence > last && string.Equals(entry.Event.Source, "basildon-pas", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Replay_WithoutTheFormOfThePage_IsRefusedAndTriesNothing()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendSpoiltAsync();
        using var forged = new FormUrlEncodedContent([]);

        using var answer = await server.Http.PostAsync(new Uri("feeds/replay", UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("6 messages", await PageAsync(server, "feeds/quarantine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ThatIsNotKnown_SaysThatNothingIsLost()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await PageAsync(server, "feeds/replays/0123456789abcdef0123456789abcdef");

        Assert.Contains("no longer known", page, StringComparison.Ordinal);
    }

    private static Task<RunningServer> StartAsync(TemporaryDirectory data, string network) => RunningServer.StartAsync(
        options => options with { DataDirectory = Path.Combine(data.Path, "data"), NetworkFile = network });

    private static async Task<string> PageAsync(RunningServer server, string address) =>
        WebUtility.HtmlDecode(await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)));

    private static async Task<string> ReplayAsync(RunningServer server, string address)
    {
        var page = await server.Http.GetStringAsync(new Uri(address, UriKind.Relative));

        // The head has a form of its own.
        var form = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        using var fields = new FormUrlEncodedContent(Fields().Matches(form).ToDictionary(
            match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal));
        using var answer = await server.Http.PostAsync(new Uri("feeds/replay", UriKind.Relative), fields);
        var place = answer.RequestMessage!.RequestUri!;
        await Eventually.TrueAsync(
            async () => (await server.Http.GetStringAsync(place)).Contains("outcomes", StringComparison.Ordinal),
            "the replay to end");
        return WebUtility.HtmlDecode(await server.Http.GetStringAsync(place));
    }

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)"(?: value="(?<value>[^"]*)")?""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Fields();

    [GeneratedRegex("type=\"checkbox\"", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Boxes();
}
