using System.Text.Json;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

public sealed class DelayReasonTests
{
    [Fact]
    public void All_IsTheNationalList_37ReasonsInFiveGroups()
    {
        Assert.Equal(37, DelayReasons.All.Count);
        Assert.Equal(
            [("hospital-process", 7), ("wellbeing", 4), ("care-transfer-hub", 3), ("interface", 12), ("capacity", 11)],
            DelayReasons.Groups.Select(group => (group.Slug, DelayReasons.All.Count(reason => reason.Group == group))));
    }

    [Fact]
    public void Find_EveryTextOfAReason_IsThatReasonAndNoOther()
    {
        foreach (var reason in DelayReasons.All)
        {
            Assert.All(DelayReasons.Texts(reason), text => Assert.Same(reason, DelayReasons.Find(text)));
        }
    }

    [Fact]
    public void Find_TheTextsThatTheSimulatorSends_AreEachAReasonOfTheirOwn()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(
            Repository.PathOf("src", "MseControlCentre.Simulator", "Calibration", "calibration.json")));
        var sent = file.RootElement.GetProperty("delayReasons").GetProperty("reasons").EnumerateArray().ToList();

        var found = sent.Select(one => DelayReasons.Find(one.GetProperty("reason").GetString())).ToList();

        Assert.Equal(37, found.Distinct().Count());
        Assert.DoesNotContain(null, found);
        Assert.All(found.Zip(sent), pair =>
            Assert.StartsWith(pair.First!.Group.Name, pair.Second.GetProperty("reason").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("therapy-review")]
    [InlineData("THERAPY-REVIEW")]
    [InlineData("Therapy review")]
    [InlineData("Hospital process - Awaiting therapy review of need for supported discharge")]
    [InlineData("hospital process – awaiting therapy review of need for supported discharge")]
    [InlineData("Hospital process—Awaiting  therapy review of need for supported discharge ")]
    [InlineData("Awaiting therapy review of need for supported discharge")]
    public void Find_AnyCaseDashOrSpace_IsTheSameReason(string text)
    {
        Assert.Equal("therapy-review", DelayReasons.Find(text)?.Slug);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("therapy")]
    [InlineData("Capacity - Awaiting therapy review of need for supported discharge")]
    [InlineData("waits for his daughter")]
    public void Find_AnyOtherText_IsNoReason(string? text)
    {
        Assert.Null(DelayReasons.Find(text));
    }

    [Fact]
    public void Pathways_AreThoseThatTheListNames()
    {
        DelayReason Of(string slug) => DelayReasons.All.Single(reason => reason.Slug == slug);

        Assert.Equal([DischargePathway.P2], Of("bed-rehabilitation-unavailable").Pathways);
        Assert.Equal([DischargePathway.P1, DischargePathway.P3], Of("end-of-life-arranging").Pathways);
        Assert.Equal([DischargePathway.P0], Of("restart-of-care").Pathways);
        Assert.Empty(Of("therapy-review").Pathways);
        Assert.All(
            DelayReasons.All.Where(reason => reason.SentAs.Contains("(Pathway", StringComparison.Ordinal)),
            reason => Assert.NotEmpty(reason.Pathways));
        Assert.Equal(PartnerType.ContinuingHealthcare, Of("end-of-life-unavailable").UnblockedBy);
    }
}
