using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Handovers.Ambulances;

namespace MseControlCentre.Domain.Tests.Handovers;

/// <summary>Arrivals, and how many were handed over within 15, 30, 45 and 60 minutes.</summary>
public sealed class HandedOverScenarios
{
    [Fact]
    public void GivenHandoversAtAndJustBeyondTheLimits_WhenTheDayIsCounted_ThenTheLimitItselfIsWithin()
    {
        // 15:00 | 15:01 | 30:00 | 45:00 | 45:01 | 60:00 | 60:01 | 90:00: eight. Within 15: one, 12.5%; within 30: three,
        // 37.5%; within 45: four, 50%; within 60: six, 75%.
        var board = new Board()
            .HandedOver("c_1", "08:00:00", "08:15:00")
            .HandedOver("c_2", "08:00:00", "08:15:01")
            .HandedOver("c_3", "08:00:00", "08:30:00")
            .HandedOver("c_4", "08:00:00", "08:45:00")
            .HandedOver("c_5", "08:00:00", "08:45:01")
            .HandedOver("c_6", "08:00:00", "09:00:00")
            .HandedOver("c_7", "08:00:00", "09:00:01")
            .HandedOver("c_8", "08:00:00", "09:30:00");

        Assert.Equal(1, board.Figure(HandoverMeasures.HandedOverWithin15Today));
        Assert.Equal(12.5, board.Figure(HandoverMeasures.HandedOverWithin15Share));
        Assert.Equal(3, board.Figure(HandoverMeasures.HandedOverWithin30Today));
        Assert.Equal(37.5, board.Figure(HandoverMeasures.HandedOverWithin30Share));
        Assert.Equal(4, board.Figure(HandoverMeasures.HandedOverWithin45Today));
        Assert.Equal(50, board.Figure(HandoverMeasures.HandedOverWithin45Share));
        Assert.Equal(6, board.Figure(HandoverMeasures.HandedOverWithin60Today));
        Assert.Equal(75, board.Figure(HandoverMeasures.HandedOverWithin60Share));
        Assert.Equal(75, board.System(HandoverMeasures.HandedOverWithin60Share));
    }

    [Fact]
    public void GivenAHandoverWhoseArrivalWasNeverHeard_WhenSharesAreRead_ThenItIsInNoShare()
    {
        var board = new Board()
            .HandedOver("c_1", "08:00", "08:10")
            .Tell(Ambulance("09:00", new HandoverCompleted("c_2")));

        Assert.Equal(2, board.Figure(HandoverMeasures.HandoversToday));
        Assert.Equal(1, board.Figure(HandoverMeasures.HandedOverWithin15Today));
        Assert.Equal(100, board.Figure(HandoverMeasures.HandedOverWithin15Share));
    }

    [Fact]
    public void GivenNoHandover_WhenSharesAreRead_ThenTheyAreNotKnown()
    {
        var board = new Board().Tell(Ambulance("08:00", new AmbulanceArrived("c_1")));

        Assert.Equal(0, board.Figure(HandoverMeasures.HandedOverWithin15Today));
        Assert.Null(board.Figure(HandoverMeasures.HandedOverWithin15Share));
        Assert.Null(board.Figure(HandoverMeasures.HandoverMeanToday));
    }

    [Fact]
    public void GivenArrivals_WhenTheLastHourIsRead_ThenTheSixtiethMinuteIsOver()
    {
        var board = new Board()
            .Tell(Ambulance("2026-11-21T23:59:59Z", new AmbulanceArrived("c_0")))
            .Tell(Ambulance("08:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("08:30", new AmbulanceArrived("c_2")))
            .Tell(Ambulance("08:40", new AmbulanceArrived("c_2")));

        Assert.Equal(2, board.Figure(HandoverMeasures.ArrivalsLastHour, "08:59:59"));
        Assert.Equal(1, board.Figure(HandoverMeasures.ArrivalsLastHour, "09:00:00"));
        Assert.Equal(2, board.Figure(HandoverMeasures.ArrivalsToday));
    }

    [Fact]
    public void GivenAWaitOverMidnight_WhenItEnds_ThenItCountsInFullOnTheDayOfTheHandover()
    {
        // 23:40 to 00:25: 45 minutes, 30 beyond the standard: 0.5 hours, all of them today.
        var board = new Board().HandedOver("c_1", "2026-11-21T23:40:00Z", "00:25");

        Assert.Equal(0, board.Figure(HandoverMeasures.HandoversToday, "2026-11-21T23:59:00Z"));
        Assert.Equal(0, board.Figure(HandoverMeasures.ArrivalsToday));
        Assert.Equal(1, board.Figure(HandoverMeasures.HandoversToday));
        Assert.Equal(45, board.Figure(HandoverMeasures.HandoverMeanToday));
        Assert.Equal(0.5, board.Figure(HandoverMeasures.HandoverLostToday));
    }

    [Fact]
    public void GivenAmbulancesThatWait_WhenTimeLostIsRead_ThenWhatIsBeyondTheStandardCounts()
    {
        // At 11:00 they have waited 60, 30 and 10 minutes: 45 + 15 + 0 = 60 minutes, one hour.
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:30", new AmbulanceArrived("c_2")))
            .Tell(Ambulance("10:50", new AmbulanceArrived("c_3"), "RAJ01"));

        Assert.Equal(1, board.Figure(HandoverMeasures.HandoverLostWaiting, "11:00"));
        Assert.Equal(1, board.System(HandoverMeasures.HandoverLostWaiting, "11:00"));
        Assert.Equal(0, board.Figure(HandoverMeasures.HandoverLostWaiting, "11:00", "RAJ01"));
    }

    [Fact]
    public void GivenTheDayTheClocksGoForward_WhenItIsCounted_ThenItHas23HoursAndWaitsAreTrue()
    {
        // 29 March 2026: 00:59 is followed by 02:00. 00:40 GMT to 02:10 BST are 30 minutes. The day ends at 23:00 UTC.
        var board = RecordedAt("2026-03-30T00:00:00Z")
            .HandedOver("c_1", "2026-03-29T00:40:00Z", "2026-03-29T01:10:00Z")
            .HandedOver("c_2", "2026-03-29T22:30:00Z", "2026-03-29T22:59:59Z")
            .HandedOver("c_3", "2026-03-29T22:45:00Z", "2026-03-29T23:00:00Z");

        Assert.Equal(30, board.Figure(HandoverMeasures.HandoverMeanToday, "2026-03-29T12:00:00Z"));
        Assert.Equal(2, board.Figure(HandoverMeasures.HandoversToday, "2026-03-29T22:59:59Z"));
        Assert.Equal(1, board.Figure(HandoverMeasures.HandoversToday, "2026-03-30T10:00:00Z"));
        Assert.Equal(15, board.Figure(HandoverMeasures.HandoverMeanToday, "2026-03-30T10:00:00Z"));
    }

    [Fact]
    public void GivenTheDayTheClocksGoBack_WhenItIsCounted_ThenItHas25HoursAndWaitsAreTrue()
    {
        // 25 October 2026: 01:00 to 01:59 come twice. 01:50 BST to 01:20 GMT are 30 minutes. The day begins at 23:00 UTC
        // of the 24th and ends at 24:00 UTC.
        var board = RecordedAt("2026-10-26T01:00:00Z")
            .HandedOver("c_0", "2026-10-24T22:00:00Z", "2026-10-24T22:59:59Z")
            .HandedOver("c_1", "2026-10-25T00:50:00Z", "2026-10-25T01:20:00Z")
            .HandedOver("c_2", "2026-10-25T23:00:00Z", "2026-10-25T23:30:00Z");

        Assert.Equal(1, board.Figure(HandoverMeasures.HandoversToday, "2026-10-25T12:00:00Z"));
        Assert.Equal(30, board.Figure(HandoverMeasures.HandoverMeanToday, "2026-10-25T12:00:00Z"));
        Assert.Equal(2, board.Figure(HandoverMeasures.HandoversToday, "2026-10-25T23:59:59Z"));
        Assert.Equal(0, board.Figure(HandoverMeasures.HandoversToday, "2026-10-26T00:00:00Z"));
    }
}
