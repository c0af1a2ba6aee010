using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2026-11-22T10:00:00Z", 7, "2026-11-15T10:00:00Z")]
    [InlineData("2026-03-29T11:00:00Z", 7, "2026-03-22T12:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", 7, "2026-10-18T11:00:00Z")]
    [InlineData("2026-03-29T23:00:00Z", 1, "2026-03-29T00:00:00Z")]
    [InlineData("2026-10-26T00:00:00Z", 1, "2026-10-24T23:00:00Z")]
    public void DaysBefore_AcrossAClockChange_IsTheSameLocalTime(string instant, int days, string expected) =>
        Assert.Equal(Board.Time(expected), At("2026-11-22T10:00:00Z").DaysBefore(Board.Time(instant), days));

    [Theory]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-25T12:00:00Z", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z")]
    [InlineData("2026-11-22T00:00:00Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z")]
    public void Day_OfAClockChange_BeginsAndEndsAtLocalMidnight(string at, string start, string end) =>
        Assert.Equal((Board.Time(start), Board.Time(end)), (At(at).DayStart, At(at).DayEnd));

    [Theory]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-15T23:59:59Z", 7, true)]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-16T00:00:00Z", 7, false)]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-21T23:59:59Z", 1, true)]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T00:00:00Z", 1, false)]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-22T23:59:59Z", 7, true)]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-23T00:00:00Z", 7, false)]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-23T00:00:00Z", 7, true)]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-18T23:00:00Z", 7, false)]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-18T23:00:00Z", 7, true)]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-18T22:59:59Z", 7, true)]
    public void HasStayed_CountsLocalMidnights(string at, string since, int nights, bool stayed) =>
        Assert.Equal(stayed, At(at).HasStayed(nights, Board.Time(since)));

    [Fact]
    public void HasStayed_SinceNobodyKnowsWhen_IsFalse() => Assert.False(At("2026-11-22T10:00:00Z").HasStayed(7, null));

    private static Moment At(string at) => new(Board.Time(at), SmallNetwork.Map());
}
