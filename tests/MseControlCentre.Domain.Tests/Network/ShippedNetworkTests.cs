using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

public sealed class ShippedNetworkTests
{
    private const string Mse = "mid-and-south-essex.json";

    [Theory]
    [InlineData(Mse, "QH8", 3)]
    [InlineData("example-essex.json", "D7T5G", 6)]
    public void Read_ShippedFile_HasNoError(string name, string code, int sites)
    {
        var map = ShippedNetworks.Map(name);

        Assert.Equal(code, map.Code);
        Assert.Equal(sites, map.Sites.Count);
    }

    [Theory]
    [InlineData("RAJ12", 690, 30, 30, 11, 25)]
    [InlineData("RAJ32", 514, 22, 19, 8, 18)]
    [InlineData("RAJ01", 539, 23, 23, 9, 19)]
    public void MidAndSouthEssex_BedsOfSite_AreWhatItsBasisSays(
        string code, int generalAndAcute, int paediatric, int criticalCare, int neonatal, int escalation)
    {
        var site = ShippedNetworks.Map(Mse).Sites.Single(site => site.Code.Equals(code, StringComparison.Ordinal));
        var beds = site.Wards.Where(ward => ward.IsGeneralAndAcute).ToList();
        var critical = site.Wards.Where(ward => ward.Type == WardType.CriticalCare).ToList();

        Assert.Equal(generalAndAcute, beds.Sum(ward => ward.CoreBeds));
        Assert.Equal(paediatric, beds.Where(ward => ward.Population == WardPopulation.Paediatric).Sum(ward => ward.CoreBeds));
        Assert.Equal(criticalCare, critical.Where(ward => ward.Population == WardPopulation.Adult).Sum(ward => ward.CoreBeds));
        Assert.Equal(neonatal, critical.Where(ward => ward.Population == WardPopulation.Neonatal).Sum(ward => ward.CoreBeds));
        Assert.Equal(escalation, site.Wards.Sum(ward => ward.EscalationBeds));
        Assert.StartsWith(
            $"{generalAndAcute} G&A core beds, {paediatric} of them paediatric; {criticalCare} adult critical care; "
            + $"{neonatal} neonatal; {escalation} escalation.",
            site.Basis,
            StringComparison.Ordinal);
    }

    [Fact]
    public void MidAndSouthEssex_TotalsOfTrust_AreThePublishedOnes()
    {
        var wards = ShippedNetworks.Map(Mse).Sites.SelectMany(site => site.Wards).ToList();
        var critical = wards.Where(ward => ward.Type == WardType.CriticalCare).ToList();

        Assert.Equal(1743, wards.Where(ward => ward.IsGeneralAndAcute).Sum(ward => ward.CoreBeds));
        Assert.Equal(72, critical.Where(ward => ward.Population == WardPopulation.Adult).Sum(ward => ward.CoreBeds));
        Assert.Equal(28, critical.Where(ward => ward.Population == WardPopulation.Neonatal).Sum(ward => ward.CoreBeds));
        Assert.Equal(1805 - 1743, wards.Sum(ward => ward.EscalationBeds));
    }

    [Fact]
    public void MidAndSouthEssex_VirtualAndCommunityPlaces_AreThePublishedOnes()
    {
        var map = ShippedNetworks.Map(Mse);

        Assert.Equal([60, 60, 30, 30], map.VirtualWards.Select(ward => ward.Capacity));
        Assert.Equal([26, 26, 26, 26, 26, 20], map.CommunityUnits.Select(unit => unit.Capacity));
    }

    [Theory]
    [InlineData(Mse)]
    [InlineData("example-essex.json")]
    public void ShippedFile_EveryWardAndPlace_SaysWhereItsFiguresComeFrom(string name)
    {
        var map = ShippedNetworks.Map(name);

        Assert.All(map.Sites, site => Assert.NotNull(site.Basis));
        Assert.All(map.Sites.SelectMany(site => site.Wards), ward => Assert.NotNull(ward.Basis));
        Assert.All(map.VirtualWards, ward => Assert.NotNull(ward.Basis));
        Assert.All(map.CommunityUnits, unit => Assert.NotNull(unit.Basis));
        Assert.All(map.Feeds, feed => Assert.NotNull(feed.Basis));
        Assert.Contains("unverified", map.AmbulanceService.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void ExampleEssex_SitesWithoutASourcedCode_AreMarkedIllustrative()
    {
        var others = ShippedNetworks.Map("example-essex.json").Sites
            .Where(site => site.Organisation is "RDE" or "RQW").ToList();

        Assert.Equal(3, others.Count);
        Assert.All(others, site => Assert.Contains("Site code illustrative", site.Basis, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "AMU", "07", "RAJ12", "RAJ12", "AMU", "07")]
    [InlineData("AMU", null, "07", "RAJ32", "RAJ32", "AMU", "07")]
    [InlineData("SOU-AMU", "B", "07", null, "RAJ01", "AMU", "B/07")]
    public void MidAndSouthEssex_LocationInEachSitesStyle_LeadsToItsWard(
        string? pointOfCare, string? room, string? bed, string? facility, string site, string ward, string expectedBed)
    {
        var resolution = new LocationMap(ShippedNetworks.Map(Mse)).Resolve(pointOfCare, room, bed, facility, site);

        Assert.NotNull(resolution);
        Assert.Equal((site, ward, expectedBed), (resolution.Site, resolution.Place.Ward, resolution.Place.Bed));
    }

    [Theory]
    [InlineData("PAS", "RAJ12", "basildon-pas")]
    [InlineData("pas", "raj32", "broomfield-pas")]
    [InlineData("PAS", "RAJ01", "southend-pas")]
    public void MidAndSouthEssex_SenderOfHl7_IsFound(string application, string facility, string feed)
    {
        var directory = new FeedDirectory(ShippedNetworks.Map(Mse));

        Assert.Equal(feed, directory.BySender(FeedProtocol.Hl7v2, application, facility)?.Id);
    }
}
