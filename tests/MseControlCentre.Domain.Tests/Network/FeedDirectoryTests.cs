using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

public sealed class FeedDirectoryTests
{
    private readonly FeedDirectory _feeds = new(SmallNetwork.Map());

    [Theory]
    [InlineData("PAS", "AAA01", "north-pas")]
    [InlineData("pas ", " aaa01", "north-pas")]
    [InlineData("PAS", "BBB01", "south-pas")]
    [InlineData("PAS2", "AAA01", "south-pas")]
    [InlineData("PAS", null, "south-pas")]
    [InlineData("LAB", "AAA01", null)]
    [InlineData(null, null, null)]
    public void BySender_Hl7Sender_FindsTheMostSpecificFeed(string? application, string? facility, string? feed) =>
        Assert.Equal(feed, _feeds.BySender(FeedProtocol.Hl7v2, application, facility)?.Id);

    [Theory]
    [InlineData("cad", "cad")]
    [InlineData("CAD", null)]
    [InlineData("nobody", null)]
    public void ById_Identity_FindsTheFeed(string id, string? feed) => Assert.Equal(feed, _feeds.ById(id)?.Id);
}
