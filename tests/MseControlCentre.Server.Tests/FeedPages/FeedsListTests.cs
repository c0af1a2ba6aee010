using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MseControlCentre.Server.Tests.Given;

namespace MseControlCentre.Server.Tests.FeedPages;

/// <summary>The feeds as a list: filtered, sorted and taken along as a file.</summary>
public sealed partial class FeedsListTests
{
    [Fact]
    public async Task Feeds_OfASite_AreThoseOfTheSiteAndOfTheWholeSystem()
    {
        await using var server = await RunningServer.StartAsync();

        var shown = await ShownAsync(server, "feeds?site=RAJ12");

        Assert.Contains("basildon-pas", shown);
        Assert.Contains("eeast-cad", shown);
        Assert.DoesNotContain("broomfield-pas", shown);
    }

    [Fact]
    public async Task Feeds_SortedByWhatTheyTold_AreInThatOrderAndTheFileToo()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendSpoiltAsync();

        var shown = await ShownAsync(server, "feeds?sort=-rejected");
        var file = await server.Http.GetStringAsync(new Uri("feeds.csv?sort=-rejected", UriKind.Relative));

        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var rejected = lines[1..].Select(line => int.Parse(line.Split(',')[^2], CultureInfo.InvariantCulture)).ToList();
        Assert.StartsWith("Feed,Tells about,State,Last heard", lines[0], StringComparison.Ordinal);
        Assert.Equal(server.Network.Feeds.Count, rejected.Count);
        Assert.True(rejected[0] > 0);
        Assert.Equal(rejected.OrderDescending(), rejected);
        Assert.Equal(
            shown.Select(id => server.Network.Feeds.Single(feed => feed.Id == id).Name),
            lines[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Feeds_InTrouble_StandFirstUnlessAskedOtherwise()
    {
        await using var server = await RunningServer.StartAsync();

        var usual = await ShownAsync(server, "feeds");
        var well = await ShownAsync(server, "feeds?state=well");

        // Nothing was heard yet: only what people declare is as it should be.
        Assert.Equal("declared", usual[^1]);
        Assert.Equal(["declared"], well);
    }

    [Fact]
    public async Task Feeds_AskedForWhatIsNoChoice_AreWholeAndItIsSaid()
    {
        await using var server = await RunningServer.StartAsync();

        var page = WebUtility.HtmlDecode(
            await server.Http.GetStringAsync(new Uri("feeds?site=<script>", UriKind.Relative)));

        Assert.Contains("Site: found 8 characters, expected one of the", page, StringComparison.Ordinal);
        Assert.DoesNotContain("site=<script>", page, StringComparison.Ordinal);
        Assert.Equal(server.Network.Feeds.Count, Articles().Count(page));
    }

    private static async Task<IReadOnlyList<string>> ShownAsync(RunningServer server, string address) =>
    [
        .. Articles().Matches(await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)))
            .Select(article => article.Groups["id"].Value),
    ];

    [GeneratedRegex("""<article class="feed" id="feed-(?<id>[^"]+)""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Articles();
}
