using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Network;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>OPEL as the board shows it, on the test network's two sites: RAJ12 and RAJ01.</summary>
public sealed class OpelScenarios
{
    private static readonly string s_rules = SmallNetwork.With(
        "rollUp.weights", """[{ "site": "RAJ12", "weight": 3 }, { "site": "RAJ01", "weight": 1 }]""", SmallRules.Json);

    [Fact]
    public void GivenARuleSetAndFigures_WhenOpelIsShown_ThenSitesAndSystemHaveScoreAndLevel()
    {
        // RAJ12: handover of 15 minutes gives 11; one of one patient within four hours, 100 percent, gives 0: 11, OPEL 1.
        // RAJ01: handover of 30 minutes gives 22; nobody has left its department: missing, 22: 44, OPEL 4, at least 22.
        // System: (3 x 11 + 1 x 44) / 4 = 19.25, OPEL 2; at least (33 + 22) / 4 = 13.75, OPEL 2.
        var picture = BusyBoard().At("12:00");

        Assert.Equal((11d, 1d), Opel(picture.Sites[0].Figures));
        Assert.Equal((44d, 4d), Opel(picture.Sites[1].Figures));
        Assert.Equal((19.25, 2d), Opel(picture.Figures));
        Assert.False(picture.Sites[0].Opel.Calculated!.Total!.IsProvisional);
        Assert.Equal(2, picture.Sites[1].Opel.Calculated!.Total!.LeastLevel);
        Assert.Equal(13.75m, picture.Opel.Calculated!.Total!.LeastPoints);
        Assert.True(picture.Opel.Calculated.Total.IsProvisional);
    }

    [Fact]
    public void GivenAMissingParameter_WhenOpelIsShown_ThenTheFigureIsLateAtBest()
    {
        var picture = BusyBoard().At("12:00");

        Assert.Equal(FigureQuality.Live, picture.Sites[0].Figures[OpelMeasures.Level].Quality);
        Assert.Equal(FigureQuality.Late, picture.Sites[1].Figures[OpelMeasures.Level].Quality);
        Assert.Equal(FigureQuality.Late, picture.Figures[OpelMeasures.Score].Quality);
    }

    [Fact]
    public void GivenASilentFeed_WhenItsFiguresAreStale_ThenTheLevelStaysAndIsProvisional()
    {
        var board = BusyBoard();
        board.Tell(Told("12:20", new FeedSilenced("eeast-cad", SilenceReason.NothingHeard, Board.Time("12:00"))));

        var site = board.At("12:21").Sites[0];

        Assert.Equal(FigureQuality.Stale, site.Figures[OpelMeasures.Level].Quality);
        Assert.Equal((11d, 1d), Opel(site.Figures));
        Assert.True(site.Opel.Calculated!.Total!.IsProvisional);
    }

    [Fact]
    public void GivenNoRuleSet_WhenOpelIsShown_ThenItIsUnknownAndNotZero()
    {
        var picture = new Board().At("12:00");

        Assert.Null(picture.Figures[OpelMeasures.Level].Value);
        Assert.Equal(FigureQuality.Unknown, picture.Figures[OpelMeasures.Level].Quality);
        Assert.Null(picture.Opel.Calculated);
        Assert.Null(picture.Sites[0].Opel.Calculated);
    }

    [Fact]
    public void GivenARuleSetAndNothingHeard_WhenOpelIsShown_ThenTheLevelIsUnknown()
    {
        var picture = new Board().Tell(SmallRules.Adoption(s_rules)).At("12:00");

        Assert.Null(picture.Figures[OpelMeasures.Score].Value);
        Assert.NotNull(picture.Opel.Calculated);
        Assert.Null(picture.Opel.Calculated.Total);
    }

    [Fact]
    public void GivenADeclaredLevel_WhenOpelIsShown_ThenItStandsBesideTheCalculatedOneUntilItExpires()
    {
        var board = BusyBoard().Tell("09:00", new OpelDeclared(
            3, "Expecting a busy evening", Board.Time("14:00"), "Director on call"));

        var site = board.At("12:00").Sites[0];
        var declared = site.Opel.Declared!;

        Assert.Equal((1d, 3d), (site.Figures[OpelMeasures.Level].Value, site.Figures[OpelMeasures.Declared].Value));
        Assert.Equal(
            (3, "Expecting a busy evening", "Director on call", FigureQuality.Declared),
            (declared.Level, declared.Reason, declared.DeclaredBy, declared.Quality));
        Assert.Equal(Board.Time("09:00"), declared.DeclaredAt);
        Assert.Equal(FigureQuality.Stale, board.At("14:00:01").Sites[0].Opel.Declared!.Quality);

        // A site's declaration is neither another site's nor the system's.
        Assert.Null(board.At("12:00").Sites[1].Opel.Declared);
        Assert.Null(board.At("12:00").Figures[OpelMeasures.Declared].Value);
    }

    [Fact]
    public void GivenTheSystemsDeclaration_WhenOpelIsShown_ThenItIsTheSystems()
    {
        var board = BusyBoard().Tell(Board.Event("09:00", new OpelDeclared(2), site: "TST"));

        Assert.Equal(2, board.At("12:00").Figures[OpelMeasures.Declared].Value);
        Assert.Null(board.At("12:00").Sites[0].Figures[OpelMeasures.Declared].Value);
    }

    [Fact]
    public void GivenAScore_WhenItsEvidenceIsAskedFor_ThenItIsTheFiguresBehindItAndWhatEachAdds()
    {
        var centre = BusyBoard().Centre;
        var at = Board.Time("12:00");

        var site = centre.EvidenceAt("RAJ12:opel.score", at, 100)!;
        var system = centre.EvidenceAt("TST:opel.level", at, 100)!;

        Assert.Equal(
            [("RAJ12:ambulance.handover-mean-today", 11d), ("RAJ12:ed.performance-today", 0d)],
            site.Evidence.Select(one => (one.Subject, one.Value!.Value)));

        // 3/4 x 11 = 8.25 and 1/4 x 44 = 11
        Assert.Equal(2, system.Figure.Value);
        Assert.Equal(
            [("RAJ12:opel.score", 8.25), ("RAJ01:opel.score", 11d)],
            system.Evidence.Select(one => (one.Subject, one.Value!.Value)));
    }

    [Fact]
    public void GivenAnotherRuleSet_WhenAPastPictureIsScoredAgain_ThenOnlyTheRulesDiffer()
    {
        // With half the points for handovers, 5.5, and twice those of the four hours: 5.5 + 0 for RAJ12.
        var json = SmallNetwork.With("parameters[0].scoring.weight", "0.5", s_rules);
        var other = SmallRules.Of(SmallNetwork.With("parameters[1].scoring.weight", "1.5", json));
        var picture = BusyBoard().At("12:00");

        var board = OpelScoring.Of(other, picture);

        Assert.Equal((5.5m, 1), (board.Sites[0].Total!.Points, board.Sites[0].Total!.Level));
        Assert.Equal((44m, 4), (board.Sites[1].Total!.Points, board.Sites[1].Total!.Level));
        Assert.Equal(15.125m, board.System.Total!.Points);
        Assert.Equal(11m, picture.Sites[0].Opel.Calculated!.Total!.Points);
        Assert.Equal(
            picture.Opel.Calculated!.Total, OpelScoring.Of(SmallRules.Of(s_rules), picture).System.Total);
    }

    [Fact]
    public void GivenASnapshot_WhenItIsRead_ThenRuleSetsAndScoresAreTheSame()
    {
        var board = BusyBoard();
        var restored = Board.Restore(board.Centre.Save());

        Assert.Equal(board.Centre.StateHash(), restored.Centre.StateHash());
        Assert.Equal(["small"], restored.Centre.OpelRuleSets.Select(adopted => adopted.Rules.Id));
        Assert.Equal(Opel(board.At("12:00").Figures), Opel(restored.At("12:00").Figures));
    }

    [Fact]
    public void GivenAnotherVersion_WhenStatesAreCompared_ThenTheirHashesDiffer()
    {
        var version2 = SmallNetwork.With("version", "\"2\"", s_rules);

        var one = new Board().Tell(SmallRules.Adoption(s_rules)).Centre.StateHash();
        var other = new Board().Tell(SmallRules.Adoption(version2)).Centre.StateHash();
        var later = new Board().Tell(SmallRules.Adoption(s_rules, "2026-02-02T00:00:00Z")).Centre.StateHash();

        Assert.NotEqual(one, other);
        Assert.Equal(one, later);
    }

    [Fact]
    public void GivenARuleSetThatCannotBeRead_WhenItIsApplied_ThenTheNodeStops()
    {
        var broken = SmallRules.Adoption(s_rules) with
        {
            Detail = new OpelRuleSetAdopted("small", "1", System.Text.Json.JsonElement.Parse("{}")),
        };

        var stop = Assert.Throws<InvalidOperationException>(() => new Board().Tell(broken));

        Assert.Contains("OPEL rule set that cannot be read", stop.Message, StringComparison.Ordinal);
    }

    private static Board BusyBoard() => new Board().Tell(SmallRules.Adoption(s_rules))
        .TellAsTheyHappen(
        [
            .. Handover("c_1", "10:00", "10:15", "RAJ12"),
            .. Handover("c_2", "10:00", "10:30", "RAJ01"),
            Told("10:00", new EdAttendanceRegistered("v_1")),
            Told("11:00", new EdDeparted("v_1", EdOutcome.Discharged)),
            Board.Event("11:30", new EdAttendanceRegistered("v_2"), "RAJ01", "southend-pas"),
        ]);

    private static IEnumerable<FlowEvent> Handover(string conveyance, string arrived, string handedOver, string site) =>
    [
        Board.Event(arrived, new AmbulanceArrived(conveyance), site, "eeast-cad")
            with { MessageId = conveyance + "/arrived" },
        Board.Event(handedOver, new HandoverCompleted(conveyance), site, "eeast-cad")
            with { MessageId = conveyance + "/handed-over" },
    ];

    private static FlowEvent Told(string time, EventDetail detail) => Board.Event(time, detail);

    private static (double? Score, double? Level) Opel(FigureSet figures) =>
        (figures[OpelMeasures.Score].Value, figures[OpelMeasures.Level].Value);
}
