using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Discharges;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.VirtualWards;

public sealed class VirtualWardFlowScenarios
{
    private const string Frailty = "VW-FRAILTY";
    private const string Heard = "2026-10-01T00:00:00Z";

    [Fact]
    public void GivenADay_WhenReferralsAndStaysAreCounted_ThenEachIsInItsRoute()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        Refer(board, "2026-11-21T23:59:59Z", "s_0", VirtualWardRoute.StepDown);
        Refer(board, "00:00", "s_1", VirtualWardRoute.StepUp);
        Refer(board, "09:00", "s_2", VirtualWardRoute.StepDown);
        Refer(board, "09:10", "s_3", VirtualWardRoute.StepDown);
        Ward(board, "10:00", new VirtualWardAdmitted("s_1", Frailty));
        Ward(board, "10:00", new VirtualWardAdmitted("s_2", Frailty));
        Ward(board, "10:30", new VirtualWardAdmitted("s_9", Frailty));
        Ward(board, "11:00", new VirtualWardDischarged("s_3", Frailty, VirtualWardOutcome.Declined));

        // Referred today: s_1, s_2 and s_3, though it was declined; s_0 was yesterday's and waits. Taken on: three, of
        // whom s_9 came by no told route. Occupancy 3 of 5 places: 60%.
        Assert.Equal([3, 1, 2, 1, 1, 1, 1, 3, 60], Values(
            board, "12:00", "referrals-today", "step-up-today", "step-down-today", "referrals", "step-down-waiting",
            "step-up", "step-down", "admissions-today", "occupancy"));
    }

    [Fact]
    public void GivenStays_WhenTheyEnd_ThenDeclinedOnesAreNoDischargeAndABedIsCountedApart()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        foreach (var stay in (string[])["s_1", "s_2", "s_3", "s_4"])
        {
            Ward(board, "2026-11-20T10:00:00Z", new VirtualWardAdmitted(stay, Frailty));
        }

        Ward(board, "2026-11-21T23:59:59Z", new VirtualWardDischarged("s_1", Frailty));
        Ward(board, "00:00", new VirtualWardDischarged("s_2", Frailty, VirtualWardOutcome.EscalatedToBed));
        Ward(board, "09:00", new VirtualWardDischarged("s_3", Frailty, VirtualWardOutcome.Died));
        Ward(board, "09:30", new VirtualWardDischarged("s_5", Frailty, VirtualWardOutcome.Declined));
        Assert.Equal([2, 1, 1], Values(board, "12:00", "discharges-today", "back-to-bed-today", "occupied"));

        // Taken on again on the same day: the morning's return to a bed still happened. Told twice, it counts once.
        Ward(board, "11:00", new VirtualWardAdmitted("s_2", Frailty));
        Ward(board, "11:00", new VirtualWardAdmitted("s_2", Frailty));
        Assert.Equal([2, 1, 2], Values(board, "12:00", "discharges-today", "back-to-bed-today", "occupied"));
        Assert.Equal([0, 0, 2], Values(
            board, "2026-11-23T00:00:00Z", "discharges-today", "back-to-bed-today", "occupied"));
    }

    [Theory]
    [InlineData("2026-11-08T00:00:00Z", 14, 0)] // fourteen midnights are not over fourteen
    [InlineData("2026-11-07T23:59:59Z", 15, 1)]
    [InlineData("2026-11-22T00:00:00Z", 0, 0)]
    public void GivenAStay_WhenItsLengthIsRead_ThenLocalMidnightsCount(string admitted, double days, double longStays)
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        Ward(board, admitted, new VirtualWardAdmitted("s_1", Frailty));

        Assert.Equal([days, longStays], Values(board, "12:00", "length-of-stay-mean", "long-stay"));
    }

    [Fact]
    public void GivenAClockChange_WhenTheStayIsRead_ThenItsDayIsADay()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        Ward(board, "2026-10-24T23:30:00Z", new VirtualWardAdmitted("s_1", Frailty)); // 25 October, 00:30 BST

        Assert.Equal([0.0], Values(board, "2026-10-25T23:59:59Z", "length-of-stay-mean"));
        Assert.Equal([1.0], Values(board, "2026-10-26T00:00:00Z", "length-of-stay-mean"));
    }

    [Fact]
    public void GivenNoThreshold_WhenLongStaysAreRead_ThenTheyAreUnknown()
    {
        var board = DischargeNetwork.HeardFrom(
            Heard, file => file["thresholds"]!.AsObject().Remove("virtualWardLongStay"));
        Ward(board, "2026-10-02T09:00:00Z", new VirtualWardAdmitted("s_1", Frailty));

        Assert.Null(board.At("12:00").VirtualWards[0].Figures[VirtualWardMeasures.LongStay].Value);
        Assert.Equal(51, board.At("12:00").VirtualWards[0].Figures[VirtualWardMeasures.LengthOfStayMean].Value);
    }

    [Fact]
    public void GivenPlans_WhenDischargesAreDue_ThenOverdueOnesAreAndTomorrowsAreNot()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        foreach (var (stay, due) in ((string, string)[])
            [("s_1", "2026-11-20T10:00:00Z"), ("s_2", "2026-11-22T23:59:59Z"), ("s_3", "2026-11-23T00:00:00Z"),
             ("s_4", "2026-11-22T15:00:00Z"), ("s_5", "2026-11-22T15:00:00Z")])
        {
            // The plan of s_1 comes before the admission; one whose admission was never told is no referral waiting.
            Ward(board, "2026-11-19T09:00:00Z", new VirtualWardDischargePlanned(stay, Frailty, Board.Time(due)));
            if (stay is not "s_5")
            {
                Ward(board, "2026-11-19T10:00:00Z", new VirtualWardAdmitted(stay, Frailty));
            }
        }

        Ward(board, "09:00", new VirtualWardDischargePlanned("s_4", Frailty));
        Assert.Equal([2, 0, 4], Values(board, "12:00", "discharges-due", "referrals", "occupied"));

        // A plan ends with the stay it was made for.
        Ward(board, "12:30", new VirtualWardDischarged("s_1", Frailty));
        Ward(board, "12:40", new VirtualWardAdmitted("s_1", Frailty));
        Assert.Equal([1.0], Values(board, "13:00", "discharges-due"));
    }

    [Fact]
    public void GivenTechnologyToldOfSome_WhenItsShareIsRead_ThenTheOthersAreLeftOut()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        Ward(board, "09:00", new VirtualWardAdmitted("s_1", Frailty));
        Assert.Null(board.At("12:00").VirtualWards[0].Figures[VirtualWardMeasures.TechnologyShare].Value);

        Ward(board, "09:00", new VirtualWardAdmitted("s_2", Frailty, TechnologyEnabled: true));
        Ward(board, "09:00", new VirtualWardAdmitted("s_3", Frailty, TechnologyEnabled: true));
        Ward(board, "09:00", new VirtualWardAdmitted("s_4", Frailty, TechnologyEnabled: false));

        // Two of the three for whom it was told.
        Assert.Equal([66.7], Values(board, "12:00", "technology-share"));
    }

    [Fact]
    public void GivenADeclinedReferral_WhenItIsMadeAgain_ThenItWaitsSinceThen()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        Refer(board, "2026-11-21T09:00:00Z", "s_1", VirtualWardRoute.StepUp);
        Ward(board, "2026-11-21T10:00:00Z", new VirtualWardDischarged("s_1", Frailty, VirtualWardOutcome.Declined));
        Refer(board, "08:00", "s_1", VirtualWardRoute.StepDown);
        Refer(board, "09:00", "s_1", VirtualWardRoute.StepDown);

        Assert.Equal([1, 1, 1], Values(board, "12:00", "referrals", "referrals-today", "step-down-today"));
    }

    [Fact]
    public void GivenAStayOfSouthend_WhenTheSitesAreRead_ThenItIsSouthends()
    {
        var board = DischargeNetwork.HeardFrom(Heard);
        board.Live("09:00", new VirtualWardAdmitted("s_1", Frailty, VirtualWardRoute.StepDown), "RAJ01", "virtual-wards");

        Assert.Equal(1, board.Figure(VirtualWardMeasures.AdmissionsToday, "12:00", "RAJ01"));
        Assert.Equal(0, board.Figure(VirtualWardMeasures.AdmissionsToday, "12:00"));
        Assert.Equal(1, board.At("12:00").Figures[VirtualWardMeasures.AdmissionsToday].Value);
        Assert.Equal(
            "s_1",
            board.Centre.EvidenceAt("RAJ01:virtual-ward.admissions-today", Board.Time("12:00"), 5)!.Evidence[0].Subject);
    }

    [Fact]
    public void GivenTheSameEvents_WhenTheyComeInAnyOrderAndTwice_ThenTheFiguresAreTheSame()
    {
        FlowEvent[] events =
        [
            Of("08:00", new VirtualWardReferred("s_1", Frailty, VirtualWardRoute.StepDown)),
            Of("09:00", new VirtualWardAdmitted("s_1", Frailty)),
            Of("10:00", new VirtualWardDischarged("s_1", Frailty, VirtualWardOutcome.EscalatedToBed)),
            Of("11:00", new VirtualWardAdmitted("s_1", Frailty)),
            Of("11:30", new VirtualWardDischargePlanned("s_1", Frailty, Board.Time("17:00"))),
        ];

        foreach (var order in Permutations.Of(events))
        {
            var board = DischargeNetwork.HeardFrom(Heard).Tell([.. order, .. order]);

            Assert.Equal([1, 2, 1, 1, 1, 1], Values(
                board, "12:00", "referrals-today", "admissions-today", "discharges-today", "back-to-bed-today",
                "discharges-due", "step-down"));
        }
    }

    private static void Refer(Board board, string time, string stay, VirtualWardRoute route) =>
        Ward(board, time, new VirtualWardReferred(stay, Frailty, route));

    private static void Ward(Board board, string time, EventDetail detail) =>
        board.Live(time, detail, source: "virtual-wards");

    private static FlowEvent Of(string time, EventDetail detail) => Board.Event(time, detail, source: "virtual-wards");

    /// <summary>Of the ward; the system's only ward, so that the system must say the same.</summary>
    private static double[] Values(Board board, string at, params string[] measures)
    {
        var picture = board.At(at);
        double[] Of(FigureSet figures) =>
            [.. measures.Select(measure => figures.Find("virtual-ward." + measure)!.Value!.Value)];
        var values = Of(picture.VirtualWards[0].Figures);
        Assert.Equal(values, Of(picture.Figures));
        return values;
    }
}
