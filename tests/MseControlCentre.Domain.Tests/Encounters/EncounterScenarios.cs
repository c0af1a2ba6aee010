using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Encounters;

public sealed class EncounterScenarios
{
    private static readonly Place s_amu = new("AMU", "01");
    private static readonly Place s_mary = new("MARY", "07");

    [Fact]
    public void GivenAnAdmission_WhenTheWardIsAsked_ThenThePatientIsThere()
    {
        var board = new Board().Tell("10:00", new PatientAdmitted("v_1", s_amu));

        Assert.Equal(1, board.InWard("AMU"));
        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(1, board.Figure(BedMeasures.AdmissionsToday));
    }

    [Fact]
    public void GivenADischargeHeardBeforeItsAdmission_WhenBothAreKnown_ThenThePatientHasLeftOnce()
    {
        var board = new Board()
            .Tell("15:00", new PatientDischarged("v_1", "19"))
            .Tell("10:00", new PatientAdmitted("v_1", s_amu));

        Assert.Equal(0, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(1, board.Figure(DischargeMeasures.DischargesToday));
        Assert.Equal(1, board.Figure(BedMeasures.AdmissionsToday));
    }

    [Fact]
    public void GivenATransferInError_WhenItIsCancelled_ThenThePatientIsBackWhereTheyWere()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_amu))
            .Tell("11:00", new PatientTransferred("v_1", s_mary))
            .Tell("11:05", new TransferCancelled("v_1"));

        Assert.Equal(1, board.InWard("AMU"));
        Assert.Equal(0, board.InWard("MARY"));
    }

    [Fact]
    public void GivenADischargeInError_WhenItIsCancelled_ThenItIsNotCountedAndThePatientIsStillHere()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_amu))
            .Tell("11:00", new PatientDischarged("v_1"))
            .Tell("11:05", new DischargeCancelled("v_1"));

        Assert.Equal(1, board.InWard("AMU"));
        Assert.Equal(0, board.Figure(DischargeMeasures.DischargesToday));
    }

    [Fact]
    public void GivenAnAdmissionFromTheDepartmentInError_WhenItIsCancelled_ThenThePatientWaitsInTheDepartmentAgain()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1", Place: new Place("ED")))
            .Tell("10:00", new PatientAdmitted("v_1", s_amu))
            .Tell("10:30", new PatientTransferred("v_1", s_mary))
            .Tell("10:45", new AdmissionCancelled("v_1"));

        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.InDepartment));
        Assert.Equal(0, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(0, board.Figure(BedMeasures.AdmissionsToday));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.EdOverStandard, "12:00:01"));
    }

    [Fact]
    public void GivenARegistrationInError_WhenItIsCancelled_ThenNobodyArrived()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_1"))
            .Tell("08:10", new AdmissionCancelled("v_1"));

        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.InDepartment));
        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.AttendancesToday));
    }

    [Fact]
    public void GivenAPatientOnLeave_WhenBedsAreCounted_ThenTheBedIsReservedAndNotOccupied()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_mary))
            .Tell("11:00", new LeaveStarted("v_1"));

        Assert.Equal(0, board.Figure(BedMeasures.BedsOccupied));
        Assert.Equal(1, board.Figure(BedMeasures.BedsReserved));
        Assert.Equal(29, board.Figure(BedMeasures.BedsAvailable));

        board.Tell("18:00", new LeaveEnded("v_1"));

        Assert.Equal(1, board.Figure(BedMeasures.BedsOccupied));
        Assert.Equal(0, board.Figure(BedMeasures.BedsReserved));
    }

    [Fact]
    public void GivenAReturnFromLeaveInError_WhenItIsCancelled_ThenThePatientIsStillAway()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_mary))
            .Tell("11:00", new LeaveStarted("v_1"))
            .Tell("12:00", new LeaveEnded("v_1"))
            .Tell("12:05", new LeaveEndCancelled("v_1"));

        Assert.Equal(1, board.Figure(BedMeasures.BedsReserved));
    }

    [Fact]
    public void GivenTwoPatientsWhoSwapBeds_WhenBothMovesAreKnown_ThenEachIsInTheOthersBed()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_amu))
            .Tell("10:00", new PatientAdmitted("v_2", s_mary))
            .Tell("11:00", new PatientTransferred("v_1", s_mary))
            .Tell("11:00", new PatientTransferred("v_2", s_amu));

        Assert.Equal(1, board.InWard("AMU"));
        Assert.Equal(1, board.InWard("MARY"));
    }

    [Fact]
    public void GivenAMoveWhoseAdmissionWasNeverHeard_WhenBedsAreCounted_ThenThePatientIsCounted()
    {
        var board = new Board().Tell("11:00", new PatientTransferred("v_1", s_mary));

        Assert.Equal(1, board.InWard("MARY"));
    }

    [Fact]
    public void GivenAnUpdateAlone_WhenBedsAreCounted_ThenItOpensNoEncounter()
    {
        var board = new Board()
            .Tell("11:00", new EncounterUpdated("v_1", PatientClass.Inpatient, s_mary))
            .Tell(Board.Event("11:01", new PatientAdmitted("v_2", s_amu)));

        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
    }

    [Fact]
    public void GivenAnUpdateThatLeavesTheBedOut_WhenItIsForTheSameWard_ThenTheBedStays()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_mary))
            .Tell("11:00", new EncounterUpdated("v_1", Place: new Place("MARY")));
        var withBed = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_mary))
            .Tell("11:00", new EncounterUpdated("v_1", Place: new Place("MARY", "09")));

        Assert.Equal(1, board.InWard("MARY"));
        Assert.NotEqual(board.Centre.StateHash(), withBed.Centre.StateHash());
    }

    [Fact]
    public void GivenAnUnmappedWard_WhenTheSiteIsCounted_ThenThePatientIsListedAndCounted()
    {
        var board = new Board().Tell("10:00", new PatientAdmitted("v_1", new Place(null, "3", "NEWWARD^^RAJ12")));

        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(1, board.Figure(BedMeasures.UnmappedInpatients));
        var place = Assert.Single(board.At("23:00").Sites[0].UnmappedPlaces);
        Assert.Equal("NEWWARD^^RAJ12", place.Location);
    }

    [Fact]
    public void GivenAPatientMovedToAnotherSite_WhenSitesAreCounted_ThenOnlyTheOtherHasThem()
    {
        var board = new Board()
            .Tell("10:00", new PatientAdmitted("v_1", s_mary))
            .Tell(Board.Event("12:00", new PatientTransferred("v_1", new Place("KING", "1")), "RAJ01", "southend-pas"));

        Assert.Equal(0, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(1, board.InWard("KING", site: "RAJ01"));
    }

    [Fact]
    public void GivenAPatientWhoReturnsUnderTheSameIdentity_WhenBothStaysAreKnown_ThenBothAreCounted()
    {
        var board = new Board()
            .Tell("01:00", new EdAttendanceRegistered("p_1"))
            .Tell("03:00", new EdDeparted("p_1", EdOutcome.Discharged))
            .Tell("20:00", new EdAttendanceRegistered("p_1"));

        Assert.Equal(2, board.Figure(EmergencyDepartmentMeasures.AttendancesToday));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.InDepartment));
        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.EdOverStandard));
    }

    [Fact]
    public void GivenAPlannedAdmission_WhenThePatientComes_ThenItIsAnAdmissionAndNoLongerExpected()
    {
        var board = new Board()
            .Tell("08:00", new AdmissionPlanned("v_1", Board.Time("14:00")))
            .Tell("14:20", new PatientAdmitted("v_1", s_mary));

        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
    }

    [Fact]
    public void GivenAnInpatientWhoBecomesAnOutpatient_WhenBedsAreCounted_ThenTheBedIsFreeAndNoDischargeIsCounted()
    {
        var board = new Board()
            .Tell("08:00", new PatientAdmitted("v_1", s_mary))
            .Tell("14:20", new EncounterClassChanged("v_1", PatientClass.Outpatient));

        Assert.Equal(0, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(0, board.Figure(DischargeMeasures.DischargesToday));
    }
}
