using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Constraints;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>The spans of a pack by the clocks on the wall, and what is counted over them.</summary>
public sealed class PackSpanTests
{
    private static NetworkMap Map => GivenFlow.Map;

    [Theory]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-21T20:00:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T20:00:00Z", "2026-11-21T20:00:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T20:00:01Z", "2026-11-22T20:00:00Z", "2026-11-22T20:00:01Z")]
    [InlineData("2026-11-23T03:00:00Z", "2026-11-22T20:00:00Z", "2026-11-23T03:00:00Z")]
    [InlineData("2026-06-15T09:00:00Z", "2026-06-14T19:00:00Z", "2026-06-15T07:00:00Z")]
    [InlineData("2026-10-25T10:00:00Z", "2026-10-24T19:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("2027-03-28T09:00:00Z", "2027-03-27T20:00:00Z", "2027-03-28T07:00:00Z")]
    public void Night_IsTheOneThatBeganLast(string at, string from, string to)
    {
        var spans = PackSpans.Of(Board.Time(at), Board.Time(at).AddHours(-24), Map);

        Assert.Equal((Board.Time(from), Board.Time(to)), (spans.NightFrom, spans.NightTo));
    }

    [Theory]
    [InlineData("2026-10-25T10:00:00Z", "2026-10-24T09:00:00Z", 25, 13)]
    [InlineData("2027-03-28T09:00:00Z", "2027-03-27T10:00:00Z", 23, 11)]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-21T10:00:00Z", 24, 12)]
    public void SinceYesterday_OnADayOfAClockChange_IsTheSameHourOnTheWall(
        string at, string since, int hours, int night)
    {
        var (from, to) = (Board.Time(since), Board.Time(at));
        var regular = new RegularCall(
            "ten", "10:00 call", new TimeOnly(9, 30), new TimeOnly(9, 50), new TimeOnly(10, 0), [], [], "tests");
        var given = new GivenPack(areHeard: false) { At = to, Since = from }
            .Tell(from.AddDays(-1), new EdAttendanceRegistered("first"));
        for (var hour = 0; hour <= hours; hour++)
        {
            given.Tell(from.AddHours(hour), new EdAttendanceRegistered($"e{hour}"));
        }

        var opened = Assert.IsType<CallOpened>(Assert.Single(CallWatch.Due(
            given.BoardBy(to).Centre.PictureAt(to),
            Map with { Calls = CallPlan.None with { Regular = [regular] } },
            [],
            new GivenFlow().Trail)));
        var arrivals = GivenPack.Place(given.Pack(), "RAJ12").Flow[0];

        Assert.Equal((from, to), (opened.Since, opened.StartsAt));
        Assert.Equal((hours, night), (arrivals.Since.Value, arrivals.Night.Value));
    }

    [Theory]
    [InlineData("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z")]
    [InlineData("2027-03-28T00:00:00Z", "2027-03-28T23:00:00Z")]
    public void Count_OfAWholeLocalDay_IsTheFigureOfTheDay(string midnight, string next)
    {
        var network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
        var (from, to) = (Board.Time(midnight), Board.Time(next));
        var board = new Board { RecordedAt = from.AddDays(-9) };
        board.Tell(MseNetwork());
        board.TellAsTheyHappen(new FullSystem(network, to).Events());

        var pack = CallPacking.Of("call", board.Centre.PackFactsAt(to, from), null, new GivenPack());
        var day = board.Centre.PictureAt(to.AddTicks(-1));

        foreach (var line in pack.Places.SelectMany(place => place.Flow))
        {
            var figure = day.Find(line.Figure)!;
            Assert.Equal((figure.Quality, figure.CountedSince), (line.Since.Quality, line.Since.CountedSince));
            Assert.Equal(
                line.Name.StartsWith("Handovers over", StringComparison.Ordinal) ? Beyond(day, figure) : figure.Value,
                line.Since.Value);
        }

        Assert.True(pack.Places[0].Flow.Single(line => line.Name is "ED arrivals").Since.Value > 100);
    }

    [Fact]
    public void Count_OfMoreThanIsKeptSingly_BeginsWhereItIs()
    {
        var given = new GivenPack { Since = GivenPack.Time("18 10:00"), At = GivenPack.Time("22 10:00") }
            .Tell("18 12:00", new EdAttendanceRegistered("gone"))
            .Tell("18 13:00", new EdDeparted("gone"))
            .Tell("19 12:00", new EdAttendanceRegistered("kept"))
            .Tell("19 13:00", new EdDeparted("kept"))
            .Tell("17 12:00", new EdAttendanceRegistered("first"));

        var arrivals = GivenPack.Place(given.Pack(), "RAJ12").Flow[0].Since;

        // The test network keeps stories for 72 hours after they ended.
        Assert.Equal((1, GivenPack.Time("19 10:00")), (arrivals.Value, arrivals.CountedSince));
    }

    private static double? Beyond(Picture day, Figure within) =>
        day.Find($"{within.Scope}:{HandoverMeasures.HandoversToday.Id}")!.Value - within.Value;

    private static FlowEvent MseNetwork() => TestNetwork.Adoption() with
    {
        MessageId = "network-mse",
        Detail = new NetworkAdopted(
            "4", System.Text.Json.JsonElement.Parse(File.ReadAllText(Repository.NetworkFile))),
    };
}
