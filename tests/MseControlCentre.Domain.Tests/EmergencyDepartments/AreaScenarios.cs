using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.EmergencyDepartments.EmergencyDepartmentMeasures;

namespace MseControlCentre.Domain.Tests.EmergencyDepartments;

public sealed class AreaScenarios
{
    [Fact]
    public void GivenPatientsInEachArea_WhenTheyAreCounted_ThenEachIsInOneAreaAndTheRestElsewhere()
    {
        // EDR 1, EDM 2, UTC 1, EDP 1; elsewhere 3: a ward without an area, a place not mapped, no place. In all 8.
        var board = WiderNetwork.Board();
        Arrive(board, "v_1", new Place("EDR"));
        Arrive(board, "v_2", new Place("EDM"));
        Arrive(board, "v_3", new Place("EDM"));
        Arrive(board, "v_4", new Place("UTC"));
        Arrive(board, "v_5", new Place("EDP"));
        Arrive(board, "v_6", new Place("ED"));
        Arrive(board, "v_7", new Place(Unmapped: "CORRIDOR"));
        Arrive(board, "v_8", null);

        Measure[] areas = [InResuscitation, InMajors, InMinors, InChildren, InUrgentTreatment, InOtherArea];

        Assert.Equal([1, 2, 0, 1, 1, 3], areas.Select(area => board.Figure(area)));
        Assert.Equal(8, board.Figure(InDepartment));
    }

    [Fact]
    public void GivenASwapOfTwoPatients_WhenOneHalfIsCancelled_ThenThatPatientIsBackInTheirArea()
    {
        // A swap (HL7 A17) is two moves: afterwards each area still has one patient. Taking one back makes it 2 and 0.
        var board = WiderNetwork.Board();
        Arrive(board, "v_1", new Place("EDR", "1"));
        Arrive(board, "v_2", new Place("EDM", "1"));
        board.Tell("09:00", new PatientTransferred("v_1", new Place("EDM", "1")));
        board.Tell("09:00", new PatientTransferred("v_2", new Place("EDR", "1")));

        Assert.Equal([1, 1], [board.Figure(InResuscitation), board.Figure(InMajors)]);

        board.Tell("09:10", new TransferCancelled("v_1"));

        Assert.Equal([2, 0], [board.Figure(InResuscitation), board.Figure(InMajors)]);
    }

    [Fact]
    public void GivenAcuities_WhenTheyAreCounted_ThenThoseNotToldAreUnknownAndNotLow()
    {
        var board = WiderNetwork.Board();
        for (var patient = 1; patient <= 7; patient++)
        {
            Arrive(board, $"v_{patient}", new Place("EDM"));
        }

        board.Tell("08:10", new EdInitialAssessmentCompleted("v_1", Acuity.Immediate));
        board.Tell("08:10", new EdInitialAssessmentCompleted("v_2", Acuity.VeryUrgent));
        board.Tell("08:10", new EdInitialAssessmentCompleted("v_3", Acuity.Urgent));
        board.Tell("08:10", new EdInitialAssessmentCompleted("v_4", Acuity.Standard));
        board.Tell("08:10", new EdInitialAssessmentCompleted("v_5", Acuity.Low));
        board.Tell("08:10", new EdInitialAssessmentCompleted("v_6"));

        Measure[] acuities =
            [AcuityImmediate, AcuityVeryUrgent, AcuityUrgent, AcuityStandard, AcuityLow, AcuityUnknown];

        Assert.Equal([1, 1, 1, 1, 1, 2], acuities.Select(acuity => board.Figure(acuity)));
    }

    [Fact]
    public void GivenMajorsAndResuscitation_WhenTheirOccupancyIsRead_ThenDeclaredSpacesCountAndChildrenDoNot()
    {
        // Spaces 4 + 10 = 14, occupied by 7: 50 %. With 2 escalation spaces declared in majors 16: 7 / 16 = 43.75, 43.8 %.
        var board = WiderNetwork.Board();
        for (var patient = 1; patient <= 6; patient++)
        {
            Arrive(board, $"v_{patient}", new Place("EDM"));
        }

        Arrive(board, "v_7", new Place("EDR"));
        Arrive(board, "v_8", new Place("EDP"));
        Arrive(board, "v_9", new Place("UTC"));

        Assert.Equal(14, board.Figure(MajorsResusSpaces));
        Assert.Equal(50, board.Figure(MajorsResusOccupancy));

        board.Tell("09:00", new WardCapacityDeclared("EDM", CoreOpen: 10, EscalationOpen: 2));

        Assert.Equal(16, board.Figure(MajorsResusSpaces));
        Assert.Equal(43.8, board.Figure(MajorsResusOccupancy));
        Assert.Equal(8, board.Centre.EvidenceAt("RAJ12:ed.majors-resus-occupancy", Board.Time("23:00"), 100)!.Total);
    }

    [Fact]
    public void GivenADepartmentWithoutAreas_WhenSpacesAreRead_ThenTheyAreUnknownAndNotZero()
    {
        var board = new Board().Tell("08:00", new EdAttendanceRegistered("v_1", Place: new Place("ED")));

        Assert.Null(board.Figure(MajorsResusSpaces));
        Assert.Equal(
            [new Lack(LackKind.SettingLeftOut, "area of wards")],
            board.Centre.EvidenceAt("RAJ12:ed.majors-resus-spaces", Board.Time("23:00"), 10)!.Lacks);
        Assert.Null(board.Figure(MajorsResusOccupancy));
        Assert.Equal(1, board.Figure(InOtherArea));
    }

    [Fact]
    public void GivenSpacesWhoseDeclarationExpired_WhenOccupancyIsRead_ThenItIsStale()
    {
        var board = WiderNetwork.Board();
        board.RecordedAt = Board.Time("09:00");
        Arrive(board, "v_1", new Place("EDM"));
        board.Tell("09:00", new WardCapacityDeclared("EDM", 10, 2, ExpiresAt: Board.Time("10:00")));

        Assert.Equal(FigureQuality.Live, QualityOf(board, "10:00:00"));
        Assert.Equal(FigureQuality.Stale, QualityOf(board, "10:00:01"));
    }

    [Fact]
    public void GivenAnAreaOfTheDepartment_WhenItsWardIsRead_ThenItHasItsOwnFigures()
    {
        var board = WiderNetwork.Board();
        Arrive(board, "v_1", new Place("EDM"), "04:00");
        Arrive(board, "v_2", new Place("EDM"), "07:00");
        Arrive(board, "v_3", new Place("EDR"), "04:00");
        board.Tell("08:00", new EdDecisionToAdmit("v_2"));

        var majors = board.At("08:30").Sites[0].Wards.Single(ward => ward.Code == "EDM").Figures;

        Assert.Equal(2, majors[InDepartment].Value);
        Assert.Equal(1, majors[EdOverStandard].Value);
        Assert.Equal(0, majors[EdOverLong].Value);
        Assert.Equal(1, majors[AwaitingBed].Value);
        Assert.Equal("RAJ12/EDM:ed.in-department", majors[InDepartment].Id);
    }

    private static FigureQuality QualityOf(Board board, string at) =>
        board.At(at).Sites[0].Figures[MajorsResusOccupancy].Quality;

    private static void Arrive(Board board, string encounter, Place? place, string at = "08:00") =>
        board.Tell(at, new EdAttendanceRegistered(encounter, Place: place));
}
