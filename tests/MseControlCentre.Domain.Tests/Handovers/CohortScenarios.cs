using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Handovers.Ambulances;

namespace MseControlCentre.Domain.Tests.Handovers;

/// <summary>Cohort areas and who is in them; ambulances sent on; departments on divert.</summary>
public sealed class CohortScenarios
{
    private static readonly DateTimeOffset s_two = Board.Time("14:00");

    [Fact]
    public void GivenOpenAreas_WhenTheyAreCounted_ThenCapacityAddsUpUntilTheyExpireOrClose()
    {
        var board = new Board()
            .Tell("09:00", new CohortOpened("Handover unit", 12, s_two, "site manager"))
            .Tell("09:10", new CohortOpened("Corridor", 4));

        Assert.Equal(2, board.Figure(CohortMeasures.CohortAreas, "14:00:00"));
        Assert.Equal(16, board.Figure(CohortMeasures.CohortCapacity, "14:00:00"));
        Assert.Equal(1, board.Figure(CohortMeasures.CohortAreas, "14:00:01"));
        Assert.Equal(4, board.Figure(CohortMeasures.CohortCapacity, "14:00:01"));

        board.Tell("15:00", new CohortClosed("Corridor", "site manager"));

        Assert.Equal(0, board.Figure(CohortMeasures.CohortAreas));
        Assert.Equal(FigureQuality.Declared, Site(board).Figures[CohortMeasures.CohortAreas].Quality);
        Assert.Null(board.Figure(CohortMeasures.CohortAreas, site: "RAJ01"));
        Assert.Equal(0, board.System(CohortMeasures.CohortCapacity));
    }

    [Fact]
    public void GivenOnlyAnExpiredDeclaration_WhenAreasAreCounted_ThenNoneIsOpenAndTheFigureIsStale()
    {
        var board = new Board().Tell("09:00", new CohortOpened("Handover unit", 12, s_two));

        Assert.Equal(0, board.Figure(CohortMeasures.CohortAreas));
        Assert.Equal(FigureQuality.Stale, Site(board).Figures[CohortMeasures.CohortAreas].Quality);
    }

    [Fact]
    public void GivenACohortedPatient_WhenTheBoardIsRead_ThenTheClockRunsOnInTheArea()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:20", new PatientCohorted("c_1", "Corridor")))
            .Tell(Ambulance("10:30", new PatientCohorted("c_1", "Handover unit")));

        Assert.Equal(1, board.Figure(CohortMeasures.CohortPatients, "11:00"));
        Assert.Equal(60, board.Figure(HandoverMeasures.AmbulanceLongestWait, "11:00"));
        Assert.Equal("Handover unit", Assert.Single(board.At("11:00").Sites[0].Handovers).CohortArea);

        board.Tell(Ambulance("11:10", new HandoverCompleted("c_1")));

        Assert.Equal(0, board.Figure(CohortMeasures.CohortPatients));
        Assert.Equal(70, board.Figure(HandoverMeasures.HandoverMeanToday));
    }

    [Fact]
    public void GivenACohortedPatientWhoseArrivalWasNeverHeard_WhenTheBoardIsRead_ThenTheyWaitSinceThen()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceDispatchedToHospital("c_1")))
            .Tell(Ambulance("10:20", new PatientCohorted("c_1", "Corridor")));

        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesWaiting, "10:30"));
        Assert.Equal(10, board.Figure(HandoverMeasures.AmbulanceLongestWait, "10:30"));

        // Told late: they had arrived before.
        board.Tell(Ambulance("10:05", new AmbulanceArrived("c_1")));

        Assert.Equal(25, board.Figure(HandoverMeasures.AmbulanceLongestWait, "10:30"));
        Assert.Equal(1, board.Figure(HandoverMeasures.ArrivalsToday));
    }

    [Fact]
    public void GivenAnAmbulanceSentOn_WhenItIsToldTwiceOrLate_ThenItCountsOnceWhereItLeft()
    {
        var board = new Board()
            .Tell(Ambulance("09:50", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("10:00", new ConveyanceDiverted("c_1", "RAJ01")))
            .Tell(Ambulance("10:01", new ConveyanceDiverted("c_1", "RAJ01", Board.Time("10:40"))))
            .Tell(Ambulance("10:02", new AmbulanceDispatchedToHospital("c_2"), "RAJ01"))
            .Tell(Ambulance("10:03", new ConveyanceDiverted("c_2", "RAJ01")));

        Assert.Equal(2, board.Figure(CohortMeasures.DivertedToday));
        Assert.Equal(0, board.Figure(CohortMeasures.DivertedToday, site: "RAJ01"));
        Assert.Equal(2, board.Figure(HandoverMeasures.AmbulancesEnRoute, site: "RAJ01"));
        Assert.Contains(board.At("10:10").Sites[1].Handovers, row => row.ExpectedAt == Board.Time("10:40"));
    }

    [Fact]
    public void GivenAConveyanceThatWasCancelled_WhenTheDayIsCounted_ThenItCountsNowhere()
    {
        var board = new Board()
            .Tell(Ambulance("10:00", new AmbulanceArrived("c_1")))
            .Tell(Ambulance("11:00", new ConveyanceCancelled("c_1")));

        Assert.Equal(0, board.Figure(HandoverMeasures.ArrivalsToday));
        Assert.Equal(0, board.Figure(HandoverMeasures.AmbulancesWaiting));
        Assert.Equal(0, board.Figure(CrewMeasures.ReleaseToRespondToday));

        board.Tell(Ambulance("11:05", new AmbulanceArrived("c_1")));

        Assert.Equal(1, board.Figure(HandoverMeasures.ArrivalsToday));
        Assert.Equal(1, board.Figure(HandoverMeasures.AmbulancesWaiting));
    }

    [Fact]
    public void GivenADepartmentOnDivert_WhenItExpiresOrOpens_ThenTheDivertIsOver()
    {
        var board = new Board()
            .Tell("09:00", new EmergencyDepartmentDeclared(DepartmentStatus.Divert, "RAJ01", null, s_two))
            .Tell(Board.Event("09:05", new EmergencyDepartmentDeclared(DepartmentStatus.Open), "RAJ01"));

        Assert.Equal(1, board.Figure(CohortMeasures.DivertsInForce, "14:00:00"));
        Assert.Equal(0, board.Figure(CohortMeasures.DivertsInForce, "14:00:01"));
        Assert.Equal(0, board.Figure(CohortMeasures.DivertsInForce, "13:00", "RAJ01"));
        Assert.Equal(1, board.System(CohortMeasures.DivertsInForce, "13:00"));
        Assert.Null(new Board().Figure(CohortMeasures.DivertsInForce));
    }

    [Fact]
    public void GivenAWholeStory_WhenItIsToldInAnyOrder_ThenTheBoardIsTheSame()
    {
        FlowEvent[] story =
        [
            Ambulance("10:00", new AmbulanceArrived("c_1")),
            Ambulance("10:50", new ConveyanceDiverted("c_1", "RAJ01")),
            Ambulance("11:30", new PatientCohorted("c_1", "Tent"), "RAJ01"),
            Ambulance("11:40", new AmbulanceCleared("c_1"), "RAJ01"),
            Ambulance("11:50", new HandoverCompleted("c_1"), "RAJ01"),
        ];
        var told = new Board().Tell(story).Centre.StateHash();

        Assert.All(Permutations.Of(story), order =>
            Assert.Equal(told, new Board().Tell(order).Tell(order[0]).Centre.StateHash()));
    }

    private static SitePicture Site(Board board) => board.At("23:00").Sites[0];
}
