using System.Globalization;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

public sealed class LocationMapTests
{
    private readonly LocationMap _locations = new(SmallNetwork.Map());

    [Theory]
    [InlineData("^AMU^07^AAA01", null, "AAA01", "AMU", "07")]
    [InlineData("X^AMU^07^AAA01", null, "AAA01", "AMU", "07")]
    [InlineData("^amu^07^aaa01", null, "AAA01", "AMU", "07")]
    [InlineData("^ AMU ^ 07 ^ AAA01 ", null, "AAA01", "AMU", "07")]
    [InlineData("^AMU^^AAA01", null, "AAA01", "AMU", null)]
    [InlineData("^W1^12^AAA01", null, "AAA01", "W1", "12")]
    [InlineData("^W1-SIDE^12^", "AAA01", "AAA01", "W1", "12")]
    [InlineData("^W1-SIDE^12^", null, "AAA01", "W1", "12")]
    [InlineData("AMU^^07^SOUTH", null, "BBB01", "AMU", "07")]
    [InlineData("AMU^^07^", "BBB01", "BBB01", "AMU", "07")]
    [InlineData("AMU^^07^", "bbb01", "BBB01", "AMU", "07")]
    [InlineData("AMU^B^07^SOUTH", null, "BBB01", "AMU", "B/07")]
    [InlineData("^AMU^07^AAA01", "BBB01", "AAA01", "AMU", "07")]
    public void Resolve_KnownLocation_FindsSiteWardAndBed(
        string location, string? siteHint, string site, string ward, string? bed) =>
        Assert.Equal(new LocationResolution(site, new Place(ward, bed)), Resolve(location, siteHint));

    [Theory]
    [InlineData("^THEATRE^3^AAA01", null, "AAA01", "THEATRE^AAA01")]
    [InlineData("THEATRE^^3^", "BBB01", "BBB01", "THEATRE")]
    [InlineData("A^B^3^SOUTH", null, "BBB01", "A^B^SOUTH")]
    [InlineData("^^3^", "BBB01", "BBB01", null)]
    public void Resolve_LocationNoWardMatches_IsUnmappedAtItsSite(
        string location, string? siteHint, string site, string? unmapped) =>
        Assert.Equal(new LocationResolution(site, new Place(null, "3", unmapped)), Resolve(location, siteHint));

    [Fact]
    public void Resolve_WardOfAnotherSite_IsNotTakenForThisSites() =>
        Assert.Equal("W1", Resolve("^W1^1^", "BBB01")?.Place.Unmapped);

    [Theory]
    [InlineData("^THEATRE^3^", null)]
    [InlineData("^THEATRE^3^ELSEWHERE", null)]
    [InlineData("^THEATRE^3^", "CCC01")]
    [InlineData("^^^", null)]
    public void Resolve_NeitherSiteNorWardKnown_IsNothing(string location, string? siteHint) =>
        Assert.Null(Resolve(location, siteHint));

    [Theory]
    [InlineData("{ \"room\": \"MED\", \"bed\": \"1\" }", "{ \"room\": \"MED\" }", "AMU")]
    [InlineData("{ \"room\": \"MED\" }", "{ \"room\": \"MED\", \"bed\": \"1*\" }", "W1")]
    [InlineData("{ \"room\": \"M*\" }", "{ \"room\": \"MED\" }", "W1")]
    [InlineData("{ \"room\": \"M*\" }", "{ \"room\": \"ME*\" }", "W1")]
    [InlineData("{ \"room\": \"M*D\" }", "{ \"room\": \"ME*\" }", "AMU")]
    public void Resolve_SeveralPatternsMatch_TheMostSpecificWinsThenTheFirst(string first, string second, string ward)
    {
        var json = SmallNetwork.With("sites[0].wards[0].locations[0]", first);
        var map = SmallNetwork.MapOf(SmallNetwork.With("sites[0].wards[1].locations[0]", second, json));

        Assert.Equal(ward, new LocationMap(map).Resolve(null, "MED", "1", null, "AAA01")?.Place.Ward);
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "ANY", true)]
    [InlineData("A*C", "AC", true)]
    [InlineData("A*C", "abbbc", true)]
    [InlineData("A*C", "ABCD", false)]
    [InlineData("*B*", "ABA", true)]
    [InlineData("*AB", "AAAB", true)]
    [InlineData("A**B", "AXB", true)]
    [InlineData("AB", "AB ", false)]
    [InlineData("A*", "", false)]
    [InlineData(null, "ANY", true)]
    public void PatternPart_Matches_AnyRunForAStarAndCaseIgnored(string? pattern, string value, bool matches) =>
        Assert.Equal(matches, new PatternPart(pattern).Matches(value));

    [Fact]
    public void Resolve_LongUnmappedLocation_IsCutToItsBound()
    {
        var place = _locations.Resolve(new string('P', 300), "R", new string('9', 300), "AAA01", null)?.Place;

        Assert.Equal(new string('P', LocationMap.LongestPlace), place?.Unmapped);
        Assert.Equal(new string('9', LocationMap.LongestPlace), place?.Bed);
    }

    [Fact]
    public void Resolve_CutWithinACharacterOfTwoHalves_LeavesTheWholeOut() => Assert.Equal(
        new string('P', LocationMap.LongestPlace - 1),
        _locations.Resolve(new string('P', LocationMap.LongestPlace - 1) + "\U0001F6CF", null, null, null, "AAA01")?.Place.Unmapped);

    [Fact]
    public void Resolve_Again_GivesTheKeptResolution() =>
        Assert.Same(Resolve("^AMU^07^AAA01", null), Resolve("^AMU^07^AAA01", null));

    [Fact]
    public void Resolve_MoreLocationsThanKept_StaysWithinItsBound()
    {
        for (var bed = 0; bed <= LocationMap.MostCached; bed++)
        {
            _locations.Resolve(null, "AMU", bed.ToString(CultureInfo.InvariantCulture), "AAA01", null);
            Assert.InRange(_locations.Cached, 1, LocationMap.MostCached);
        }

        Assert.Equal("AMU", Resolve("^AMU^1^AAA01", null)?.Place.Ward);
    }

    [Fact]
    public void Resolve_OverlongPart_IsNotKept()
    {
        _locations.Resolve(null, new string('R', 200_000), null, "AAA01", null);

        Assert.Equal(0, _locations.Cached);
    }

    private LocationResolution? Resolve(string location, string? siteHint)
    {
        var parts = location.Split('^').Select(part => part.Length == 0 ? null : part).ToArray();
        return _locations.Resolve(parts[0], parts[1], parts[2], parts[3], siteHint);
    }
}
