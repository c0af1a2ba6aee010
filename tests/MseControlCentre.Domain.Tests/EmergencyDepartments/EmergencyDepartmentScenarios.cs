using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.EmergencyDepartments;

public sealed class EmergencyDepartmentScenarios
{
    [Fact]
    public void GivenAnArrival_WhenExactlyFourHoursHavePassed_ThenThePatientIsNotYetOver()
    {
        var board = new Board().Tell("08:00", new EdAttendanceRegistered("v_1"));

        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.EdOverStandard, "12:00:00"));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.EdOverStandard, "12:00:01"));
        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.EdOverLong, "20:00:00"));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.EdOverLong, "20:00:01"));
    }

    [Fact]
    public void GivenDepartures_WhenPerformanceIsRead_ThenExactlyFourHoursIsWithin()
    {
        // Of three departures two took four hours or less: 66.7 %.
        var board = new Board();
        Attend(board, "v_1", "01:00:00", "05:00:00");
        Attend(board, "v_2", "01:00:00", "05:00:01");
        Attend(board, "v_3", "02:00:00", "03:00:00");

        Assert.Equal(66.7, board.Figure(EmergencyDepartmentMeasures.EdPerformanceToday));
    }

    [Fact]
    public void GivenNoDepartures_WhenPerformanceIsRead_ThenItIsUnknownAndNotZero()
    {
        var board = new Board().Tell("08:00", new EdAttendanceRegistered("v_1"));

        Assert.Null(board.Figure(EmergencyDepartmentMeasures.EdPerformanceToday));
    }

    [Fact]
    public void GivenArrivals_WhenTheLastHourIsRead_ThenItEndsNowAndBeginsJustAfterAnHourAgo()
    {
        var board = new Board()
            .Tell("09:00:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00:01", new EdAttendanceRegistered("v_2"))
            .Tell("10:00:00", new EdAttendanceRegistered("v_3"));

        Assert.Equal(2, board.Figure(EmergencyDepartmentMeasures.ArrivalsLastHour, "10:00:00"));
    }

    [Fact]
    public void GivenADecisionToAdmit_WhenThePatientLeavesForABed_ThenNobodyWaits()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("09:00", new EdDecisionToAdmit("v_1", "300"));

        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.AwaitingBed, "09:30"));

        board.Tell("10:00", new EncounterClassChanged("v_1", PatientClass.Inpatient, new Place("MARY", "1")));

        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.AwaitingBed));
        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.InDepartment));
        Assert.Equal(100, board.Figure(EmergencyDepartmentMeasures.EdPerformanceToday));
    }

    [Fact]
    public void GivenMilestonesHeardBeforeTheArrival_WhenTheArrivalIsHeard_ThenTheyBelongToIt()
    {
        var board = new Board()
            .Tell("09:00", new EdDecisionToAdmit("v_1"))
            .Tell("08:00", new EdAttendanceRegistered("v_1"));

        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.AwaitingBed, "09:30"));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.InDepartment, "09:30"));
    }

    [Theory]
    [InlineData("2026-11-22T00:00:00Z", 1)]
    [InlineData("2026-11-21T23:59:59Z", 0)]
    public void GivenAnArrivalAtMidnight_WhenTodayIsCounted_ThenMidnightBelongsToTheNewDay(string at, int expected)
    {
        var board = new Board().Tell(at, new EdAttendanceRegistered("v_1"));

        Assert.Equal(expected, board.Figure(EmergencyDepartmentMeasures.AttendancesToday));
    }

    /// <summary>On 29 March 2026 clocks go from 01:00 to 02:00, on 25 October from 02:00 back to 01:00.</summary>
    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29T22:30:00Z", 1)]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29T23:00:00Z", 0)]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25T23:30:00Z", 1)]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T00:00:00Z", 0)]
    public void GivenAClockChange_WhenTodayIsCounted_ThenTheLocalDayCounts(string arrival, string asked, int expected)
    {
        var board = new Board { RecordedAt = Board.Time(arrival) }.Tell(arrival, new EdAttendanceRegistered("v_1"));

        Assert.Equal(expected, board.Figure(EmergencyDepartmentMeasures.AttendancesToday, asked));
    }

    private static void Attend(Board board, string encounter, string arrived, string departed) => board
        .Tell(arrived, new EdAttendanceRegistered(encounter))
        .Tell(departed, new EdDeparted(encounter, EdOutcome.Discharged));
}
