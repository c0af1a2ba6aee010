using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Handovers;

public sealed class HandoverScenarios
{
    [Fact]
    public void GivenAnAmbulanceThatArrived_WhenExactlyTheStandardHasPassed_ThenItIsNotYetOver()
    {
        var board = Told("10:00", new AmbulanceArrived("c_1", AmbulanceCategory.C2));

        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesWaiting, "10:15:00"));
        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesOverStandard, "10:15:00"));
        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesOverStandard, "10:15:01"));
        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesOverLong, "11:00:01"));
        Assert.Equal(61, board.Figure(HandoverMeasures.AmbulanceLongestWait, "11:01:59"));
    }

    [Fact]
    public void GivenHandovers_WhenTheDayIsSummed_ThenTimeBeyondTheStandardIsLost()
    {
        // 20 minutes loses 5, 45 minutes loses 30, 10 minutes loses none: 35 minutes are 0.6 hours; the mean is 25.
        var board = new Board();
        Handover(board, "c_1", "08:00", "08:20");
        Handover(board, "c_2", "09:00", "09:45");
        Handover(board, "c_3", "10:00", "10:10");

        Assert.Equal(3, board.Figure(HandoverMeasures.HandoversToday));
        Assert.Equal(25, board.Figure(HandoverMeasures.HandoverMeanToday));
        Assert.Equal(0.6, board.Figure(HandoverMeasures.HandoverLostToday));
        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesWaiting));
        Assert.Null(board.Figure(HandoverMeasures.AmbulanceLongestWait));
    }

    [Fact]
    public void GivenADivertedAmbulance_WhenItArrivesElsewhere_ThenTheClockStartsThere()
    {
        var board = new Board()
            .Tell(Ambulance("09:30", new AmbulanceDispatchedToHospital("c_1")))
            .Tell(Ambulance("09:50", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:00", new ConveyanceDiverted("c_1", "RAJ01")))
            .Tell(Ambulance("10:40", new AmbulanceArrived("c_1")) with { Site = "RAJ01" });

        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesWaiting, "10:50"));
        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesWaiting, "10:50", "RAJ01"));
        Assert.Equal(10, board.Figure(HandoverMeasures.AmbulanceLongestWait, "10:50", "RAJ01"));
    }

    [Fact]
    public void GivenACancelledConveyance_WhenTheBoardIsRead_ThenNobodyIsOnTheWay()
    {
        var board = new Board()
            .Tell(Ambulance("09:30", new AmbulanceDispatchedToHospital("c_1")))
            .Tell(Ambulance("09:35", new ConveyanceCancelled("c_1")));

        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesEnRoute));
    }

    [Fact]
    public void GivenARepeatedArrival_WhenTheWaitIsRead_ThenTheFirstCounts()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:20", new AmbulanceArrived("c_1")));

        Assert.Equal(30, board.Figure(HandoverMeasures.AmbulanceLongestWait, "10:30"));
    }

    [Fact]
    public void GivenWaitingAndExpectedAmbulances_WhenTheBoardIsRead_ThenTheLongestWaitComesFirst()
    {
        var board = new Board()
            .Tell(Ambulance("10:10", new AmbulanceArrived("c_late")))
            .Tell(Ambulance("10:12", new AmbulanceDispatchedToHospital("c_coming", ExpectedAt: Board.Time("10:30"))))
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_early")));

        var rows = board.At("10:20").Sites[0].Handovers;

        Assert.Equal(["_early", "c_late", "coming"], rows.Select(row => row.Reference));
        Assert.Null(rows[2].ArrivedAt);
        Assert.Equal(Board.Time("10:30"), rows[2].ExpectedAt);
    }

    private static Board Told(string time, ConveyanceEvent detail) => new Board().Tell(Ambulance(time, detail));

    private static void Handover(Board board, string conveyance, string arrived, string handedOver) => board
        .Tell(Ambulance(arrived, new AmbulanceArrived(conveyance)))
        .Tell(Ambulance(handedOver, new HandoverCompleted(conveyance)))
        .Tell(Ambulance(handedOver, new AmbulanceCleared(conveyance)));

    private static FlowEvent Ambulance(string time, ConveyanceEvent detail) =>
        Board.Event(time, detail, source: "eeast-cad") with { MessageId = time + detail.GetType().Name + detail.Conveyance };
}
