using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Beds;

public sealed class BedScenarios
{
    [Fact]
    public void GivenNothingDeclared_WhenBedsAreCounted_ThenTheNetworkFilesCoreBedsAreTakenAndSaidToBeDeclared()
    {
        var board = new Board().Tell("10:00", new PatientAdmitted("v_1", new Place("MARY", "1")));

        var open = board.At("11:00").Sites[0].Figures[BedMeasures.BedsOpen];

        Assert.Equal(30, open.Value);
        Assert.Equal(FigureQuality.Declared, open.Quality);
        Assert.Equal("network file", open.Source);
    }

    [Fact]
    public void GivenADeclaredWard_WhenBedsAreCounted_ThenEscalationCountsAndClosedBedsDoNot()
    {
        var board = new Board()
            .Tell("09:00", new PatientAdmitted("v_1", new Place("MARY", "1")))
            .Tell("10:00", new WardCapacityDeclared("MARY", CoreOpen: 18, EscalationOpen: 3, Closed: 2));

        Assert.Equal(31, board.Figure(BedMeasures.BedsOpen));
        Assert.Equal(3, board.Figure(BedMeasures.EscalationBedsOpen));
        Assert.Equal(2, board.Figure(BedMeasures.BedsClosed));
        Assert.Equal(30, board.Figure(BedMeasures.BedsAvailable));
        Assert.Equal(3.2, board.Figure(BedMeasures.BedOccupancy));
    }

    [Fact]
    public void GivenABedClosedAfterTheDeclaration_WhenBedsAreCounted_ThenItIsNewsAndCounts()
    {
        var board = new Board()
            .Tell("08:00", new BedStatusChanged("MARY", "1", BedStatus.Closed))
            .Tell("10:00", new WardCapacityDeclared("MARY", CoreOpen: 20, EscalationOpen: 0))
            .Tell("11:00", new BedStatusChanged("MARY", "2", BedStatus.ClosedForInfection));

        Assert.Equal(29, board.Figure(BedMeasures.BedsOpen));

        board.Tell("12:00", new BedStatusChanged("MARY", "2", BedStatus.Open));

        Assert.Equal(30, board.Figure(BedMeasures.BedsOpen));
    }

    [Fact]
    public void GivenADeclarationThatExpired_WhenBedsAreCounted_ThenOpenAndFreeBedsAreStale()
    {
        var board = new Board { RecordedAt = Board.Time("10:00") }
            .Tell("09:00", new PatientAdmitted("v_1", new Place("MARY", "1")))
            .Tell("10:00", new WardCapacityDeclared("MARY", 20, 0, ExpiresAt: Board.Time("14:00")));

        var figures = board.At("14:00:01").Sites[0].Figures;

        Assert.Equal(FigureQuality.Stale, figures[BedMeasures.BedsOpen].Quality);
        Assert.Equal(FigureQuality.Stale, figures[BedMeasures.BedsAvailable].Quality);
        Assert.Equal(FigureQuality.Live, figures[BedMeasures.BedsOccupied].Quality);
    }

    [Fact]
    public void GivenMorePatientsThanBeds_WhenFreeBedsAreCounted_ThenTheFigureGoesBelowZero()
    {
        var board = new Board().Tell("08:00", new WardCapacityDeclared("MARY", 0, 0));
        board.Tell("08:00", new WardCapacityDeclared("AMU", 0, 0));
        board.Tell("09:00", new PatientAdmitted("v_1", new Place("MARY", "1")));

        Assert.Equal(-1, board.Figure(BedMeasures.BedsAvailable));
        Assert.Null(board.Figure(BedMeasures.BedOccupancy));
    }

    [Fact]
    public void GivenCriticalCare_WhenBedsAreCounted_ThenItIsNotGeneralAndAcute()
    {
        var board = new Board().Tell("09:00", new PatientAdmitted("v_1", new Place("ITU", "1")));

        Assert.Equal(0, board.Figure(BedMeasures.BedsOccupied));
        Assert.Equal(1, board.Figure(BedMeasures.CriticalCareOccupied));
        Assert.Equal(8, board.Figure(BedMeasures.CriticalCareOpen));
    }
}
