using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Tests.Delivery;

public sealed class FaultyPostTests
{
    [Fact]
    public void Take_WithFaults_KeepsTheSetOfMessages()
    {
        var clean = Day(Faults.None);
        var faulty = Day(Faults.Late | Faults.Duplicate | Faults.Shuffle);

        Assert.True(faulty.Count > clean.Count, "Some messages are delivered twice.");
        Assert.Equal(
            clean.Select(message => message.Payload).Order(StringComparer.Ordinal),
            faulty.Select(message => message.Payload).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Take_WithoutFaults_KeepsTheOrderOfEachFeed()
    {
        Assert.All(Day(Faults.None).GroupBy(message => message.Feed), feed =>
            Assert.Equal(feed.Select(Number), feed.Select(Number).Order()));
    }

    [Fact]
    public void Take_Shuffle_ChangesTheOrderWithinAnEncounter()
    {
        var shuffled = Day(Faults.Shuffle).Where(message => message.IsHl7);

        Assert.Contains(shuffled.GroupBy(message => message.Feed + "/" + Visit(message)), visit =>
            !visit.Select(message => message.OccurredAt)
                .SequenceEqual(visit.Select(message => message.OccurredAt).Order()));
    }

    [Fact]
    public void Take_Late_DeliversWithinTheLongestDelay()
    {
        var late = Day(Faults.Late).Where(message => message.DeliverAt - message.OccurredAt > TimeSpan.FromMinutes(2)
            && message.OccurredAt > Given.Origin).ToList();

        Assert.NotEmpty(late);
        Assert.All(late, message =>
            Assert.True(message.DeliverAt - message.OccurredAt <= FaultyPost.LongestDelay + TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void Add_OverADay_HoldsOnlyWhatIsUnderway()
    {
        var system = Given.System(4, Faults.Late | Faults.Duplicate);
        var most = 0;
        for (var hour = 1; hour <= 24; hour++)
        {
            system.AdvanceTo(Given.Origin.AddHours(hour));
            most = Math.Max(most, system.Undelivered);
        }

        Assert.InRange(most, 1, 500);
    }

    private static List<OutgoingMessage> Day(Faults faults)
    {
        var system = Given.System(4, faults);
        return [.. system.AdvanceTo(Given.Origin.AddHours(12)), .. system.Settle()];
    }

    private static long Number(OutgoingMessage message) => message.IsHl7
        ? long.Parse(message.MessageId.AsSpan(1, 8), global::System.Globalization.CultureInfo.InvariantCulture)
        : long.Parse(message.MessageId.Split('-')[0], global::System.Globalization.CultureInfo.InvariantCulture);

    private static string Visit(OutgoingMessage message) => message.Payload.Split('\r')
        .Select(segment => segment.Split('|'))
        .Where(segment => segment[0] == "PV1" && segment.Length > 19)
        .Select(segment => segment[19])
        .FirstOrDefault("");
}
