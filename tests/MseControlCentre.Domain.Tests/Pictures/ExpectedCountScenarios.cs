using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>What a span usually brings, as the arrivals expected in the last hour show it.</summary>
public sealed class ExpectedCountScenarios
{
    [Fact]
    public void GivenOneEarlierWeek_WhenASpanIsExpected_ThenOneIsChanceAndTheUsualDayCounts()
    {
        var board = WiderNetwork.Board();
        Arrive(board, "2026-11-15T10:30:00Z", 30);

        Assert.Equal(10, Expected(board, "2026-11-22T11:00:00Z"));
    }

    [Fact]
    public void GivenFiveEarlierWeeks_WhenASpanIsExpected_ThenTheLastFourCount()
    {
        // Five weeks back 100, then 1, 2, 3 and 4: (1 + 2 + 3 + 4) / 4 = 2.5.
        var board = WiderNetwork.Board();
        Arrive(board, "2026-10-18T10:30:00Z", 100);
        Arrive(board, "2026-10-25T10:30:00Z", 1);
        Arrive(board, "2026-11-01T10:30:00Z", 2);
        Arrive(board, "2026-11-08T10:30:00Z", 3);
        Arrive(board, "2026-11-15T10:30:00Z", 4);

        Assert.Equal(2.5, Expected(board, "2026-11-22T11:00:00Z"));
    }

    [Fact]
    public void GivenQuietWeeks_WhenASpanIsExpected_ThenNoneIsExpectedAndThatIsKnown()
    {
        var board = WiderNetwork.Board();
        Arrive(board, "2026-11-01T08:00:00Z", 1);

        Assert.Equal(0, Expected(board, "2026-11-22T11:00:00Z"));
    }

    [Fact]
    public void GivenWeeksWhoseStoriesHaveLeft_WhenPartOfAnHourIsExpected_ThenItsPartOfTheHourCounts()
    {
        // 10:00 to 11:00 has 4, 11:00 to 12:00 has 2 in both weeks. While the stories are kept, 10:30 to 11:30 has those
        // that came in it: none of 10:15 and 11:45. Once settled into hours, half of 4 and half of 2: 3.
        var board = WiderNetwork.Board();
        foreach (var day in new[] { "2026-11-08", "2026-11-15" })
        {
            Arrive(board, day + "T10:15:00Z", 4, departs: true);
            Arrive(board, day + "T11:45:00Z", 2, departs: true);
        }

        board.RecordedAt = Board.Time("2026-11-22T11:00:00Z");
        board.Tell("2026-11-22T11:00:00Z", new EdAttendanceRegistered("v_now"));

        Assert.Equal(1, board.Centre.KeptStories);
        Assert.Equal(3, Expected(board, "2026-11-22T11:30:00Z"));
    }

    [Fact]
    public void GivenWeeksThatHaveSettled_WhenTheStateIsRestored_ThenTheSameIsExpected()
    {
        var board = WiderNetwork.Board();
        Arrive(board, "2026-11-08T10:30:00Z", 3, departs: true);
        Arrive(board, "2026-11-15T10:30:00Z", 6, departs: true);
        board.RecordedAt = Board.Time("2026-11-22T11:00:00Z");
        board.Tell("2026-11-22T11:00:00Z", new EdAttendanceRegistered("v_now"));

        Assert.Equal(4.5, Expected(Board.Restore(board.Centre.Save()), "2026-11-22T11:00:00Z"));
    }

    /// <summary>
    /// Local 11:00 to 12:00 is the same hour by the clocks on both sides of a change, and another hour of UTC: it is asked
    /// at noon local, after two weeks that were on the other side.
    /// </summary>
    [Theory]
    [InlineData("2026-03-15", "2026-03-22", "T11:30:00Z", "2026-03-29T11:00:00Z")]
    [InlineData("2026-10-11", "2026-10-18", "T10:30:00Z", "2026-10-25T12:00:00Z")]
    public void GivenAClockChange_WhenTheHourIsExpected_ThenTheSameLocalHourOfEarlierWeeksCounts(
        string first, string second, string sameLocalHour, string asked)
    {
        var board = WiderNetwork.Board();
        Arrive(board, first + sameLocalHour, 3);
        Arrive(board, second + sameLocalHour, 5);

        Assert.Equal(4, Expected(board, asked));
    }

    [Fact]
    public void GivenTheHourThatClocksLeaveOut_WhenItIsAWeekBack_ThenThatWeekTellsNothing()
    {
        // On 5 April, 02:00 to 03:00 local. On 29 March those clocks never showed 01:00 to 02:00, and 01:30 to 02:30 has
        // no length: of the three weeks before, two tell of 2 arrivals each.
        var board = WiderNetwork.Board();
        Arrive(board, "2026-03-15T02:00:00Z", 2);
        Arrive(board, "2026-03-22T02:00:00Z", 2);

        Assert.Equal(2, Expected(board, "2026-04-05T01:30:00Z"));
    }

    [Theory]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30T23:00:00Z", 48)]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z", 46)]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z", 50)]
    public void GivenADayOfAClockChange_WhenTheUsualDayIsTaken_ThenItHasTwentyThreeOrTwentyFiveHours(
        string midnight, string nextMidnight, double admissions)
    {
        // Two emergency admissions an hour from midnight to midnight: 24, 23 and 25 hours.
        var board = WiderNetwork.Board();
        board.RecordedAt = Board.Time(midnight);
        board.Tell(midnight, new EdAttendanceRegistered("v_1"));

        Assert.Equal(admissions, board.Figure(Domain.Beds.BedMeasures.ExpectedAdmissions, midnight));
        Assert.Equal(48, board.Figure(Domain.Beds.BedMeasures.ExpectedAdmissions, nextMidnight));
    }

    private static double? Expected(Board board, string at) =>
        board.Figure(EmergencyDepartmentMeasures.ArrivalsExpectedHour, at);

    private static void Arrive(Board board, string at, int arrivals, bool departs = false)
    {
        // The feed was heard from the midnight before.
        board.RecordedAt = Board.Time(at[..10] + "T00:00:00Z");
        for (var patient = 0; patient < arrivals; patient++)
        {
            board.Tell(at, new EdAttendanceRegistered($"v_{at}_{patient}"));
            if (departs)
            {
                board.Tell(at, new EdDeparted($"v_{at}_{patient}"));
            }
        }
    }
}
