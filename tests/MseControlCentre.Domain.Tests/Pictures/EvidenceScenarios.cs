using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>What is behind a figure, in which order, and what a figure lacks.</summary>
public sealed class EvidenceScenarios
{
    private const string Waiting = "RAJ12:ambulance.waiting";

    [Fact]
    public void Evidence_OfThoseWhoWait_TellsTheLongestFirstWithItsEvents()
    {
        var board = new Board().Tell(
            Ambulance("11:40", new AmbulanceArrived("c_short")),
            Ambulance("10:55", new AmbulanceDispatchedToHospital("c_long", AmbulanceCategory.C2)),
            Ambulance("11:10", new AmbulanceArrived("c_long")),
            Ambulance("11:50", new AmbulanceArrived("c_shortest")));

        var behind = board.Centre.EvidenceAt(Waiting, Board.Time("12:00"), 2)!;

        Assert.Equal((3, 3, 3.0), (behind.Total, behind.Counted, behind.Recounted));
        Assert.Equal(["c_long", "c_short"], behind.Evidence.Select(evidence => evidence.Subject));
        Assert.Equal(Board.Time("11:10"), behind.Evidence[0].Since);
        Assert.Equal(
            [("AmbulanceDispatchedToHospital", "eeast-cad"), ("AmbulanceArrived", "eeast-cad")],
            behind.Evidence[0].Events.Select(told => (told.Kind, told.Source)));
    }

    [Fact]
    public void Evidence_OfAMean_TellsWhatEachContributes()
    {
        // 10:00-10:20 and 10:00-10:50: (20 + 50) / 2 = 35 minutes.
        var board = new Board().Tell(
            Ambulance("10:00", new AmbulanceArrived("c_1")),
            Ambulance("10:20", new HandoverCompleted("c_1")),
            Ambulance("10:00", new AmbulanceArrived("c_2")),
            Ambulance("10:50", new HandoverCompleted("c_2")));

        var behind = board.Centre.EvidenceAt("RAJ12:ambulance.handover-mean-today", Board.Time("12:00"), 10)!;

        Assert.Equal((35.0, 35.0), (behind.Figure.Value, behind.Recounted));
        Assert.Equal([("c_2", 50.0), ("c_1", 20.0)], behind.Evidence.Select(one => (one.Subject, one.Value!.Value)));
    }

    [Fact]
    public void Evidence_OfADerivedFigure_NamesTheFiguresItIsWorkedOutFrom()
    {
        var board = new Board().Tell("11:00", new PatientAdmitted("v_1", new Place("MARY", "1")));

        var behind = board.Centre.EvidenceAt("RAJ12:beds.available", Board.Time("12:00"), 10)!;

        Assert.Equal(
            ["RAJ12:beds.open", "RAJ12:beds.occupied", "RAJ12:beds.reserved"],
            behind.Evidence.Select(evidence => evidence.Subject));
        Assert.All(behind.Evidence, evidence => Assert.Equal(EvidenceKind.Figure, evidence.Kind));
        Assert.Equal(behind.Figure.Value, behind.Recounted);
    }

    [Theory]
    [InlineData("RAJ12:ambulance.waiting", LackKind.FeedNeverHeard, "eeast-cad")]
    [InlineData("RAJ01:beds.occupied", LackKind.FeedNeverHeard, "southend-pas")]
    [InlineData("RAJ01:beds.available", LackKind.FigureUnknown, "RAJ01:beds.occupied")]
    public void FigureThatIsNotKnown_SaysWhatItLacks(string id, LackKind kind, string what)
    {
        var board = new Board().Tell("11:00", new PatientAdmitted("v_1", new Place("MARY", "1")));

        var behind = board.Centre.EvidenceAt(id, Board.Time("12:00"), 10)!;

        Assert.Null(behind.Figure.Value);
        Assert.Contains(new Lack(kind, what), behind.Lacks);
    }

    [Fact]
    public void MeanOfNone_LacksNothingButSomethingToMeasure()
    {
        var board = new Board().Tell(Ambulance("11:00", new AmbulanceArrived("c_1")));

        var behind = board.Centre.EvidenceAt("RAJ12:ambulance.handover-mean-today", Board.Time("12:00"), 10)!;

        Assert.Equal([new Lack(LackKind.NothingToMeasure, "")], behind.Lacks);
    }

    [Fact]
    public void FigureThatIsKnown_LacksNothing()
    {
        var board = new Board().Tell(Ambulance("11:00", new AmbulanceArrived("c_1")));

        Assert.Empty(board.Centre.EvidenceAt(Waiting, Board.Time("12:00"), 10)!.Lacks);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("RAJ12:nothing")]
    [InlineData("RAJ99:ambulance.waiting")]
    [InlineData("RAJ12/NOWHERE:beds.open")]
    public void Evidence_OfNoFigure_IsNone(string id) =>
        Assert.Null(new Board().Centre.EvidenceAt(id, Board.Time("12:00"), 10));

    [Fact]
    public void Figures_OfOneScope_AreThoseOfThePicture()
    {
        var board = new Board().Tell(Ambulance("11:00", new AmbulanceArrived("c_1")));

        foreach (var figures in board.At("12:00").AllFigures().GroupBy(figure => figure.Scope))
        {
            Assert.Equal(figures, board.Centre.FiguresAt(figures.Key, Board.Time("12:00"))!);
        }

        Assert.Null(board.Centre.FiguresAt("NOWHERE", Board.Time("12:00")));
    }

    [Theory]
    [InlineData(FigureQuality.Live, 15.0, true)]
    [InlineData(FigureQuality.Late, 15.1, false)]
    [InlineData(FigureQuality.Stale, 15.0, null)]
    [InlineData(FigureQuality.Unknown, null, null)]
    public void Standard_IsHeldAgainstAFigureOfNowOnly(FigureQuality quality, double? value, bool? met)
    {
        var figure = new Figure("RAJ12", HandoverMeasures.HandoverMeanToday, value, quality, "eeast-cad", null);
        var threshold = new Threshold(15, "minutes", "locally agreed", "tests", new DateOnly(2026, 11, 22));
        Standard[] standards =
        [
            new("ambulance.waiting", "another", StandardDirection.AtMost, threshold),
            new(HandoverMeasures.HandoverMeanToday.Id, "mean", StandardDirection.AtMost, threshold),
        ];

        Assert.Equal(met, Assert.Single(HeldStandard.Of(figure, standards)).Met);
    }

    private static FlowEvent Ambulance(string time, ConveyanceEvent detail) => new()
    {
        Source = "eeast-cad",
        MessageId = $"{time}/{detail.GetType().Name}/{detail.Conveyance}",
        OccurredAt = Board.Time(time),
        Site = "RAJ12",
        Detail = detail,
    };
}
