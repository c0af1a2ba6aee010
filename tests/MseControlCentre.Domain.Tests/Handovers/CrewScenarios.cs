using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Handovers.Ambulances;

namespace MseControlCentre.Domain.Tests.Handovers;

/// <summary>Crews to release at 45 minutes, and crews clear after handover.</summary>
public sealed class CrewScenarios
{
    [Fact]
    public void GivenACrewThatWaits_WhenTheMaximumHasPassed_ThenItIsToBeReleasedUntilItsPatientIsCohorted()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:50", new PatientCohorted("c_1", "Corridor")));

        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespond));
        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespondToday));
        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesOverMaximum));
    }

    [Fact]
    public void GivenACrewThatStillWaits_WhenTheClockIsRead_ThenTheMaximumItselfIsNotBeyondIt()
    {
        var board = new Board().Tell(Ambulance("10:00", new AmbulanceArrived("c_1")));

        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespond, "10:45:00"));
        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespondToday, "10:45:00"));
        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespond, "10:45:01"));
        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespondToday, "10:45:01"));
    }

    [Fact]
    public void GivenCrewsThatLeftInTime_WhenTheDayIsCounted_ThenNoneWasToBeReleased()
    {
        var board = new Board()
            .HandedOver("c_1", "10:00:00", "10:45:00")
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_2")))
            .Tell(Ambulance("10:40", new PatientCohorted("c_2", "Corridor")))
            .Tell(Ambulance("12:00", new HandoverCompleted("c_2")))
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_3")))
            .Tell(Ambulance("10:30", new ConveyanceDiverted("c_3", "RAJ01")));

        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespondToday));
    }

    [Fact]
    public void GivenWaitsOverMidnight_WhenTheDayIsCounted_ThenTheMinuteAtWhichTheMaximumPassedDecides()
    {
        // c_1 passes 45 minutes at 23:45 yesterday and still waits; c_2 at 00:15 today and has gone.
        var board = new Board()
            .Tell(Ambulance("2026-11-21T23:00:00Z", new AmbulanceArrived("c_1")))
            .HandedOver("c_2", "2026-11-21T23:30:00Z", "00:20");

        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespond, "01:00"));
        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespondToday, "01:00"));
    }

    [Fact]
    public void GivenACrewSentOnAfterTheMaximum_WhenSitesAreRead_ThenItCountsWhereItWaited()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:50", new ConveyanceDiverted("c_1", "RAJ01")))
            .Tell(Ambulance("11:30", new AmbulanceArrived("c_1"), "RAJ01"))
            .Tell(Ambulance("11:50", new HandoverCompleted("c_1"), "RAJ01"));

        Assert.Equal(1, board.Figure(CrewMeasures.ReleaseToRespondToday));
        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespondToday, site: "RAJ01"));
        Assert.Equal(1, board.System(CrewMeasures.ReleaseToRespondToday));
        Assert.Equal(20, board.Figure(HandoverMeasures.HandoverMeanToday, site: "RAJ01"));
    }

    [Fact]
    public void GivenACrewToBeReleased_WhenTheFigureIsOpened_ThenItNamesTheConveyanceAndItsEvents()
    {
        var board = new Board().Tell(Ambulance("10:00", new AmbulanceArrived("c_1")));

        var evidence = board.Centre.EvidenceAt("RAJ12:ambulance.release-to-respond-today", Board.Time("11:00"), 10);

        var one = Assert.Single(evidence!.Evidence);
        Assert.Equal("c_1", one.Subject);
        Assert.Equal("AmbulanceArrived", Assert.Single(one.Events).Kind);
    }

    [Fact]
    public void GivenCrewsClear_WhenTheDayIsSummed_ThenTimeRunsFromHandover()
    {
        // 15 minutes are within 15, 20 are not; the mean of both is 17.5. The third crew is not clear yet.
        var board = WithCrewClear()
            .HandedOver("c_1", "09:30", "10:00")
            .Tell(Ambulance("10:15:00", new AmbulanceCleared("c_1")))
            .HandedOver("c_2", "09:40", "10:10")
            .Tell(Ambulance("10:30", new AmbulanceCleared("c_2")))
            .Tell(Ambulance("10:31", new AmbulanceCleared("c_2")))
            .HandedOver("c_3", "10:00", "10:20");

        Assert.Equal(17.5, board.Figure(CrewMeasures.CrewClearMeanToday));
        Assert.Equal(1, board.Figure(CrewMeasures.CrewClearOverToday));
        Assert.Equal(1, board.Figure(CrewMeasures.CrewsNotClear));
    }

    [Fact]
    public void GivenAFeedThatTellsOfNoCrewsClear_WhenTheyAreCounted_ThenTheyAreNotKnown()
    {
        var board = WithCrewClear().HandedOver("c_1", "09:30", "10:00");

        Assert.Null(board.Figure(CrewMeasures.CrewClearMeanToday));
        Assert.Null(board.Figure(CrewMeasures.CrewClearOverToday));
        Assert.Null(board.Figure(CrewMeasures.CrewsNotClear));
        Assert.Equal(
            FigureQuality.Unknown, board.At("23:00").Sites[0].Figures[CrewMeasures.CrewsNotClear].Quality);
    }

    [Fact]
    public void GivenNoLimitInTheNetworkFile_WhenSlowCrewsAreCounted_ThenTheyAreNotKnown()
    {
        var board = new Board()
            .HandedOver("c_1", "09:30", "10:00")
            .Tell(Ambulance("11:00", new AmbulanceCleared("c_1")));

        Assert.Equal(60, board.Figure(CrewMeasures.CrewClearMeanToday));
        Assert.Null(board.Figure(CrewMeasures.CrewClearOverToday));
    }

    [Fact]
    public void GivenACrewThatLeftItsPatientInACohortArea_WhenItIsClear_ThenThePatientStillWaits()
    {
        // Handover runs from 10:00 to 11:00; the crew was clear before it, so there is no time from handover to clear.
        var board = WithCrewClear()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:10", new PatientCohorted("c_1", "Corridor")))
            .Tell(Ambulance("10:20", new AmbulanceCleared("c_1")));

        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesWaiting));

        board.Tell(Ambulance("11:00", new HandoverCompleted("c_1")));

        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesWaiting));
        Assert.Equal(60, board.Figure(HandoverMeasures.HandoverMeanToday));
        Assert.Equal(0, board.Figure(CrewMeasures.CrewsNotClear));
        Assert.Null(board.Figure(CrewMeasures.CrewClearMeanToday));
    }

    private static Board WithCrewClear()
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        file["version"] = "2";
        file["thresholds"]!["crewClear"] = new JsonObject
        {
            ["value"] = 15,
            ["unit"] = "minutes",
            ["basis"] = "EADT 2018",
        };
        return new Board().Tell(TestNetwork.Adoption() with
        {
            MessageId = "network-2",
            Detail = new NetworkAdopted("2", JsonElement.Parse(file.ToJsonString())),
        });
    }
}
