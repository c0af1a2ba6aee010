using System.Text;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

public sealed class LocationRulesTests
{
    private static IReadOnlyList<NetworkFileError> Errors(string json) =>
        NetworkFile.Read(Encoding.UTF8.GetBytes(json)).Errors;

    [Theory]
    [InlineData("{ \"room\": \"AMU\", \"facility\": \"AAA01\" }")]
    [InlineData("{ \"room\": \"amu\", \"facility\": \"aaa01\" }")]
    public void Read_TwoWardsOfASiteWithTheSamePattern_IsRefused(string pattern)
    {
        var error = Assert.Single(Errors(SmallNetwork.With("sites[0].wards[1].locations[0]", pattern)));

        Assert.Equal("sites[0].wards[1].locations[0]", error.Key);
        Assert.Equal("the same pattern as sites[0].wards[0].locations[0]", error.Found);
    }

    [Fact]
    public void Read_OneWardWithAPatternTwice_IsRefused() => Assert.Equal(
        "sites[0].wards[1].locations[1]",
        Assert.Single(Errors(SmallNetwork.With(
            "sites[0].wards[1].locations[1]", "{ \"room\": \"W1\", \"facility\": \"AAA01\" }"))).Key);

    [Fact]
    public void Read_TwoSitesWithTheSamePatternAndFeedsOfTheirOwn_IsSound() =>
        Assert.Empty(Errors(SmallNetwork.With("sites[1].wards[0].locations[1]", "{ \"room\": \"W1*\" }")));

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"BBB01\", \"AAA01\"]")]
    public void Read_TwoSitesWithTheSamePatternAndOneFeedForBoth_IsRefused(string sites)
    {
        var json = SmallNetwork.With("sites[1].wards[0].locations[1]", "{ \"room\": \"W1*\" }");

        var error = Assert.Single(Errors(SmallNetwork.With("feeds[1].sites", sites, json)));

        Assert.Equal("sites[1].wards[0].locations[1]", error.Key);
    }

    [Fact]
    public void Read_TwoHl7FeedsWithTheSameSender_IsRefused()
    {
        var json = SmallNetwork.With("feeds[1].sendingApplication", "\"pas\"");

        var error = Assert.Single(Errors(SmallNetwork.With("feeds[1].sendingFacility", "\"aaa01\"", json)));

        Assert.Equal("feeds[1]", error.Key);
        Assert.Contains("feeds[0]", error.Found, StringComparison.Ordinal);
    }
}
