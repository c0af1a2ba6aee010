using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Beds.BedMeasures;

namespace MseControlCentre.Domain.Tests.Beds;

public sealed class CriticalCareScenarios
{
    [Fact]
    public void GivenNothingDeclared_WhenBedsAreRead_ThenTheWardsOpenBedsCountAndTheLevelsAreUnknown()
    {
        var board = WiderNetwork.Board().Tell("08:00", new WardCapacityDeclared("ITU", CoreOpen: 7, EscalationOpen: 0));

        Assert.Equal(7, board.Figure(CriticalCareOpen));
        Assert.Null(board.Figure(CriticalCareLevel2Open));
        Assert.Null(board.Figure(CriticalCareLevel3Open));
    }

    [Fact]
    public void GivenLevelsDeclared_WhenBedsAreRead_ThenTheActualBedsCountAndNotTheFunded()
    {
        // The network file funds 8; 4 for level 2 and 2 for level 3 are really there: 6.
        var board = WiderNetwork.Board().Tell("08:00", new CriticalCareDeclared("ITU", Level2Beds: 4, Level3Beds: 2));

        Assert.Equal(6, board.Figure(CriticalCareOpen));
        Assert.Equal(4, board.Figure(CriticalCareLevel2Open));
        Assert.Equal(2, board.Figure(CriticalCareLevel3Open));
        Assert.Equal(
            EvidenceKind.Declaration,
            board.Centre.EvidenceAt("RAJ12:beds.critical-care-open", Board.Time("23:00"), 10)!.Evidence.Single().Kind);
    }

    [Fact]
    public void GivenMorePatientsThanDeclaredBeds_WhenBedsAreRead_ThenUnfundedBedsThatAreOccupiedCount()
    {
        // 2 + 1 = 3 beds declared and 4 patients: 4 open. One leaves: 3, as declared.
        var board = WiderNetwork.Board().Tell("07:00", new CriticalCareDeclared("ITU", Level2Beds: 2, Level3Beds: 1));
        for (var patient = 1; patient <= 4; patient++)
        {
            board.Tell("08:00", new PatientAdmitted($"v_{patient}", new Place("ITU", $"{patient}")));
        }

        Assert.Equal(4, board.Figure(CriticalCareOccupied));
        Assert.Equal(4, board.Figure(CriticalCareOpen));

        board.Tell("09:00", new PatientTransferred("v_1", new Place("MARY", "1")));

        Assert.Equal(3, board.Figure(CriticalCareOccupied));
        Assert.Equal(3, board.Figure(CriticalCareOpen));
    }

    [Fact]
    public void GivenADeclarationThatExpired_WhenBedsAreRead_ThenTheyAreStale()
    {
        var board = WiderNetwork.Board()
            .Tell("08:00", new CriticalCareDeclared("ITU", 4, 2, ExpiresAt: Board.Time("12:00")));

        Assert.Equal(FigureQuality.Declared, board.At("12:00:00").Sites[0].Figures[CriticalCareOpen].Quality);
        Assert.Equal(FigureQuality.Stale, board.At("12:00:01").Sites[0].Figures[CriticalCareOpen].Quality);
    }

    [Fact]
    public void GivenChildrenAndBabies_WhenCriticalCareIsRead_ThenEachIsCountedApart()
    {
        var board = WiderNetwork.Board();
        board.Tell("08:00", new PatientAdmitted("v_1", new Place("PICU", "1")));
        board.Tell("08:00", new PatientAdmitted("v_2", new Place("NICU", "1")));
        board.Tell("08:00", new PatientAdmitted("v_3", new Place("NICU", "2")));

        Assert.Equal(0, board.Figure(CriticalCareOccupied));
        Assert.Equal(1, board.Figure(PaediatricCriticalCareOccupied));
        Assert.Equal(2, board.Figure(PaediatricCriticalCareOpen));
        Assert.Equal(2, board.Figure(NeonatalCriticalCareOccupied));
        Assert.Equal(5, board.Figure(NeonatalCriticalCareOpen));
        Assert.Equal(0, board.Figure(BedsOccupied));
    }

    [Fact]
    public void GivenASiteWithoutCriticalCare_WhenBedsAreRead_ThenThereAreNoneAndThatIsKnown()
    {
        var board = WiderNetwork.Board();

        Assert.Equal(0, board.Figure(CriticalCareOpen, site: "RAJ01"));
        Assert.Equal(8, board.At("12:00").Figures[CriticalCareOpen].Value);
    }
}
