using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.VirtualWards;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.VirtualWards;

public sealed class VirtualWardScenarios
{
    private const string Frailty = "VW-FRAILTY";

    [Fact]
    public void GivenAReferral_WhenTheWardTakesThePatientOn_ThenAPlaceIsUsed()
    {
        var board = new Board().Tell(Ward("09:00", new VirtualWardReferred("s_1", Frailty, VirtualWardRoute.StepDown)));

        Assert.Equal(1, Figure(board, VirtualWardMeasures.VirtualWardReferrals));
        Assert.Equal(5, Figure(board, VirtualWardMeasures.VirtualWardAvailable));

        board.Tell(Ward("11:00", new VirtualWardAdmitted("s_1", Frailty)));

        Assert.Equal(0, Figure(board, VirtualWardMeasures.VirtualWardReferrals));
        Assert.Equal(1, Figure(board, VirtualWardMeasures.VirtualWardOccupied));
        Assert.Equal(4, Figure(board, VirtualWardMeasures.VirtualWardAvailable));
        Assert.Equal(1, board.Figure(VirtualWardMeasures.VirtualWardOccupied));
    }

    [Fact]
    public void GivenADeclinedReferral_WhenTheWardIsRead_ThenItNeitherWaitsNorOccupies()
    {
        var board = new Board()
            .Tell(Ward("09:00", new VirtualWardReferred("s_1", Frailty, VirtualWardRoute.StepUp)))
            .Tell(Ward("09:30", new VirtualWardDischarged("s_1", Frailty, VirtualWardOutcome.Declined)));

        Assert.Equal(0, Figure(board, VirtualWardMeasures.VirtualWardReferrals));
        Assert.Equal(0, Figure(board, VirtualWardMeasures.VirtualWardOccupied));
    }

    [Fact]
    public void GivenDeclaredPlaces_WhenTheWardIsRead_ThenTheNewestDeclarationHolds()
    {
        var board = new Board()
            .Tell(Ward("10:00", new VirtualWardCapacityDeclared(Frailty, 8)))
            .Tell(Ward("09:00", new VirtualWardCapacityDeclared(Frailty, 6)))
            .Tell(Ward("11:00", new VirtualWardAdmitted("s_1", Frailty)));

        Assert.Equal(8, Figure(board, VirtualWardMeasures.VirtualWardCapacity));
        Assert.Equal(7, board.At("12:00").Figures[VirtualWardMeasures.VirtualWardAvailable].Value);
    }

    [Fact]
    public void GivenNoWordOfVirtualWards_WhenTheyAreRead_ThenPatientsAreUnknown()
    {
        Assert.Null(Figure(new Board(), VirtualWardMeasures.VirtualWardOccupied));
    }

    private static double? Figure(Board board, Measure measure) => board.At("12:00").VirtualWards[0].Figures[measure].Value;

    private static FlowEvent Ward(string time, EventDetail detail) => Board.Event(time, detail, source: "virtual-wards");
}
