using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Tests.Lists;

/// <summary>How long something has lasted is said so that nobody has to divide by 24.</summary>
public sealed class LengthsOfTimeTests
{
    [Theory]
    [InlineData(0, "0 min", "1 minute")]
    [InlineData(59, "59 min", "59 minutes")]
    [InlineData(60, "1 h 00", "1 hour")]
    [InlineData(65, "1 h 05", "1 hour 5 minutes")]
    [InlineData((72 * 60) - 1, "71 h 59", "71 hours 59 minutes")]
    [InlineData(72 * 60, "3 d 0 h", "3 days")]
    [InlineData((726 * 60) + 37, "30 d 6 h", "30 days 6 hours")]
    public void Length_IsSaidInMinutesThenHoursThenDays(int minutes, string onAPage, string inAMessage)
    {
        Assert.Equal(onAPage, LocalTime.Wait(minutes));
        Assert.Equal(inAMessage, Server.Notifications.Words.Minutes(TimeSpan.FromMinutes(minutes)));
    }
}
