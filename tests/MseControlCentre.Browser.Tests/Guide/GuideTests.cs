using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Components.Layout;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Browser.Tests.Guide;

/// <summary>The operator's guide keeps up with the pages: a section for each, and pictures that one command takes.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class GuideTests(ShownServers servers)
{
    private static readonly string s_guide = File.ReadAllText(Repository.PathOf("docs", "operators-guide.md"));

    [Fact]
    public async Task Guide_HasASectionForEveryPageOfTheNavigation()
    {
        var server = await servers.OfAsync(Told.Busy);
        var headings = string.Join('\n', HeadingPattern().Matches(s_guide).Select(match => match.Value));

        var missing = server.Running.Application.Services.GetServices<PageLink>()
            .Select(link => PageAddresses.RouteOf(server.Running, link.Path)!)
            .Distinct(StringComparer.Ordinal)
            .Where(route => !headings.Contains($"(`{route}`)", StringComparison.Ordinal));

        Assert.Equal([], missing);
    }

    [Fact]
    public void Pictures_OfTheGuide_AreThoseThatTheCommandTakes()
    {
        var named = PicturePattern().Matches(s_guide).Select(match => match.Groups["name"].Value);
        var taken = GuidePictures.ReadList().Values.SelectMany(part => part).Select(picture => picture.Name);

        Assert.Equal(taken.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pictures_OfTheGuide_AreThere()
    {
        var missing = PicturePattern().Matches(s_guide).Select(match => match.Groups["name"].Value)
            .Where(name => !File.Exists(Repository.PathOf("docs", "images", name + ".png")));

        Assert.Equal([], missing);
    }

    // ## The wall (`/wall`)
    [GeneratedRegex("^## .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HeadingPattern();

    // ![The wall](images/wall.png)
    [GeneratedRegex(@"images/(?<name>[\w-]+)\.png", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PicturePattern();
}
