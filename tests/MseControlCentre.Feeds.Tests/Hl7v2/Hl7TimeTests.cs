using System.Globalization;
using MseControlCentre.Feeds.Hl7v2.Times;

namespace MseControlCentre.Feeds.Tests.Hl7v2;

public sealed class Hl7TimeTests
{
    private static readonly Hl7Time s_london = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    [Theory]
    [InlineData("20261122095800", "2026-11-22T09:58:00Z")]
    [InlineData("202611220958", "2026-11-22T09:58:00Z")]
    [InlineData("2026112209", "2026-11-22T09:00:00Z")]
    [InlineData("20261122", "2026-11-22T00:00:00Z")]
    [InlineData("202611", "2026-11-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("20261122095800.5", "2026-11-22T09:58:00.5Z")]
    [InlineData("20261122095800.1234", "2026-11-22T09:58:00.1234Z")]
    [InlineData("20261122095800+0100", "2026-11-22T08:58:00Z")]
    [InlineData("20261122095800-0530", "2026-11-22T15:28:00Z")]
    [InlineData("202611220958+01:00", "2026-11-22T08:58:00Z")]
    [InlineData("20261122095800Z", "2026-11-22T09:58:00Z")]
    [InlineData("20260722095800", "2026-07-22T08:58:00Z")]
    [InlineData("20260722", "2026-07-21T23:00:00Z")]
    [InlineData(" 20261122095800 ", "2026-11-22T09:58:00Z")]
    public void TryRead_EachForm_IsRead(string text, string expected)
    {
        Assert.True(s_london.TryRead(text, At("2026-11-22T10:00:00Z"), out var time, out _));

        Assert.Equal(At(expected), time);
    }

    // Clocks go back on 25 October 2026 at 02:00 summer time: 01:30 occurs at 00:30Z and at 01:30Z.
    [Theory]
    [InlineData("2026-10-25T00:31:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:31:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-26T12:00:00Z", "2026-10-25T01:30:00Z")]
    public void TryRead_HourThatOccursTwice_IsTheReadingNearestTheClock(string receivedAt, string expected)
    {
        Assert.True(s_london.TryRead("20261025013000", At(receivedAt), out var time, out _));

        Assert.Equal(At(expected), time);
    }

    [Fact]
    public void TryRead_HourThatDoesNotOccur_MovesForward()
    {
        Assert.True(s_london.TryRead("20260329013000", At("2026-03-29T01:31:00Z"), out var time, out _));

        Assert.Equal(At("2026-03-29T01:30:00Z"), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("20261")]
    [InlineData("20261322")]
    [InlineData("20260231")]
    [InlineData("2026112224")]
    [InlineData("202611220960")]
    [InlineData("20261122095860")]
    [InlineData("22/11/2026 09:58")]
    [InlineData("2026-11-22T09:58:00")]
    [InlineData("20261122095800+9900")]
    [InlineData("20261122095800.")]
    [InlineData("00010101000000+1400")]
    [InlineData("today")]
    public void TryRead_OtherForms_SayWhatIsExpectedAndNotTheValue(string text)
    {
        Assert.False(s_london.TryRead(text, At("2026-11-22T10:00:00Z"), out _, out var expected));

        Assert.Contains("YYYYMMDDHHMM", expected, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
