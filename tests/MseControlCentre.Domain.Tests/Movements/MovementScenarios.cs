using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Movements.MovementMeasures;

namespace MseControlCentre.Domain.Tests.Movements;

/// <summary>Movement of the hour before 12:00: after 11:00:00, up to 12:00:00.</summary>
public sealed class MovementScenarios
{
    [Fact]
    public void GivenHandovers_WhenTheHourIsCounted_ThenExactlyOneHourAgoIsNoLongerIn()
    {
        var board = WiderNetwork.Board();
        HandOver(board, "c_1", "11:00:00");
        HandOver(board, "c_2", "11:00:01");
        HandOver(board, "c_3", "12:00:00");
        HandOver(board, "c_3", "12:00:00");
        HandOver(board, "c_4", "12:00:01");

        Assert.Equal(2, board.Figure(HandoversLastHour, "12:00"));
        Assert.Equal(2, board.At("12:00").Figures[HandoversLastHour].Value);
    }

    [Fact]
    public void GivenArrivals_WhenTheyAreSplitByHowTheyCame_ThenWhatIsNotToldIsApart()
    {
        var board = WiderNetwork.Board()
            .Tell("11:00:00", new EdAttendanceRegistered("v_0", ArrivalMode: ArrivalMode.Other))
            .Tell("11:00:01", new EdAttendanceRegistered("v_1", ArrivalMode: ArrivalMode.Other))
            .Tell("11:30", new EdAttendanceRegistered("v_2", ArrivalMode: ArrivalMode.Ambulance))
            .Tell("11:40", new EdAttendanceRegistered("v_3"))
            .Tell("11:45", new EdAttendanceRegistered("v_3", ArrivalMode: ArrivalMode.Other))
            .Tell("11:50", new EdAttendanceRegistered("v_4"));

        Assert.Equal(2, board.Figure(OtherArrivals, "12:00"));
        Assert.Equal(1, board.Figure(UntoldArrivals, "12:00"));
    }

    [Fact]
    public void GivenArrivalsOfWhichNobodySaysHow_WhenTheyAreSplit_ThenHowManyWalkedInIsUnknown()
    {
        var board = WiderNetwork.Board().Tell("11:30", new EdAttendanceRegistered("v_1"));

        Assert.Null(board.Figure(OtherArrivals, "12:00"));
        Assert.Equal(1, board.Figure(UntoldArrivals, "12:00"));

        // Nobody came in the hour before 13:00: that is known.
        Assert.Equal(0, board.Figure(OtherArrivals, "13:00"));
    }

    [Fact]
    public void GivenDepartures_WhenTheyAreSplitByOutcome_ThenTheAdmittedAreInNeither()
    {
        var board = WiderNetwork.Board();
        Depart(board, "v_1", "11:10", EdOutcome.Discharged);
        Depart(board, "v_2", "11:20", EdOutcome.Transferred);
        Depart(board, "v_3", "11:30", EdOutcome.Left);
        Depart(board, "v_4", "11:40", EdOutcome.Unknown);
        Depart(board, "v_5", "11:50", EdOutcome.Admitted);
        Depart(board, "v_6", "11:55", EdOutcome.Discharged);
        board.Tell("11:56", new DischargeCancelled("v_6"));

        Assert.Equal(1, board.Figure(DepartmentToHome, "12:00"));
        Assert.Equal(3, board.Figure(DepartmentElsewhere, "12:00"));
    }

    [Fact]
    public void GivenAdmissions_WhenTheyAreSplit_ThenEachCountsOnceByWayAndWard()
    {
        var board = WiderNetwork.Board()

            // The same visit, upgraded (A06): through the department.
            .Tell("09:00", new EdAttendanceRegistered("v_1", Place: new Place("EDM")))
            .Tell("11:10", new EncounterClassChanged("v_1", PatientClass.Inpatient, new Place("AMU", "1")))

            // A visit of its own: the admission method says so.
            .Tell("11:15", new PatientAdmitted("v_2", new Place("MARY"), AdmissionMethod: "21"))
            .Tell("11:20", new PatientAdmitted("v_3", new Place("ITU"), AdmissionMethod: "21"))

            // Sent by a GP; planned; nowhere that is known.
            .Tell("11:25", new PatientAdmitted("v_4", new Place("AMU"), AdmissionMethod: "22"))
            .Tell("11:30", new PatientAdmitted("v_5", new Place("MARY"), AdmissionMethod: "11"))
            .Tell("11:35", new PatientAdmitted("v_6", new Place(Unmapped: "X"), AdmissionMethod: "21"))

            // Entered in error; told twice; an hour ago.
            .Tell("11:40", new PatientAdmitted("v_7", new Place("MARY"), AdmissionMethod: "21"))
            .Tell("11:41", new AdmissionCancelled("v_7"))
            .Tell("11:15", new PatientAdmitted("v_2", new Place("MARY"), AdmissionMethod: "21"))
            .Tell("11:00", new PatientAdmitted("v_8", new Place("MARY"), AdmissionMethod: "21"));

        Assert.Equal(1, board.Figure(DepartmentToAssessment, "12:00"));
        Assert.Equal(1, board.Figure(DepartmentToWards, "12:00"));
        Assert.Equal(1, board.Figure(DepartmentToCriticalCare, "12:00"));
        Assert.Equal(1, board.Figure(DirectToAssessment, "12:00"));
        Assert.Equal(1, board.Figure(DirectToWards, "12:00"));
        Assert.Equal(0, board.Figure(DirectToCriticalCare, "12:00"));
        Assert.Equal(1, board.Figure(ToOtherBeds, "12:00"));
    }

    [Fact]
    public void GivenMoves_WhenTheyAreCounted_ThenOnlyThoseFromPartToPartOfTheHospital()
    {
        var board = WiderNetwork.Board();
        foreach (var stay in (string[])["v_1", "v_2", "v_3", "v_4"])
        {
            board.Tell("08:00", new PatientAdmitted(stay, new Place("AMU", stay)));
        }

        board
            .Tell("11:10", new PatientTransferred("v_1", new Place("MARY", "1")))
            .Tell("11:20", new PatientTransferred("v_1", new Place("MARY", "2")))
            .Tell("11:30", new PatientTransferred("v_1", new Place("SURG", "1")))
            .Tell("11:40", new PatientTransferred("v_1", new Place("ITU", "1")))
            .Tell("11:50", new PatientTransferred("v_1", new Place("MARY", "1")))
            .Tell("11:10", new PatientTransferred("v_2", new Place("ITU", "2")))

            // Entered in error; told by an update instead of a move; an hour ago.
            .Tell("11:10", new PatientTransferred("v_3", new Place("MARY", "3")))
            .Tell("11:12", new TransferCancelled("v_3"))
            .Tell("11:15", new EncounterUpdated("v_4", Place: new Place("MARY", "4")))
            .Tell("11:00", new PatientTransferred("v_3", new Place("SURG", "9")));

        Assert.Equal(2, board.Figure(AssessmentToWards, "12:00"));
        Assert.Equal(1, board.Figure(AssessmentToCriticalCare, "12:00"));
        Assert.Equal(1, board.Figure(WardsToCriticalCare, "12:00"));
        Assert.Equal(1, board.Figure(CriticalCareToWards, "12:00"));
    }

    [Fact]
    public void GivenDischarges_WhenTheyAreSplit_ThenEachGoesOneWay()
    {
        var board = WiderNetwork.Board();
        Leave(board, "v_0", DischargePathway.P0, "19");
        Leave(board, "v_1", DischargePathway.P1, "19");
        Leave(board, "v_2", DischargePathway.P2, "51");
        Leave(board, "v_3", DischargePathway.P3, "85");
        Leave(board, "v_4", null, "19");
        Leave(board, "v_5", null, "51");
        Leave(board, "v_6", null, null);
        Leave(board, "v_7", DischargePathway.P1, "79");

        Assert.Equal(2, board.Figure(DischargedHome, "12:00"));
        Assert.Equal(1, board.Figure(DischargedPathway1, "12:00"));
        Assert.Equal(1, board.Figure(DischargedPathway2, "12:00"));
        Assert.Equal(1, board.Figure(DischargedPathway3, "12:00"));
        Assert.Equal(3, board.Figure(DischargedElsewhere, "12:00"));
    }

    [Fact]
    public void GivenAMovementToldLate_WhenItsHourIsRead_ThenItCountsInTheHourInWhichItHappened()
    {
        var board = WiderNetwork.Board().Tell("08:00", new PatientAdmitted("v_1", new Place("AMU")));
        board.RecordedAt = Board.Time("14:00");
        board.Tell("11:30", new PatientTransferred("v_1", new Place("MARY")));

        Assert.Equal(1, board.Figure(AssessmentToWards, "12:00"));
        Assert.Equal(0, board.Figure(AssessmentToWards, "14:00"));
    }

    [Fact]
    public void GivenPatientsInEveryPart_WhenTheyAreCounted_ThenEachIsInOneAndThePlacesAreThoseOpen()
    {
        var board = WiderNetwork.Board(AddSameDayUnit)
            .Tell("08:00", new PatientAdmitted("v_1", new Place("AMU")))
            .Tell("08:00", new PatientAdmitted("v_2", new Place("SDEC")))
            .Tell("08:00", new PatientAdmitted("v_3", new Place("MARY")))
            .Tell("08:00", new PatientAdmitted("v_4", new Place("MARY")))
            .Tell("09:00", new LeaveStarted("v_4"))
            .Tell("08:00", new PatientAdmitted("v_5", new Place("PICU")));

        // AMU 10 and SDEC 6; MARY 20, SURG 12, CHILD 6; ITU 8, PICU 2, NICU 5; ED 30, EDR 4, EDM 10, UTC 8, EDP 5.
        Assert.Equal(2, board.Figure(InAssessment));
        Assert.Equal(16, board.Figure(AssessmentPlaces));
        Assert.Equal(1, board.Figure(InWards));
        Assert.Equal(38, board.Figure(WardBeds));
        Assert.Equal(1, board.Figure(InCriticalCare));
        Assert.Equal(15, board.Figure(CriticalCareBeds));
        Assert.Equal(57, board.Figure(DepartmentSpaces));
    }

    [Fact]
    public void GivenTheSameEvents_WhenTheyComeInAnyOrderAndTwice_ThenTheFiguresAreTheSame()
    {
        FlowEvent[] events =
        [
            Board.Event("10:00", new EdAttendanceRegistered("v_1", Place: new Place("EDM"))),
            Board.Event("11:05", new EncounterClassChanged("v_1", PatientClass.Inpatient, new Place("AMU", "1"))),
            Board.Event("11:20", new PatientTransferred("v_1", new Place("ITU", "1"))),
            Board.Event("11:40", new PatientTransferred("v_1", new Place("MARY", "1"))),
            Board.Event("11:58", new PatientDischarged("v_1", "19")),
        ];

        foreach (var order in Permutations.Of(events))
        {
            var board = WiderNetwork.Board().Tell([.. order, .. order]);

            Assert.Equal(1, board.Figure(DepartmentToAssessment, "12:00"));
            Assert.Equal(1, board.Figure(AssessmentToCriticalCare, "12:00"));
            Assert.Equal(1, board.Figure(CriticalCareToWards, "12:00"));
            Assert.Equal(1, board.Figure(DischargedHome, "12:00"));
            Assert.Equal(0, board.Figure(InWards, "12:00"));
        }
    }

    private static void AddSameDayUnit(JsonNode file) => file["sites"]![0]!["wards"]!.AsArray().Add(JsonNode.Parse(
        """
        { "code": "SDEC", "name": "Same day", "specialty": "Acute medicine", "type": "SameDayEmergencyCare",
          "population": "Adult", "coreBeds": 6, "escalationBeds": 0,
          "locations": [ { "room": "SDEC", "facility": "RAJ12" } ] }
        """));

    private static void HandOver(Board board, string conveyance, string at) => board
        .Tell(Board.Event("10:30", new AmbulanceArrived(conveyance), source: "eeast-cad") with
        {
            MessageId = "arrived/" + conveyance,
        })
        .Tell(Board.Event(at, new HandoverCompleted(conveyance), source: "eeast-cad") with
        {
            MessageId = "handed-over/" + conveyance,
        });

    private static void Depart(Board board, string encounter, string at, EdOutcome outcome) => board
        .Tell("08:00", new EdAttendanceRegistered(encounter))
        .Tell(at, new EdDeparted(encounter, outcome));

    private static void Leave(Board board, string stay, DischargePathway? pathway, string? destination)
    {
        board.Tell("08:00", new PatientAdmitted(stay, new Place("MARY", stay)));
        if (pathway is not null)
        {
            board.Tell("09:00", new CriteriaToResideAssessed(stay, Met: false, pathway));
        }

        board.Tell("11:30", new PatientDischarged(stay, destination));
    }
}
