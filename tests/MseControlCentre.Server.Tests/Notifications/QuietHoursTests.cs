using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>Quiet hours are those of the clock on the wall, over midnight and over the change of the clocks.</summary>
public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo s_london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]

    // Winter: UTC.
    [InlineData("22:00", "07:00", "2026-11-23T21:59:59Z", null)]
    [InlineData("22:00", "07:00", "2026-11-23T22:00:00Z", "2026-11-24T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-11-24T00:00:00Z", "2026-11-24T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-11-24T06:59:59Z", "2026-11-24T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-11-24T07:00:00Z", null)]
    [InlineData("12:00", "14:00", "2026-11-24T13:00:00Z", "2026-11-24T14:00:00Z")]
    [InlineData("12:00", "14:00", "2026-11-24T23:00:00Z", null)]

    // Summer: an hour ahead.
    [InlineData("22:00", "07:00", "2026-07-01T21:00:00Z", "2026-07-02T06:00:00Z")]

    // 25 October 2026, 02:00 becomes 01:00: the night is an hour longer.
    [InlineData("22:00", "07:00", "2026-10-24T21:00:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("22:00", "01:30", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("01:00", "01:45", "2026-10-25T00:30:00Z", "2026-10-25T00:45:00Z")]
    [InlineData("01:00", "01:45", "2026-10-25T01:30:00Z", "2026-10-25T01:45:00Z")]

    // 29 March 2026, 01:00 becomes 02:00: an end that never comes is where the clock has jumped over it.
    [InlineData("22:00", "01:30", "2026-03-28T23:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("22:00", "07:00", "2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z")]
    public void EndOf_IsByTheClockOnTheWall(string from, string to, string instant, string? end)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null), null);

        Assert.Equal(
            end is null ? null : DateTimeOffset.Parse(end, null),
            quiet.EndOf(DateTimeOffset.Parse(instant, null), s_london));
    }

    [Fact]
    public void EndOf_EveryMinuteOfTheLongNight_LiesAhead()
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(1, 30), null);
        var start = new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.Zero);

        for (var minute = 0; minute < 8 * 60; minute++)
        {
            var instant = start.AddMinutes(minute);
            if (quiet.EndOf(instant, s_london) is { } end)
            {
                Assert.InRange(end - instant, TimeSpan.FromMinutes(1), TimeSpan.FromHours(5));
            }
        }
    }
}
