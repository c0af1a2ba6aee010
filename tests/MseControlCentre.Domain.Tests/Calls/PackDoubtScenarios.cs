using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Opel;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>What a pack does not know it says, and counts as nothing.</summary>
public sealed class PackDoubtScenarios
{
    [Fact]
    public void Pack_OfASystemThatIsHeard_DoubtsNothingThatFeedsTell() => Assert.Equal(
        ["TST: Not known: 999 calls waiting"], Words(new GivenPack().Pack()));

    [Fact]
    public void Feed_ThatWasNeverHeard_LeavesItsNumbersUnknownAndIsNamed()
    {
        var pack = new GivenPack(areHeard: false).Tell("20 08:00", new PatientAdmitted("b1", new Place("MARY"))).Pack();

        Assert.Null(GivenPack.Place(pack, "RAJ01").Flow[0].Since.Value);
        Assert.Equal(FigureQuality.Unknown, GivenPack.Place(pack, "RAJ01").Flow[0].Night.Quality);
        Assert.Null(pack.Places[0].Flow[0].Since.Value);
        Assert.Equal(0, GivenPack.Place(pack, "RAJ12").Flow[0].Since.Value);
        Assert.Contains("RAJ01: Southend PAS: never heard", Words(pack));
        Assert.Contains("TST: Ambulance: never heard", Words(pack));
    }

    [Fact]
    public void Feed_ThatFellSilentInTheNight_MakesTheCountsOutOfDateAndSaysSinceWhen()
    {
        var pack = new GivenPack()
            .Tell("21 22:00", new EdAttendanceRegistered("e1"))
            .Tell(
                GivenPack.Time("22 07:22"),
                new FeedSilenced("basildon-pas", SilenceReason.NothingHeard, GivenPack.Time("22 07:12")),
                source: "control-centre")
            .Pack();

        var arrivals = GivenPack.Place(pack, "RAJ12").Flow[0];
        Assert.Equal((1, FigureQuality.Stale), (arrivals.Since.Value, arrivals.Since.Quality));
        Assert.Equal((1, FigureQuality.Stale), (arrivals.Night.Value, arrivals.Night.Quality));
        Assert.Contains("RAJ12: Basildon PAS: nothing heard since 07:12", Words(pack));
        Assert.Contains(Words(pack), words => words.StartsWith("RAJ12: Out of date: In ED", StringComparison.Ordinal));
    }

    [Fact]
    public void Feed_ThatFellSilentAfterTheNight_LeavesTheNightAsItWas()
    {
        var pack = new GivenPack()
            .Tell("22 09:00", new EdAttendanceRegistered("e1"))
            .Tell(
                GivenPack.Time("22 09:40"),
                new FeedSilenced("basildon-pas", SilenceReason.NothingHeard, GivenPack.Time("22 09:30")),
                source: "control-centre")
            .Pack();

        var arrivals = GivenPack.Place(pack, "RAJ12").Flow[0];
        Assert.Equal((1, FigureQuality.Stale), (arrivals.Since.Value, arrivals.Since.Quality));
        Assert.Equal((0, FigureQuality.Live), (arrivals.Night.Value, arrivals.Night.Quality));
    }

    [Fact]
    public void Feed_FirstHeardWithinTheSpan_SaysFromWhenItCounts()
    {
        var pack = new GivenPack(areHeard: false)
            .Tell("21 22:00", new EdAttendanceRegistered("e1"))
            .Tell("22 09:00", new EdAttendanceRegistered("e2"))
            .Pack();

        var arrivals = GivenPack.Place(pack, "RAJ12").Flow[0];
        Assert.Equal((2, GivenPack.Time("21 22:00")), (arrivals.Since.Value, arrivals.Since.CountedSince));
        Assert.Equal((1, GivenPack.Time("21 22:00")), (arrivals.Night.Value, arrivals.Night.CountedSince));
        Assert.Contains(Words(pack), words => words.StartsWith(
            "RAJ12: Counted only since 21 Nov 22:00: ED arrivals", StringComparison.Ordinal));
        Assert.Contains(
            "TST: Nothing had been recorded by 21 Nov 10:00: there is no then to compare with", Words(pack));
    }

    [Fact]
    public void Feed_FirstHeardAfterTheNight_KnowsNothingOfTheNight()
    {
        var pack = new GivenPack(areHeard: false).Tell("22 09:00", new EdAttendanceRegistered("e2")).Pack();

        var arrivals = GivenPack.Place(pack, "RAJ12").Flow[0];
        Assert.Equal(1, arrivals.Since.Value);
        Assert.Equal(((double?)null, FigureQuality.Unknown), (arrivals.Night.Value, arrivals.Night.Quality));
        Assert.Contains(Words(pack), words => words.StartsWith(
            "RAJ12: Not known of the night: ED arrivals", StringComparison.Ordinal));
    }

    [Fact]
    public void Then_WhenNothingHadBeenRecorded_IsUnknownAndNotNone()
    {
        var pack = new GivenPack(areHeard: false).Tell("22 09:00", new EdAttendanceRegistered("e2")).Pack();

        Assert.All(pack.Places.SelectMany(place => place.Standing), line => Assert.Equal(
            ((double?)null, FigureQuality.Unknown), (line.Then.Value, line.Then.Quality)));
    }

    [Fact]
    public void Opel_WithNothingBehindItToldOf_IsNoLevelAndIsNamed()
    {
        var pack = new GivenPack(areHeard: false)
            .Tell("20 07:00", SmallRules.Adoption(SmallRules.Json).Detail, "TST", "control-centre").Pack();

        Assert.All(pack.Places, place => Assert.Null(place.Opel.Calculated));
        Assert.Contains("RAJ12: OPEL is not calculated: nothing behind it is current", Words(pack));
    }

    [Fact]
    public void Delays_KnownInPart_SayOfHowMany()
    {
        var words = Words(new GivenPack()
            .Hub("21 12:00", new CriteriaToResideAssessed("b1", false))
            .Hub("21 12:00", new CriteriaToResideAssessed("s1", false, DischargePathway.P1, "home-care-unavailable", "ESSEX"), "RAJ01")
            .Hub("21 12:01", new DischargeReadyDateSet("s1", GivenPack.Time("20 09:00")), "RAJ01")
            .Pack());

        Assert.Contains("TST: No criteria to reside: nobody is named who can unblock 1 of 2", words);
        Assert.Contains("TST: No criteria to reside: no reason was told for 1 of 2", words);
        Assert.Contains("TST: No criteria to reside: no pathway was told for 1 of 2", words);
        Assert.Contains("TST: No criteria to reside: no date of being ready was told for 1 of 2", words);
    }

    private static string[] Words(CallPack pack) => [.. pack.Doubts.Select(doubt => $"{doubt.Scope}: {doubt.Words}")];
}
