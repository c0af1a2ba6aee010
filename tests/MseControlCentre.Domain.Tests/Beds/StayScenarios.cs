using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Beds.BedMeasures;

namespace MseControlCentre.Domain.Tests.Beds;

public sealed class StayScenarios
{
    [Fact]
    public void GivenStaysOfEachLength_WhenTheyAreCounted_ThenNightsAreThoseOfTheCalendar()
    {
        // On 22 November: admitted on the 15th 23:59 is 7 nights, on the 16th 00:00 is 6, on the 8th 14, on the 1st 21.
        var board = WiderNetwork.Board();
        Admit(board, "v_6", "2026-11-16T00:00:00Z");
        Admit(board, "v_7", "2026-11-15T23:59:00Z");
        Admit(board, "v_14", "2026-11-08T12:00:00Z");
        Admit(board, "v_21", "2026-11-01T12:00:00Z");

        Assert.Equal(3, board.Figure(LongStay7, "00:00"));
        Assert.Equal(2, board.Figure(LongStay14, "00:00"));
        Assert.Equal(1, board.Figure(LongStay21, "00:00"));
        Assert.Equal(4, board.Figure(LongStay7, "2026-11-23T00:00:00Z"));
        Assert.Equal(3, Ward(board, "MARY")[LongStay7].Value);
    }

    [Fact]
    public void GivenALongStay_WhenThePatientGoesOnLeave_ThenTheStayGoesOn()
    {
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "2026-11-10T12:00:00Z");
        board.Tell("2026-11-12T12:00:00Z", new LeaveStarted("v_1"));

        Assert.Equal(1, board.Figure(LongStay7));

        board.Tell("2026-11-20T12:00:00Z", new LeaveEnded("v_1"));

        Assert.Equal(1, board.Figure(LongStay7));
    }

    [Fact]
    public void GivenAReadmissionUnderTheSameIdentity_WhenStaysAreCounted_ThenTheNewStayBeginsAnew()
    {
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "2026-11-01T12:00:00Z");
        board.Tell("2026-11-19T12:00:00Z", new PatientDischarged("v_1"));
        Admit(board, "v_1", "2026-11-20T12:00:00Z");

        Assert.Equal(0, board.Figure(LongStay7));
        Assert.Equal(1, board.Figure(Inpatients));
    }

    [Fact]
    public void GivenADischargeThatIsCancelled_WhenStaysAreCounted_ThenTheStayWasNeverBroken()
    {
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "2026-11-01T12:00:00Z");
        board.Tell("2026-11-21T12:00:00Z", new PatientDischarged("v_1"));

        Assert.Equal(0, board.Figure(LongStay21));

        board.Tell("2026-11-21T12:30:00Z", new DischargeCancelled("v_1"));

        Assert.Equal(1, board.Figure(LongStay21));
    }

    [Fact]
    public void GivenALongStayInCriticalCare_WhenGeneralAndAcuteStaysAreCounted_ThenItIsNone()
    {
        var board = WiderNetwork.Board();
        board.Tell("2026-11-01T12:00:00Z", new PatientAdmitted("v_1", new Place("ITU", "1")));

        Assert.Equal(0, board.Figure(LongStay7));
        Assert.Equal(1, Ward(board, "ITU")[LongStay7].Value);
    }

    [Fact]
    public void GivenPatientsOfEachSpecialty_WhenOutliersAreCounted_ThenOnlyThoseKnownToBeElsewhereCount()
    {
        // Mary ward is for medicine: the surgical patient is an outlier. A specialty that is not listed or not told, and a
        // ward without divisions (AMU), tell nothing.
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "MARY", "300");
        Admit(board, "v_2", "08:00", "MARY", "100");
        Admit(board, "v_3", "08:00", "MARY", "999");
        Admit(board, "v_4", "08:00", "MARY", null);
        Admit(board, "v_5", "08:00", "AMU", "100");

        Assert.Equal(1, board.Figure(Outliers));
        Assert.Equal(1, Ward(board, "MARY")[Outliers].Value);
        Assert.Equal(0, Ward(board, "AMU")[Outliers].Value);
        Assert.Equal(
            ["v_2"],
            board.Centre.EvidenceAt("RAJ12:beds.outliers", Board.Time("23:00"), 10)!.Evidence.Select(one => one.Subject));
    }

    [Fact]
    public void GivenTwoOutliersWhoSwapBeds_WhenOutliersAreCounted_ThenNeitherIsOne()
    {
        // A swap (HL7 A17) is two moves at one instant. Taken back for one of them, one is an outlier again.
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "MARY", "100");
        Admit(board, "v_2", "08:00", "SURG", "300");

        Assert.Equal(2, board.Figure(Outliers));

        board.Tell("09:00", new PatientTransferred("v_1", new Place("SURG", "1")));
        board.Tell("09:00", new PatientTransferred("v_2", new Place("MARY", "1")));

        Assert.Equal(0, board.Figure(Outliers));

        board.Tell("09:30", new TransferCancelled("v_1"));

        Assert.Equal(1, board.Figure(Outliers));
    }

    [Fact]
    public void GivenAnOutlierOnLeave_WhenOutliersAreCounted_ThenNobodyIsInTheWrongBed()
    {
        var board = WiderNetwork.Board();
        Admit(board, "v_1", "08:00", "MARY", "100");
        board.Tell("09:00", new LeaveStarted("v_1"));

        Assert.Equal(0, board.Figure(Outliers));
    }

    [Fact]
    public void GivenANetworkWithoutSpecialties_WhenOutliersAreRead_ThenTheyAreUnknown()
    {
        var board = new Board().Tell("08:00", new PatientAdmitted("v_1", new Place("MARY"), Specialty: "100"));

        Assert.Null(board.Figure(Outliers));
        Assert.Null(Ward(board, "MARY")[Outliers].Value);
    }

    private static void Admit(Board board, string encounter, string at, string ward = "MARY", string? specialty = "300") =>
        board.Tell(at, new PatientAdmitted(encounter, new Place(ward, "1"), Specialty: specialty));

    private static FigureSet Ward(Board board, string code) =>
        board.At("23:00").Sites[0].Wards.Single(ward => ward.Code == code).Figures;
}
