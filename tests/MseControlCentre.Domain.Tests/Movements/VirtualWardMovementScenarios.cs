using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Discharges;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Movements.MovementMeasures;

namespace MseControlCentre.Domain.Tests.Movements;

public sealed class VirtualWardMovementScenarios
{
    private const string Frailty = "VW-FRAILTY";

    [Fact]
    public void GivenStays_WhenTheHourAfterMidnightIsCounted_ThenItReachesIntoYesterday()
    {
        var board = DischargeNetwork.HeardFrom("2026-10-01T00:00:00Z");
        Tell(board, "2026-11-21T23:15:00Z", new VirtualWardAdmitted("s_0", Frailty, VirtualWardRoute.StepUp));
        Tell(board, "2026-11-21T23:15:01Z", new VirtualWardAdmitted("s_1", Frailty, VirtualWardRoute.StepUp));
        Tell(board, "00:10", new VirtualWardAdmitted("s_2", Frailty, VirtualWardRoute.StepDown));
        Tell(board, "00:11", new VirtualWardAdmitted("s_3", Frailty));
        Tell(board, "00:12", new VirtualWardDischarged("s_0", Frailty));
        Tell(board, "00:13", new VirtualWardReferred("s_4", Frailty, VirtualWardRoute.StepUp));
        Tell(board, "00:13", new VirtualWardReferred("s_5", Frailty, VirtualWardRoute.StepDown));
        Tell(board, "00:14", new VirtualWardReferred("s_6", Frailty, VirtualWardRoute.StepUp));
        Tell(board, "00:15", new VirtualWardDischarged("s_6", Frailty, VirtualWardOutcome.Declined));

        foreach (var figures in (FigureSet[])
            [board.At("00:15").Figures, board.At("00:15").VirtualWards[0].Figures, board.At("00:15").Sites[0].Figures])
        {
            Assert.Equal(1, figures[StepUp].Value);
            Assert.Equal(1, figures[StepDown].Value);
            Assert.Equal(1, figures[VirtualWardDischarges].Value);
            Assert.Equal(1, figures[StepUpWaiting].Value);
        }

        Assert.Equal(0, board.Figure(StepDown, "00:15", "RAJ01"));
    }

    [Fact]
    public void GivenAStay_WhenItsEvidenceIsAsked_ThenItIsTheStay()
    {
        var board = DischargeNetwork.HeardFrom("2026-10-01T00:00:00Z");
        Tell(board, "11:30", new VirtualWardAdmitted("s_1", Frailty, VirtualWardRoute.StepDown));

        var evidence = board.Centre.EvidenceAt("RAJ12:flow.step-down-last-hour", Board.Time("12:00"), 5)!;

        Assert.Equal("s_1", Assert.Single(evidence.Evidence).Subject);
        Assert.Equal(1, evidence.Recounted);
    }

    private static void Tell(Board board, string time, EventDetail detail) =>
        board.Live(time, detail, source: "virtual-wards");
}
