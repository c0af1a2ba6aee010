using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.EmergencyDepartments.EmergencyDepartmentMeasures;

namespace MseControlCentre.Domain.Tests.EmergencyDepartments;

public sealed class TodayScenarios
{
    [Fact]
    public void GivenAssessments_WhenTheDayIsRead_ThenExactlyFifteenMinutesIsInTime()
    {
        // 10:00, 15:00 and 15:01 minutes: the middle one is 15.0; two of three in time are 66.7 %.
        var board = WiderNetwork.Board();
        Assess(board, "v_1", "08:00:00", "08:10:00");
        Assess(board, "v_2", "08:00:00", "08:15:00");
        Assess(board, "v_3", "08:00:00", "08:15:01");

        Assert.Equal(15, board.Figure(AssessmentMedianToday));
        Assert.Equal(66.7, board.Figure(AssessmentWithinShare));
    }

    [Fact]
    public void GivenAnAssessmentToldTwiceAndAgainLater_WhenTheMedianIsRead_ThenTheFirstCountsOnce()
    {
        // v_1 after 10 minutes (a second assessment after 50 does not count), v_2 after 20: (10 + 20) / 2 = 15.
        var board = WiderNetwork.Board();
        Assess(board, "v_1", "08:00", "08:10");
        Assess(board, "v_1", "08:00", "08:10");
        board.Tell("08:50", new EdInitialAssessmentCompleted("v_1", Acuity.Urgent));
        Assess(board, "v_2", "08:00", "08:20");

        Assert.Equal(15, board.Figure(AssessmentMedianToday));
    }

    [Fact]
    public void GivenTreatments_WhenTheMedianIsRead_ThenItIsOfThoseSeenSinceMidnight()
    {
        // Seen after 30 and 50 minutes: 40. The patient seen at 23:59:59 belongs to yesterday, the one at 00:00:00 to
        // today: arrived 23:00, 60 minutes. Of 30, 50, 60 the middle one is 50.
        var board = WiderNetwork.Board();
        See(board, "v_1", "08:00", "08:30");
        See(board, "v_2", "08:00", "08:50");
        See(board, "v_3", "2026-11-21T20:00:00Z", "2026-11-21T23:59:59Z");

        Assert.Equal(40, board.Figure(TreatmentMedianToday));

        See(board, "v_4", "2026-11-21T23:00:00Z", "2026-11-22T00:00:00Z");

        Assert.Equal(50, board.Figure(TreatmentMedianToday));
    }

    [Fact]
    public void GivenATreatmentWhoseArrivalWasNeverTold_WhenTheMedianIsRead_ThenItIsUnknown()
    {
        var board = WiderNetwork.Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdSeenForTreatment("v_2"));

        Assert.Null(board.Figure(TreatmentMedianToday));
    }

    [Fact]
    public void GivenDecisionsToAdmit_WhenTheDayIsCounted_ThenEachPatientCountsOnceEvenAfterLeaving()
    {
        var board = WiderNetwork.Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdDecisionToAdmit("v_1"))
            .Tell("09:30", new EdDecisionToAdmit("v_1", "300"))
            .Tell("10:00", new EdDeparted("v_1", EdOutcome.Admitted))
            .Tell("2026-11-21T22:00:00Z", new EdAttendanceRegistered("v_2"))
            .Tell("2026-11-21T23:59:59Z", new EdDecisionToAdmit("v_2"));

        Assert.Equal(1, board.Figure(DecisionsToAdmitToday));
    }

    [Fact]
    public void GivenDeparturesFromEachType_WhenPerformanceIsRead_ThenTheTypeToldOrThatOfTheWardCounts()
    {
        // Type 1: told 01 in time; from majors (01 by the ward) over: 1 of 2 = 50 %.
        // Type 3: from urgent treatment (03 by the ward) in time; told 03 though in majors, in time: 2 of 2 = 100 %.
        // No type: from a ward without one, over: only in all types. In all 3 of 5 = 60 %; breaches 2. Type 2: none.
        var board = WiderNetwork.Board();
        Attend(board, "v_1", new Place("ED"), "01", "05:00:00");
        Attend(board, "v_2", new Place("EDM"), null, "05:00:01");
        Attend(board, "v_3", new Place("UTC"), null, "03:00:00");
        Attend(board, "v_4", new Place("EDM"), "03", "05:00:00");
        Attend(board, "v_5", new Place("ED"), null, "06:00:00");

        Assert.Equal(50, board.Figure(PerformanceType1Today));
        Assert.Null(board.Figure(PerformanceType2Today));
        Assert.Equal(100, board.Figure(PerformanceType3Today));
        Assert.Equal(60, board.Figure(EdPerformanceToday));
        Assert.Equal(2, board.Figure(BreachesToday));
    }

    [Fact]
    public void GivenAnAdmissionFromMajors_WhenPerformanceIsRead_ThenTheWardOfTheDepartmentTellsTheType()
    {
        // The same visit becomes an inpatient on a ward (HL7 A06): it left majors, type 1, after 3 hours.
        var board = WiderNetwork.Board()
            .Tell("01:00", new EdAttendanceRegistered("v_1", Place: new Place("UTC")))
            .Tell("02:00", new PatientTransferred("v_1", new Place("EDM")))
            .Tell("04:00", new EncounterClassChanged("v_1", PatientClass.Inpatient, new Place("MARY", "1")));

        Assert.Equal(100, board.Figure(PerformanceType1Today));
        Assert.Null(board.Figure(PerformanceType3Today));
    }

    [Fact]
    public void GivenADepartureThatIsCancelled_WhenTheDayIsRead_ThenThePatientIsBackAndNothingWasBreached()
    {
        var board = WiderNetwork.Board();
        Attend(board, "v_1", new Place("EDM"), null, "06:00:00");

        Assert.Equal(1, board.Figure(BreachesToday));

        board.Tell("06:05", new DischargeCancelled("v_1"));

        Assert.Equal(0, board.Figure(BreachesToday));
        Assert.Null(board.Figure(EdPerformanceToday));
        Assert.Equal(1, board.Figure(InDepartment));
    }

    private static void Assess(Board board, string encounter, string arrived, string assessed) => board
        .Tell(arrived, new EdAttendanceRegistered(encounter))
        .Tell(assessed, new EdInitialAssessmentCompleted(encounter));

    private static void See(Board board, string encounter, string arrived, string seen) => board
        .Tell(arrived, new EdAttendanceRegistered(encounter))
        .Tell(seen, new EdSeenForTreatment(encounter));

    private static void Attend(Board board, string encounter, Place place, string? type, string departed) => board
        .Tell("01:00:00", new EdAttendanceRegistered(encounter, Place: place, DepartmentType: type))
        .Tell(departed, new EdDeparted(encounter, EdOutcome.Discharged));
}
