using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.EmergencyDepartments.EmergencyDepartmentMeasures;

namespace MseControlCentre.Domain.Tests.EmergencyDepartments;

public sealed class ArrivalScenarios
{
    [Fact]
    public void GivenNoEarlierWeeks_WhenTheHourIsRead_ThenTheUsualDayIsExpectedAndSaidToBeDeclared()
    {
        // Basildon's usual day is 240 arrivals, the same in every hour: 10.
        var board = WiderNetwork.Board().Tell("10:30", new EdAttendanceRegistered("v_1"));

        var expected = board.At("11:00").Sites[0].Figures[ArrivalsExpectedHour];

        Assert.Equal(10, expected.Value);
        Assert.Equal((FigureQuality.Declared, "usual day of the network file"), (expected.Quality, expected.Source));
        Assert.Equal(1, board.Figure(ArrivalsLastHour, "11:00"));
    }

    [Fact]
    public void GivenTwoEarlierWeeks_WhenTheHourIsRead_ThenTheirMeanIsExpectedAndTheFigureSaysSo()
    {
        // 10:00 to 11:00 on the two Sundays before: 3 and 6 arrivals, mean 4.5.
        var board = WiderNetwork.Board();
        ArrivedInWeeksBefore(board, "2026-11-08", 3);
        ArrivedInWeeksBefore(board, "2026-11-15", 6);

        var expected = board.At("11:00").Sites[0].Figures[ArrivalsExpectedHour];

        Assert.Equal(4.5, expected.Value);
        Assert.Equal("same hours of the last 2 weeks", expected.Source);

        var evidence = board.Centre.EvidenceAt("RAJ12:ed.arrivals-expected-hour", Board.Time("11:00"), 10)!.Evidence;
        Assert.Equal([6, 3], evidence.Select(week => week.Value));
        Assert.All(evidence, week => Assert.Equal(EvidenceKind.HourlyCounts, week.Kind));
    }

    [Fact]
    public void GivenADayToldWhole_WhenItsVariationIsRead_ThenItIsThePercentOfWhatIsExpectedSoFar()
    {
        // By 06:00 60 are expected; 45 came: 75 %. The arrival at 23:59:59 was yesterday's.
        var board = WiderNetwork.Board();
        board.RecordedAt = Board.Time("2026-11-21T20:00:00Z");
        board.Tell("2026-11-21T23:59:59Z", new EdAttendanceRegistered("v_yesterday"));
        board.RecordedAt = Board.Time("06:00");
        for (var minute = 0; minute < 45; minute++)
        {
            board.Tell($"00:{minute:00}:00", new EdAttendanceRegistered($"v_{minute}"));
        }

        Assert.Equal(75, board.Figure(ArrivalsVariationToday, "06:00"));
    }

    [Fact]
    public void GivenASiteFirstHeardAtNoon_WhenItsVariationIsRead_ThenOnlyWhatCameSinceIsExpected()
    {
        // From 12:00 to 14:00 20 are expected; 22 came, and one before noon that does not count: 110 %.
        var board = WiderNetwork.Board();
        board.RecordedAt = Board.Time("12:00");
        board.Tell("11:59", new EdAttendanceRegistered("v_before"));
        board.RecordedAt = Board.Time("14:00");
        for (var minute = 0; minute < 22; minute++)
        {
            board.Tell($"13:{minute:00}:00", new EdAttendanceRegistered($"v_{minute}"));
        }

        Assert.Equal(110, board.Figure(ArrivalsVariationToday, "14:00"));
    }

    [Fact]
    public void GivenTwoSites_WhenTheSystemIsRead_ThenItsExpectationIsTheSumOfTheirs()
    {
        // Basildon 10 an hour and Southend 5.
        var board = WiderNetwork.Board().Tell("10:30", new EdAttendanceRegistered("v_1"));
        board.Tell(Board.Event("10:30", new EdAttendanceRegistered("v_2"), "RAJ01", "southend-pas"));

        Assert.Equal(15, board.At("11:00").Figures[ArrivalsExpectedHour].Value);
    }

    [Fact]
    public void GivenANetworkWithoutAUsualDay_WhenTheHourIsRead_ThenNothingIsExpectedRatherThanZero()
    {
        var board = new Board().Tell("10:30", new EdAttendanceRegistered("v_1"));

        Assert.Null(board.Figure(ArrivalsExpectedHour, "11:00"));
        Assert.Null(board.Figure(ArrivalsVariationToday, "11:00"));
    }

    private static void ArrivedInWeeksBefore(Board board, string day, int arrivals)
    {
        board.RecordedAt = Board.Time(day + "T00:00:00Z");
        for (var minute = 0; minute < arrivals; minute++)
        {
            board.Tell($"{day}T10:{minute:00}:00Z", new EdAttendanceRegistered($"v_{day}_{minute}"));
        }
    }
}
