using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Freshness;

/// <summary>The test network's feeds are late after 60 seconds and stale after 600.</summary>
public sealed class FeedQualityScenarios
{
    [Fact]
    public void GivenAFeedNeverHeard_WhenItsFiguresAreRead_ThenTheyAreUnknownAndNotZero()
    {
        var figure = new Board().At("12:00").Sites[0].Figures[EmergencyDepartmentMeasures.InDepartment];

        Assert.Null(figure.Value);
        Assert.Equal(FigureQuality.Unknown, figure.Quality);
    }

    [Theory]
    [InlineData("12:00:59", SilenceReason.NothingHeard, FigureQuality.Live)]
    [InlineData("12:01:00", SilenceReason.NothingHeard, FigureQuality.Late)]
    [InlineData("12:10:00", SilenceReason.NothingHeard, FigureQuality.Stale)]
    [InlineData("12:00:01", SilenceReason.Disconnected, FigureQuality.Late)]
    [InlineData("12:00:01", SilenceReason.ServerStarted, FigureQuality.Live)]
    public void GivenASilence_WhenTimePasses_ThenFiguresTurnLateThenStale(
        string at, SilenceReason reason, FigureQuality expected)
    {
        var board = new Board { RecordedAt = Board.Time("12:00") }
            .Tell("11:59:58", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell(Silence(reason));

        var figure = board.At(at).Sites[0].Figures[BedMeasures.BedsOccupied];

        Assert.Equal(expected, figure.Quality);
        Assert.Equal(1, figure.Value);
        Assert.Equal("basildon-pas", figure.Source);
    }

    [Fact]
    public void GivenASilentFeed_WhenItResumes_ThenItsFiguresAreLiveAgain()
    {
        var board = new Board()
            .Tell("11:59:58", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell(Silence(SilenceReason.Disconnected))
            .Tell(Running(new FeedResumed("basildon-pas")));

        Assert.Equal(FigureQuality.Live, board.At("12:30").Sites[0].Figures[BedMeasures.BedsOccupied].Quality);
    }

    [Fact]
    public void GivenOneSiteSilent_WhenTheSystemIsRead_ThenItIsAsPoorAsItsPoorestPart()
    {
        var board = new Board { RecordedAt = Board.Time("12:00") }
            .Tell("11:58", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell(Board.Event("11:59:58", new PatientAdmitted("v_2", new Place("KING")), "RAJ01", "southend-pas"))
            .Tell(Silence(SilenceReason.Disconnected));

        var picture = board.At("12:10");

        Assert.Equal(FigureQuality.Stale, picture.Figures[BedMeasures.BedsOccupied].Quality);
        Assert.Equal(FigureQuality.Live, picture.Sites[1].Figures[BedMeasures.BedsOccupied].Quality);
        Assert.Equal(FigureQuality.Stale, picture.Feeds[0].Quality);
    }

    [Theory]
    [InlineData("11:59:01", FigureQuality.Live, false)]
    [InlineData("11:59:00", FigureQuality.Late, true)]
    [InlineData("11:50:00", FigureQuality.Stale, true)]
    public void GivenAFeedThatTellsOfThePastOnly_WhenItsFiguresAreRead_ThenTheyAreNotOfNow(
        string occurred, FigureQuality expected, bool behind)
    {
        var picture = new Board { RecordedAt = Board.Time("12:00") }
            .Tell(occurred, new PatientAdmitted("v_1", new Place("MARY")))
            .At("12:00:05");

        Assert.Equal(expected, picture.Sites[0].Figures[BedMeasures.BedsOccupied].Quality);
        Assert.Equal(expected, picture.Feeds[0].Quality);
        Assert.Equal(behind, picture.Feeds[0].IsBehind);
        Assert.Equal(Board.Time(behind ? occurred : "12:00"), picture.Feeds[0].KnownUntil);
    }

    [Fact]
    public void GivenAFeedThatWorksOffABacklog_WhenItHasToldOfNow_ThenItsFiguresAreLive()
    {
        var board = new Board { RecordedAt = Board.Time("12:00") }
            .Tell("03:00", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell("11:59:58", new PatientAdmitted("v_2", new Place("MARY")))
            // One of yesterday that was forgotten comes after: the newest thing it knows of is still of now.
            .Tell("2026-11-21T22:00:00", new PatientAdmitted("v_3", new Place("MARY")));

        Assert.Equal(FigureQuality.Live, board.At("12:00:05").Sites[0].Figures[BedMeasures.BedsOccupied].Quality);
    }

    [Fact]
    public void GivenAFeedThatIsQuiet_WhenItIsHeardAndTellsNothing_ThenItIsNotBehind()
    {
        var board = new Board { RecordedAt = Board.Time("12:00") }
            .Tell("11:59:58", new PatientAdmitted("v_1", new Place("MARY")));

        Assert.False(board.At("18:00").Feeds[0].IsBehind);
        Assert.Equal(FigureQuality.Live, board.At("18:00").Feeds[0].Quality);
    }

    [Fact]
    public void GivenAFeedThatWasBehind_WhenItFallsSilent_ThenItIsSilentSinceWhatItToldOf()
    {
        var feed = new Board { RecordedAt = Board.Time("12:00") }
            .Tell("11:58", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell(Silence(SilenceReason.NothingHeard))
            .At("12:20").Feeds[0];

        Assert.Equal(FigureQuality.Stale, feed.Quality);
        Assert.False(feed.IsBehind);
        Assert.Equal(Board.Time("11:58"), feed.KnownUntil);
    }

    private static FlowEvent Silence(SilenceReason reason) =>
        Running(new FeedSilenced("basildon-pas", reason, Board.Time("12:00")));

    private static FlowEvent Running(EventDetail detail) =>
        Board.Event("12:00", detail, "TST", "control-centre");
}
