using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

public sealed class DelayScenarios
{
    private const string Home = "Capacity - Other home-based social care service not yet available (Pathway 1)";
    private const string Heard = "2026-11-01T00:00:00Z";

    [Fact]
    public void GivenFiveDelays_WhenTheyAreCounted_ThenEachIsInOnePathwayReasonGroupAndOwner()
    {
        var board = FiveDelays();

        // d1 P1 home care, Essex named; d2 P1 the same, nobody named, two councils: unknown; d3 P0 therapy review,
        // nobody named, one hospital: RAJ; d4 P3, a text that is none of the list, and an owner that is no partner;
        // d5 nothing told but that the criteria are not met. d6 meets them.
        Assert.Equal(5, board.Figure(DischargeMeasures.NoCriteriaToReside));
        Assert.Equal([1, 2, 0, 1, 1], Values(board, "pathway-0", "pathway-1", "pathway-2", "pathway-3", "pathway-unknown"));
        Assert.Equal([2, 1, 2], Values(board, "reason-home-care-unavailable", "reason-therapy-review", "reason-unknown"));
        Assert.Equal([1, 0, 0, 0, 2], Values(
            board, "group-hospital-process", "group-wellbeing", "group-care-transfer-hub", "group-interface",
            "group-capacity"));
        Assert.Equal([1, 1, 0, 0, 3], Values(board, "owner-ESSEX", "owner-RAJ", "owner-SOUTH", "owner-HUB", "owner-unknown"));
    }

    [Fact]
    public void GivenDelays_WhenTheyAreAddedUp_ThenNobodyIsLost()
    {
        var board = FiveDelays();
        var figures = board.At("12:00").Sites[0].Figures;
        double Sum(string beginning) => figures
            .Where(figure => figure.Measure.Id.StartsWith("discharge." + beginning, StringComparison.Ordinal))
            .Sum(figure => figure.Value!.Value);

        Assert.Equal(37 + 1, figures.Count(one => one.Measure.Id.StartsWith("discharge.reason-", StringComparison.Ordinal)));
        Assert.All((string[])["pathway-", "reason-", "owner-"], beginning => Assert.Equal(5, Sum(beginning)));
        Assert.Equal(5 - 2, Sum("group-"));
        Assert.Equal(5, board.At("12:00").DelayOwners.Sum(owner => owner.Patients));
        Assert.Equal(
            [("unknown", 3), ("ESSEX", 1), ("RAJ", 1)],
            board.At("12:00").DelayOwners.Select(owner => (owner.Code, owner.Patients)));
    }

    [Fact]
    public void GivenReadyDates_WhenBedDaysAreCounted_ThenLocalMidnightsCount()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        foreach (var (patient, ready) in ((string, string?)[])
            [("v_1", "2026-11-20T23:59:59Z"), ("v_2", "2026-11-22T00:00:00Z"), ("v_3", "2026-11-17T09:00:00Z"),
             ("v_4", null), ("v_5", "2026-11-22T18:00:00Z")])
        {
            board.Admit("2026-11-10T09:00:00Z", patient)
                .Hub("2026-11-17T10:00:00Z", new CriteriaToResideAssessed(patient, false))
                .Hub("2026-11-17T10:00:00Z", new DischargeReadyDateSet(patient, ready is null ? null : Board.Time(ready)));
        }

        // At 12:00 on the 22nd: 20 Nov 23:59:59 is 2 midnights ago, 22 Nov 00:00 none, 17 Nov five; none was told for
        // v_4, and v_5 is ready this evening. 2 + 0 + 5 = 7; 7 / 3 = 2.33.
        Assert.Equal(7, board.Figure(DelayMeasures.BedDaysLost, "12:00"));
        Assert.Equal(2.3, board.Figure(DelayMeasures.DaysSinceReadyMean, "12:00"));

        // One more midnight for each of them, and v_5 has been ready since yesterday: 3 + 1 + 6 + 1 = 11; / 4 = 2.75.
        Assert.Equal(11, board.Figure(DelayMeasures.BedDaysLost, "2026-11-23T00:00:00Z"));
        Assert.Equal(2.8, board.Figure(DelayMeasures.DaysSinceReadyMean, "2026-11-23T00:00:00Z"));
    }

    [Fact]
    public void GivenDelaysWithoutAnyReadyDate_WhenBedDaysAreRead_ThenTheyAreUnknownAndNotZero()
    {
        var board = DischargeNetwork.HeardFrom(Heard).Admit("08:00", "v_1");

        Assert.Equal(0, board.Figure(DelayMeasures.BedDaysLost, "12:00"));

        board.Hub("09:00", new CriteriaToResideAssessed("v_1", false));

        Assert.Null(board.Figure(DelayMeasures.BedDaysLost, "12:00"));
        Assert.Null(board.Figure(DelayMeasures.DaysSinceReadyMean, "12:00"));
    }

    [Theory]
    [InlineData("2026-03-28T00:30:00Z", "2026-03-29T23:00:00Z", 2)] // 30 March 00:00 BST: a day of 23 hours is a day
    [InlineData("2026-03-28T00:30:00Z", "2026-03-29T22:59:59Z", 1)]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T00:00:00Z", 1)] // 25 October 00:30 BST to 26 October 00:00 GMT
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25T23:59:59Z", 1)] // 24 October 23:30 BST
    public void GivenAClockChange_WhenDaysSinceReadyAreCounted_ThenTheyAreLocalDates(string ready, string at, int days)
    {
        var board = DischargeNetwork.HeardFrom("2026-01-02T00:00:00Z")
            .Admit(ready, "v_1")
            .Hub(ready, new CriteriaToResideAssessed("v_1", false))
            .Hub(ready, new DischargeReadyDateSet("v_1", Board.Time(ready)));

        Assert.Equal(days, board.Figure(DelayMeasures.BedDaysLost, at));
    }

    [Theory]
    [InlineData("2026-11-15T23:59:59Z", 1, 0, 0)] // seven midnights before 22 November
    [InlineData("2026-11-16T00:00:00Z", 0, 0, 0)] // six
    [InlineData("2026-11-08T09:00:00Z", 1, 1, 0)] // fourteen
    [InlineData("2026-11-01T09:00:00Z", 1, 1, 1)] // twenty-one
    public void GivenALongStay_WhenDelaysAreCountedByStay_ThenMidnightsDecide(string admitted, int of7, int of14, int of21)
    {
        var board = DischargeNetwork.HeardFrom("2026-10-01T00:00:00Z")
            .Admit(admitted, "v_1")
            .Hub("09:00", new CriteriaToResideAssessed("v_1", false));

        Assert.Equal([of7, of14, of21], Values(board, "delayed-stay-7", "delayed-stay-14", "delayed-stay-21"));
    }

    [Fact]
    public void GivenADischarge_WhenItIsCancelledOrThePatientComesBack_ThenTheDelayIsThatOfTheStay()
    {
        var board = DischargeNetwork.HeardFrom(Heard).Admit("08:00", "v_1")
            .Hub("09:00", new CriteriaToResideAssessed("v_1", false, DischargePathway.P2))
            .Live("10:00", new PatientDischarged("v_1"));
        Assert.Equal(0, Values(board, "pathway-2")[0]);

        board.Live("10:30", new DischargeCancelled("v_1"));
        Assert.Equal(1, Values(board, "pathway-2")[0]);

        // Leave keeps the bed and the delay.
        board.Live("11:00", new LeaveStarted("v_1"));
        Assert.Equal(1, Values(board, "pathway-2")[0]);

        // Back in a new stay: nobody has assessed it yet.
        board.Live("11:30", new PatientDischarged("v_1")).Admit("11:45", "v_1");
        Assert.Equal(0, Values(board, "pathway-2")[0]);
        Assert.Equal(0, board.Figure(DischargeMeasures.NoCriteriaToReside));
    }

    [Fact]
    public void GivenAFigure_WhenItIsOpened_ThenItsPatientsAreBehindIt()
    {
        var board = FiveDelays();

        var reason = board.Centre.EvidenceAt("RAJ12:discharge.reason-home-care-unavailable", Board.Time("12:00"), 10);
        var owner = board.Centre.EvidenceAt("TST:discharge.owner-unknown", Board.Time("12:00"), 10);

        Assert.Equal(["v_1", "v_2"], reason!.Evidence.Select(one => one.Subject).Order());
        Assert.Equal(2, reason.Figure.Value);
        Assert.Equal(["v_2", "v_4", "v_5"], owner!.Evidence.Select(one => one.Subject).Order());
    }

    [Fact]
    public void GivenTheSameEvents_WhenTheyComeInAnyOrderAndTwice_ThenTheDelaysAreTheSame()
    {
        FlowEvent[] events =
        [
            Board.Event("2026-11-19T08:00:00Z", new PatientAdmitted("v_1", new Place("MARY"))),
            Hub("2026-11-20T09:00:00Z", new CriteriaToResideAssessed("v_1", false, DischargePathway.P1, "therapy-review")),
            Hub("2026-11-21T09:00:00Z", new CriteriaToResideAssessed("v_1", false, DischargePathway.P2, Home, "SOUTH")),
            Board.Event("11:00", new PatientDischarged("v_1")),
            Board.Event("11:30", new DischargeCancelled("v_1")),
        ];

        foreach (var order in Permutations.Of(events))
        {
            var board = DischargeNetwork.HeardFrom(Heard).Tell([.. order, .. order.Reverse()]);

            Assert.Equal([1, 0, 1, 1], Values(
                board, "pathway-2", "reason-therapy-review", "reason-home-care-unavailable", "owner-SOUTH"));
        }
    }

    private static FlowEvent Hub(string time, EncounterEvent detail) =>
        Board.Event(time, detail, source: "care-transfer-hub");

    private static Board FiveDelays()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        foreach (var patient in (string[])["v_1", "v_2", "v_3", "v_4", "v_5", "v_6"])
        {
            board.Admit("08:00", patient);
        }

        return board
            .Hub("09:00", new CriteriaToResideAssessed("v_1", false, DischargePathway.P1, Home, "ESSEX"))
            .Hub("09:00", new CriteriaToResideAssessed("v_2", false, DischargePathway.P1, "home-care-unavailable"))
            .Hub("09:00", new CriteriaToResideAssessed("v_3", false, DischargePathway.P0, "Therapy-review"))
            .Hub("09:00", new CriteriaToResideAssessed("v_4", false, DischargePathway.P3, "waits", "somebody"))
            .Hub("09:00", new CriteriaToResideAssessed("v_5", false))
            .Hub("09:00", new CriteriaToResideAssessed("v_6", true, DischargePathway.P1, Home, "ESSEX"));
    }

    private static double[] Values(Board board, params string[] measures)
    {
        var figures = board.At("12:00").Sites[0].Figures;
        return [.. measures.Select(measure => figures.Find("discharge." + measure)!.Value!.Value)];
    }
}
