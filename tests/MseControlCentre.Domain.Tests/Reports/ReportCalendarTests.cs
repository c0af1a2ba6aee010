using MseControlCentre.Domain.Reports;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Reports;

public sealed class ReportCalendarTests
{
    [Fact]
    public void StartsAt_InSummerAndWinter_IsLocalMidnight()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

        Assert.Equal(Board.Time("2023-01-01T00:00:00Z"), new CalendarMonth(2023, 1).StartsAt(london));
        Assert.Equal(Board.Time("2022-03-31T23:00:00Z"), new CalendarMonth(2022, 4).StartsAt(london));
        Assert.Equal(Board.Time("2022-11-01T00:00:00Z"), new CalendarMonth(2022, 11).StartsAt(london));
    }

    [Fact]
    public void TryParse_OfAMonth_GivesItsNames()
    {
        Assert.True(CalendarMonth.TryParse("2023-01", out var month));
        Assert.Equal(
            ("2023-01", "Jan-23", "January 2023", "2022-12"),
            (month.ToString(), month.ShortName, month.Name, month.Add(-1).ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023-13")]
    [InlineData("2023-1")]
    [InlineData("2023-01-01")]
    [InlineData("0001-06")]
    public void TryParse_OfAnythingElse_IsRefused(string? text) => Assert.False(CalendarMonth.TryParse(text, out _));

    [Fact]
    public void ResponseTimes_OfAnyNumberAndLength_KeepOneEntryForEachSecondOfAWeek()
    {
        var times = new ResponseTimes();
        for (var number = 0; number < 1_000; number++)
        {
            times.Add(TimeSpan.FromSeconds(60.5));
            times.Add(TimeSpan.FromDays(8 + number));
        }

        Assert.Equal(2_000, times.Count);
        Assert.Equal(2, times.Kept);
        Assert.Equal(ResponseTimes.Longest, times.Ninetieth);
    }

    [Fact]
    public void ResponseTimes_OfNone_AreNotKnown()
    {
        var times = new ResponseTimes();

        Assert.Null(times.Mean);
        Assert.Null(times.Ninetieth);
    }
}
