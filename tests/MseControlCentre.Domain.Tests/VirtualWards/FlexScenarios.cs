using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Discharges;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.VirtualWards;

/// <summary>Who could move from a bed to a virtual ward, and how many places would be left.</summary>
public sealed class FlexScenarios
{
    private const string Frailty = "VW-FRAILTY";
    private const string Lungs = "VW-RESPIRATORY";

    [Fact]
    public void GivenJudgements_WhenTheFlexIsRead_ThenThoseWhoCouldMoveTakeFreePlaces()
    {
        var board = Judged(("v_1", true, Frailty), ("v_2", true, Frailty), ("v_3", true, null), ("v_4", false, null));
        board.Live("09:00", new VirtualWardAdmitted("s_1", Frailty), source: "virtual-wards");

        // Frailty has 5 places, 4 free; two could move there: 2 left. Respiratory has 2, nobody named it: 2 left.
        // The system has 7 places, 6 free; three could move: 3 left.
        var picture = board.At("12:00");
        Assert.Equal(2, picture.VirtualWards[0].Figures[VirtualWardMeasures.CouldMove].Value);
        Assert.Equal(2, picture.VirtualWards[0].Figures[VirtualWardMeasures.FlexLeft].Value);
        Assert.Equal(0, picture.VirtualWards[1].Figures[VirtualWardMeasures.CouldMove].Value);
        Assert.Equal(2, picture.VirtualWards[1].Figures[VirtualWardMeasures.FlexLeft].Value);
        Assert.Equal(3, picture.Figures[VirtualWardMeasures.CouldMove].Value);
        Assert.Equal(3, picture.Figures[VirtualWardMeasures.FlexLeft].Value);
        Assert.Equal(3, board.Figure(VirtualWardMeasures.CouldMove, "12:00"));
    }

    [Fact]
    public void GivenMoreWhoCouldMoveThanPlaces_WhenTheFlexIsRead_ThenNoneIsLeftAndNotLess()
    {
        var board = Judged(("v_1", true, Lungs), ("v_2", true, Lungs), ("v_3", true, Lungs));

        Assert.Equal(3, board.At("12:00").VirtualWards[1].Figures[VirtualWardMeasures.CouldMove].Value);
        Assert.Equal(0, Flex(board));
        static double? Flex(Board board) => board.At("12:00").VirtualWards[1].Figures[VirtualWardMeasures.FlexLeft].Value;
    }

    [Fact]
    public void GivenNobodyJudged_WhenTheFlexIsRead_ThenItIsUnknownAndNotZero()
    {
        var board = Judged();

        Assert.Null(board.Figure(VirtualWardMeasures.CouldMove, "12:00"));
        Assert.Null(board.At("12:00").Figures[VirtualWardMeasures.FlexLeft].Value);
    }

    [Fact]
    public void GivenAPatientWhoLeftOrIsOnLeave_WhenTheyAreCounted_ThenTheyDoNotCount()
    {
        var board = Judged(("v_1", true, Frailty), ("v_2", true, Frailty), ("v_3", true, Frailty), ("v_4", true, Frailty))
            .Live("09:00", new PatientDischarged("v_1"))
            .Live("09:00", new LeaveStarted("v_2"))
            .Hub("09:00", new VirtualWardSuitabilityAssessed("v_3", false));
        Assert.Equal(1, board.Figure(VirtualWardMeasures.CouldMove, "12:00"));

        // The discharge was a slip, the leave is over; the patient who comes back anew must be judged anew.
        board.Live("10:00", new DischargeCancelled("v_1")).Live("10:00", new LeaveEnded("v_2"))
            .Live("10:30", new PatientDischarged("v_4")).Admit("11:00", "v_4");
        Assert.Equal(2, board.Figure(VirtualWardMeasures.CouldMove, "12:00"));
    }

    [Fact]
    public void GivenAStepDownReferral_WhenThoseWhoCouldMoveAreCounted_ThenNobodyIsCountedTwice()
    {
        var board = Judged(("v_1", true, Frailty));
        board.Live(
            "09:00", new VirtualWardReferred("s_1", Frailty, VirtualWardRoute.StepDown), source: "virtual-wards");

        Assert.Equal(1, board.At("12:00").Figures[VirtualWardMeasures.CouldMove].Value);
        Assert.Equal(1, board.At("12:00").Figures[VirtualWardMeasures.StepDownWaiting].Value);
        Assert.Equal(
            [("v_1", true)],
            board.Centre.EvidenceAt("VW-FRAILTY:virtual-ward.could-move", Board.Time("12:00"), 5)!.Evidence
                .Select(one => (one.Subject, one.Counted)));
    }

    private static Board Judged(params (string Patient, bool Suitable, string? Ward)[] judgements)
    {
        var board = DischargeNetwork.HeardFrom("2026-11-01T00:00:00Z", file => file["virtualWards"]!.AsArray().Add(
            JsonNode.Parse(
                """
                { "code": "VW-RESPIRATORY", "name": "Respiratory", "specialty": "Respiratory", "provider": "EPUT",
                  "capacity": 2 }
                """)));
        board.Live("08:00", new VirtualWardDischarged("s_0", Frailty, VirtualWardOutcome.Declined), source: "virtual-wards");
        board.Admit("08:00", "v_unjudged");
        foreach (var (patient, suitable, ward) in judgements)
        {
            board.Admit("08:00", patient).Hub("08:30", new VirtualWardSuitabilityAssessed(patient, suitable, ward));
        }

        return board;
    }
}
