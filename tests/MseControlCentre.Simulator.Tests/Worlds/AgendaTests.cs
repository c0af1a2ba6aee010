using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Tests.Worlds;

public sealed class AgendaTests
{
    [Fact]
    public void AdvanceTo_SameSecond_KeepsTheOrderOfWriting()
    {
        var agenda = new Agenda(0);
        var seen = new List<int>();
        agenda.At(5, () => seen.Add(1));
        agenda.At(5, () => seen.Add(2));
        agenda.At(3, () => seen.Add(0));

        agenda.AdvanceTo(5);

        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public void AdvanceTo_TakenSecondOfAStory_HappensASecondLater()
    {
        var agenda = new Agenda(0);
        var story = new Conveyance("J1", 2);
        var seen = new List<long>();
        void Tell()
        {
            seen.Add(agenda.Now);
            story.LastEventAt = agenda.Now;
        }

        agenda.At(5, story, Tell);
        agenda.At(5, story, Tell);
        agenda.At(6, story, Tell);

        agenda.AdvanceTo(10);

        Assert.Equal([5L, 6, 7], seen);
    }

    [Theory]
    [InlineData("2026-10-25T12:00:00Z", 25)]
    [InlineData("2026-03-29T12:00:00Z", 23)]
    [InlineData("2026-11-22T12:00:00Z", 24)]
    public void Midnight_DayOfClockChange_HasItsHours(string instant, int hours)
    {
        var calendar = new LocalCalendar(Given.Network.TimeZone);
        var time = DateTimeOffset.Parse(instant,
            global::System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();

        Assert.Equal(hours * 3600, calendar.NextMidnight(time) - calendar.Midnight(time));
    }
}
