using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

/// <summary>When patients leave: before noon, by 17:00, at weekends.</summary>
public sealed class DischargeTimeScenarios
{
    [Fact]
    public void GivenDischargesAtTheEdges_WhenTheSharesAreRead_ThenNoonIsNotBeforeNoonAndSeventeenIsBySeventeen()
    {
        var board = With("2026-11-20T08:00:00Z", "11:59:59", "12:00:00", "17:00:00", "17:00:59", "17:01:00");

        // One of five before noon; four of five in the band "by 17:00", the fifth in "17:01 to 23:59".
        Assert.Equal(20, board.Figure(ThroughputMeasures.BeforeNoonShare, "23:00"));
        Assert.Equal(80, board.Figure(ThroughputMeasures.BySeventeenShare, "23:00"));
    }

    [Fact]
    public void GivenNoDischargeYet_WhenTheSharesAreRead_ThenTheyHaveNoMeaning()
    {
        var board = With("2026-11-20T08:00:00Z", "2026-11-21T23:59:59Z", "11:00:00");

        // 08:00: yesterday's discharge is not today's. 11:30: of one discharge so far, all before noon.
        Assert.Null(With("2026-11-20T08:00:00Z", "2026-11-21T23:59:59Z").Figure(ThroughputMeasures.BeforeNoonShare, "08:00"));
        Assert.Equal(100, board.Figure(ThroughputMeasures.BeforeNoonShare, "11:30"));
    }

    [Theory]
    [InlineData("2026-03-29T10:59:59Z", 100)] // 11:59:59 BST, on the day the clocks go forward
    [InlineData("2026-03-29T11:00:00Z", 0)] // noon BST
    [InlineData("2026-10-25T11:59:59Z", 100)] // 11:59:59 GMT, on the day the clocks go back
    [InlineData("2026-10-25T12:00:00Z", 0)]
    public void GivenAClockChange_WhenTheShareIsRead_ThenTheWallClockDecides(string discharged, double share)
    {
        var board = With("2026-01-02T08:00:00Z", discharged);

        Assert.Equal(share, board.Figure(ThroughputMeasures.BeforeNoonShare, discharged));
    }

    [Fact]
    public void GivenTwoWholeWeeks_WhenTheWeekendIsRead_ThenItIsTheMeanOfItsDaysOverThatOfWeekdays()
    {
        var board = Weeks("2026-11-08T00:00:00Z", "2026-11-08", 14);

        // Sunday 8 to Saturday 21 November: ten weekdays of 5, four weekend days of 3: 3 / 5. Today counts nothing.
        Assert.Equal(60, board.Figure(ThroughputMeasures.WeekendShare, "12:00"));
        Assert.Equal(60, board.At("12:00").Sites[0].Figures[ThroughputMeasures.WeekendShare].Value);
        var evidence = board.Centre.EvidenceAt("RAJ12:discharge.weekend-share", Board.Time("12:00"), 50)!;
        Assert.Equal(14, evidence.Total);
        Assert.Equal(12, evidence.Evidence.Where(day => day.Counted).Sum(day => day.Value));
        Assert.Equal(50, evidence.Evidence.Where(day => !day.Counted).Sum(day => day.Value));
    }

    [Fact]
    public void GivenLessThanTwoWholeWeeks_WhenTheWeekendIsRead_ThenItIsUnknown()
    {
        Assert.Null(Weeks("2026-11-08T00:00:01Z", "2026-11-09", 13).Figure(ThroughputMeasures.WeekendShare, "12:00"));
    }

    [Fact]
    public void GivenFiveWeeks_WhenTheWeekendIsRead_ThenTheLastFourCount()
    {
        // The weekend of the fifth week back has 50 more on Saturday 24 October; it does not count: 3 / 5.
        var board = Weeks("2026-10-18T00:00:00Z", "2026-10-18", 35);
        for (var more = 0; more < 50; more++)
        {
            Leave(board, "2026-10-24T12:00:00Z", $"more-{more}");
        }

        Assert.Equal(60, board.Figure(ThroughputMeasures.WeekendShare, "12:00"));
        Assert.Equal(28, board.Centre.EvidenceAt("RAJ12:discharge.weekend-share", Board.Time("12:00"), 50)!.Total);
    }

    [Fact]
    public void GivenTheDayOf25Hours_WhenTheWeekendIsRead_ThenItsLastHourIsStillSunday()
    {
        // Monday 12 to Sunday 25 October: one discharge on each day at noon, and two more on Sunday the 25th, at its very
        // beginning (00:00 BST) and end (23:59:59 GMT). Weekend (1 + 1 + 1 + 3) / 4 = 1.5, weekdays 1: 150%.
        var board = Weeks("2026-10-11T23:00:00Z", "2026-10-12", 14, weekday: 1, weekend: 1);
        Leave(board, "2026-10-24T23:00:00Z", "first");
        Leave(board, "2026-10-25T23:59:59Z", "last");
        Leave(board, "2026-10-26T00:00:00Z", "monday");

        Assert.Equal(150, board.Figure(ThroughputMeasures.WeekendShare, "2026-10-26T09:00:00Z"));
    }

    private static Board With(string heard, params string[] discharges)
    {
        var board = DischargeNetwork.HeardFrom(heard);
        for (var index = 0; index < discharges.Length; index++)
        {
            Leave(board, discharges[index], index.ToString(CultureInfo.InvariantCulture));
        }

        return board;
    }

    private static Board Weeks(string heard, string firstDay, int days, int weekday = 5, int weekend = 3)
    {
        var board = DischargeNetwork.HeardFrom(heard);
        var first = DateOnly.Parse(firstDay, CultureInfo.InvariantCulture);
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            var patients = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : weekday;
            for (var patient = 0; patient < patients; patient++)
            {
                Leave(board, $"{day:yyyy-MM-dd}T12:00:00Z", $"{day:yyyy-MM-dd}-{patient}");
            }
        }

        return board;
    }

    private static void Leave(Board board, string time, string patient) => board
        .Admit(time, "v_" + patient)
        .Live(time, new PatientDischarged("v_" + patient));
}
