using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

public sealed class DelayedDischargeListTests
{
    [Fact]
    public void GivenDelays_WhenTheyAreListed_ThenTheLongestDelayComesFirstAndThoseWithoutADateLast()
    {
        var list = List(Delays());

        Assert.Equal(["v_3", "v_2", "v_1", "v_5", "v_4"], list.Select(delay => delay.Encounter));
        Assert.Equal([5, 1, 0, null, null], list.Select(delay => delay.DaysSinceReady));
        Assert.Equal([12, 12, 12, 20, 12], list.Select(delay => delay.StayDays));
    }

    [Fact]
    public void GivenADelay_WhenItIsListed_ThenTheRowSaysWhatItWaitsForAndWhoCanUnblockIt()
    {
        var row = List(Delays())[0];

        Assert.Equal(("RAJ12", "MARY", DischargePathway.P1, "ESSEX"), (row.Site, row.Ward, row.Pathway!.Value, row.Owner));
        Assert.Equal("home-care-unavailable", row.Reason?.Slug);
        Assert.Equal(Board.Time("2026-11-17T09:00:00Z"), row.ReadyAt);
    }

    [Fact]
    public void GivenATextThatIsNoReason_WhenItIsListed_ThenTheRowSaysSoAndDoesNotShowIt()
    {
        var row = List(Delays()).Single(delay => delay.Encounter == "v_2");

        Assert.Null(row.Reason);
        Assert.True(row.IsReasonTold);
        Assert.DoesNotContain("daughter", row.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RAJ12", null, null, "v_3,v_2,v_1,v_4")]
    [InlineData("RAJ01", null, null, "v_5")]
    [InlineData(null, "ESSEX", null, "v_3")]
    [InlineData(null, "unknown", null, "v_2,v_1,v_5,v_4")]
    [InlineData(null, null, "1", "v_3,v_2")]
    [InlineData(null, null, "unknown", "v_1,v_4")]
    [InlineData("RAJ12", "ESSEX", "1", "v_3")]
    [InlineData("RAJ01", "ESSEX", "1", "")]
    public void GivenAFilter_WhenDelaysAreListed_ThenOnlyThoseItTakesAre(
        string? site, string? owner, string? pathway, string expected)
    {
        var list = Delays().Centre.DelayedDischargesAt(
            Board.Time("12:00"), new DelayedDischargeFilter(site, owner, pathway));

        Assert.Equal(expected, string.Join(',', list.Select(delay => delay.Encounter)));
    }

    private static IReadOnlyList<DelayedDischarge> List(Board board) =>
        board.Centre.DelayedDischargesAt(Board.Time("12:00"), new DelayedDischargeFilter());

    private static Board Delays()
    {
        var board = DischargeNetwork.HeardFrom("2026-11-01T00:00:00Z").Admit("2026-11-02T09:00:00Z", "v_5", "RAJ01");
        foreach (var patient in (string[])["v_1", "v_2", "v_3", "v_4", "v_6"])
        {
            board.Admit("2026-11-10T09:00:00Z", patient);
        }

        return board
            .Hub("2026-11-17T09:00:00Z", new CriteriaToResideAssessed(
                "v_3", false, DischargePathway.P1, "home-care-unavailable", "ESSEX"))
            .Hub("2026-11-17T09:00:00Z", new DischargeReadyDateSet("v_3", Board.Time("2026-11-17T09:00:00Z")))
            .Hub("2026-11-21T09:00:00Z", new CriteriaToResideAssessed(
                "v_2", false, DischargePathway.P1, "waits for the daughter"))
            .Hub("2026-11-21T09:00:00Z", new DischargeReadyDateSet("v_2", Board.Time("2026-11-21T09:00:00Z")))
            .Hub("08:00", new CriteriaToResideAssessed("v_1", false))
            .Hub("08:00", new DischargeReadyDateSet("v_1", Board.Time("08:00")))
            .Hub("08:00", new CriteriaToResideAssessed("v_4", false))
            .Hub("08:00", new CriteriaToResideAssessed("v_5", false, DischargePathway.P3), "RAJ01")
            .Hub("08:00", new CriteriaToResideAssessed("v_6", true));
    }
}
