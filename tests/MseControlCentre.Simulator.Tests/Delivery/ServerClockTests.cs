using MseControlCentre.Simulator.Delivery;

namespace MseControlCentre.Simulator.Tests.Delivery;

public sealed class ServerClockTests
{
    [Fact]
    public void Now_BetweenReadings_GoesOnAtTheServersSpeed()
    {
        var time = new HandTurnedTime();
        var clock = new ServerClock(time, Status(Given.Origin, 60));

        time.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(Given.Origin.AddMinutes(2), clock.Now);
    }

    [Fact]
    public void Follow_NewReading_IsWhereTimeGoesOn()
    {
        var time = new HandTurnedTime();
        var clock = new ServerClock(time, Status(Given.Origin, 60));
        time.Pass(TimeSpan.FromSeconds(2));

        Assert.True(clock.Follow(Status(Given.Origin.AddHours(1), 3600)));
        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(Given.Origin.AddHours(2), clock.Now);
    }

    [Fact]
    public void Follow_OtherOrigin_IsNotTheSameDays()
    {
        var clock = new ServerClock(new HandTurnedTime(), Status(Given.Origin, 60));

        Assert.False(clock.Follow(Status(Given.Origin, 60) with { Origin = Given.Origin.AddDays(1) }));
    }

    [Theory]
    [InlineData("basildon-pas", "10:00", true)]
    [InlineData("basildon-pas", "12:00", false)]
    [InlineData("southend-pas", "10:00", false)]
    public void Covers_Window_IsByFeedAndLocalTime(string feed, string clock, bool expected)
    {
        var missing = new MissingFeed("basildon-pas", new TimeOnly(9, 0), new TimeOnly(11, 0));

        Assert.Equal(expected,
            missing.Covers(feed, TimeOnly.Parse(clock, global::System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static ServerStatus Status(DateTimeOffset now, double speed) =>
        new(now, speed, Given.Origin, new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal));

    private sealed class HandTurnedTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
