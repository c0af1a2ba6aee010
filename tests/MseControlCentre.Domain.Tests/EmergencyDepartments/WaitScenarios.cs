using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.EmergencyDepartments.EmergencyDepartmentMeasures;

namespace MseControlCentre.Domain.Tests.EmergencyDepartments;

public sealed class WaitScenarios
{
    [Fact]
    public void GivenADecisionToAdmit_WhenTwelveHoursHavePassed_ThenEachClockRunsFromItsOwnStart()
    {
        // Arrived 01:00, decided 05:00: over 12 h from arrival after 13:00:00, from the decision after 17:00:00.
        var board = WiderNetwork.Board()
            .Tell("01:00", new EdAttendanceRegistered("v_1"))
            .Tell("05:00", new EdDecisionToAdmit("v_1"));

        Assert.Equal([0, 0], BothClocks(board, "13:00:00"));
        Assert.Equal([1, 0], BothClocks(board, "13:00:01"));
        Assert.Equal([1, 0], BothClocks(board, "17:00:00"));
        Assert.Equal([1, 1], BothClocks(board, "17:00:01"));
        Assert.NotEqual(EdOverLong.Name, OverLongFromDecision.Name);
    }

    [Fact]
    public void GivenFourPatients_WhenOneIsOverTwelveHours_ThenTheShareIsAQuarter()
    {
        var board = WiderNetwork.Board().Tell("01:00", new EdAttendanceRegistered("v_1"));
        board.Tell("10:00", new EdAttendanceRegistered("v_2"));
        board.Tell("11:00", new EdAttendanceRegistered("v_3"));
        board.Tell("12:00", new EdAttendanceRegistered("v_4"));

        Assert.Equal(25, board.Figure(EdOverLongShare, "14:00"));
    }

    [Fact]
    public void GivenAnEmptyDepartment_WhenWaitsAreRead_ThenThereIsNoShareAndNoLongestWait()
    {
        var board = WiderNetwork.Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdDeparted("v_1", EdOutcome.Discharged));

        Assert.Null(board.Figure(EdOverLongShare));
        Assert.Null(board.Figure(ReferredShare));
        Assert.Null(board.Figure(LongestWait));
        Assert.Null(board.Figure(LongestWaitForBed));
        Assert.Equal(0, board.Figure(InDepartment));
    }

    [Fact]
    public void GivenTwoPatients_WhenTheLongestWaitsAreRead_ThenTheyAreWholeMinutesOfEachClock()
    {
        // At 10:00:30: since 08:00 120 minutes, since the later decision at 09:50:00 10 minutes.
        var board = WiderNetwork.Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdAttendanceRegistered("v_2"))
            .Tell("09:50", new EdDecisionToAdmit("v_2"));

        Assert.Equal(120, board.Figure(LongestWait, "10:00:30"));
        Assert.Equal(10, board.Figure(LongestWaitForBed, "10:00:30"));
    }

    /// <summary>Clocks go forward at 01:00 UTC on 29 March and back at 01:00 UTC on 25 October: elapsed time counts.</summary>
    [Theory]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T03:00:00Z", 0)]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T03:00:01Z", 1)]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z", 0)]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25T03:00:01Z", 1)]
    public void GivenAWaitOverAClockChange_WhenFourHoursAreJudged_ThenElapsedTimeCounts(
        string arrived, string asked, int over)
    {
        var board = WiderNetwork.Board();
        board.RecordedAt = Board.Time(arrived);
        board.Tell(arrived, new EdAttendanceRegistered("v_1"));

        Assert.Equal(over, board.Figure(EdOverStandard, asked));
    }

    [Fact]
    public void GivenMilestones_WhenThoseWaitingAreCounted_ThenEachWaitsForTheNextOnly()
    {
        // v_1 waits for assessment; v_2 was assessed; v_3 was seen without an assessment told; v_4 is ready to proceed.
        var board = WiderNetwork.Board();
        foreach (var encounter in new[] { "v_1", "v_2", "v_3", "v_4" })
        {
            board.Tell("08:00", new EdAttendanceRegistered(encounter));
        }

        board.Tell("08:10", new EdInitialAssessmentCompleted("v_2"));
        board.Tell("08:20", new EdSeenForTreatment("v_3"));
        board.Tell("08:30", new EdDecisionToAdmit("v_4"));
        board.Tell("08:40", new EdClinicallyReadyToProceed("v_4"));

        Assert.Equal(1, board.Figure(AwaitingAssessment));
        Assert.Equal(1, board.Figure(ReadyToProceed));
        Assert.Equal(1, board.Figure(AwaitingBed));
    }

    [Fact]
    public void GivenReferrals_WhenTheyAreCounted_ThenTheNewestServiceOfAPatientCounts()
    {
        // Referred: v_1 (medicine), v_2 (mental health, after medicine); not v_3, v_4. 2 of 4 are 50 %.
        var board = WiderNetwork.Board();
        foreach (var encounter in new[] { "v_1", "v_2", "v_3", "v_4" })
        {
            board.Tell("08:00", new EdAttendanceRegistered(encounter));
        }

        board.Tell("08:10", new EdReferredToService("v_1", "medicine"));
        board.Tell("08:10", new EdReferredToService("v_2", "medicine"));
        board.Tell("08:30", new EdReferredToService("v_2", EdReferredToService.MentalHealth));

        Assert.Equal(2, board.Figure(Referred));
        Assert.Equal(50, board.Figure(ReferredShare));
        Assert.Equal(1, board.Figure(MentalHealthWaiting));
    }

    [Fact]
    public void GivenAMentalHealthPatient_WhenExactlyADayHasPassed_ThenTheWaitIsNotYetTooLong()
    {
        var board = WiderNetwork.Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdReferredToService("v_1", "mental-health"))
            .Tell("08:00", new EdAttendanceRegistered("v_2"));

        Assert.Equal(0, board.Figure(MentalHealthOver, "2026-11-23T08:00:00Z"));
        Assert.Equal(1, board.Figure(MentalHealthOver, "2026-11-23T08:00:01Z"));
    }

    [Fact]
    public void GivenANetworkWithoutTheThresholds_WhenTheyAreNeeded_ThenTheFiguresAreUnknown()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("08:05", new EdInitialAssessmentCompleted("v_1"))
            .Tell("08:10", new EdReferredToService("v_1", "mental-health"));

        Assert.Null(board.Figure(AssessmentWithinShare));
        Assert.Null(board.Figure(MentalHealthOver));
        Assert.Equal(1, board.Figure(MentalHealthWaiting));
    }

    private static double?[] BothClocks(Board board, string at) =>
        [board.Figure(EdOverLong, at), board.Figure(OverLongFromDecision, at)];
}
