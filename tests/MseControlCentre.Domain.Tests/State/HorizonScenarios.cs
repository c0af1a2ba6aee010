using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.State;

/// <summary>Ended stories leave after the test network's 72 hours; what is here stays.</summary>
public sealed class HorizonScenarios
{
    [Fact]
    public void GivenAStoryThatEnded_WhenItsTimeHasPassed_ThenItLeavesAndThePatientsWhoAreHereStay()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_gone"))
            .Tell("09:00", new EdDeparted("v_gone", EdOutcome.Discharged))
            .Tell("08:00", new PatientAdmitted("v_here", new Place("MARY")));
        board.RecordedAt = Board.Time("2026-11-25T13:00:00Z");
        board.Tell("2026-11-25T13:00:00Z", new EdAttendanceRegistered("v_new"));

        Assert.Equal(2, board.Centre.KeptStories);
        Assert.Equal(1, board.Figure(BedMeasures.Inpatients, "2026-11-25T13:00:00Z"));
    }

    [Fact]
    public void GivenAStoryThatLeft_WhenMoreIsToldOfIt_ThenItIsCountedAndChangesNothing()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_gone"))
            .Tell("09:00", new EdDeparted("v_gone", EdOutcome.Discharged));
        board.RecordedAt = Board.Time("2026-11-25T13:00:00Z");
        board.Tell("2026-11-25T13:00:00Z", new EdAttendanceRegistered("v_new"));
        var before = board.Centre.StateHash();

        board.Tell("08:30", new EdDeparted("v_gone"));

        Assert.Equal(1, board.Centre.BeyondHorizon);
        Assert.Equal(before, board.Centre.StateHash());
    }

    [Fact]
    public void GivenAnOldAssessmentHeardBeforeItsAdmission_WhenTheAdmissionIsHeardHoursLater_ThenBothAreKnown()
    {
        var board = new Board()
            .Tell("2026-11-10T08:00:00Z", new CriteriaToResideAssessed("v_1", false))
            .Tell(Board.Event("12:00", new EdAttendanceRegistered("v_2"), source: "care-transfer-hub"));
        board.RecordedAt = Board.Time("15:00");
        board.Tell("2026-11-05T08:00:00Z", new PatientAdmitted("v_1", new Place("MARY")));

        Assert.Equal(1, board.Figure(DischargeMeasures.NoCriteriaToReside));
    }

    [Fact]
    public void GivenALongStayWhoseAdmissionIsHeardLate_WhenBedsAreCounted_ThenThePatientIsHere()
    {
        var board = new Board().Tell("2026-10-01T08:00:00Z", new PatientAdmitted("v_long", new Place("MARY")));

        Assert.Equal(1, board.InWard("MARY"));
    }

    [Fact]
    public void GivenAWaitOfFiveDaysInTheDepartment_WhenTheFeedIsFirstConnected_ThenThePatientIsCounted()
    {
        var board = new Board().Tell("2026-11-17T08:00:00Z", new EdAttendanceRegistered("v_long"));

        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.InDepartment));
        Assert.Equal(1, board.Figure(EmergencyDepartmentMeasures.EdOverLong));
        Assert.Equal(0, board.Figure(EmergencyDepartmentMeasures.AttendancesToday));
    }

    [Fact]
    public void GivenAPlannedAdmissionNextMonth_WhenNothingIsHeardForDays_ThenItIsStillExpected()
    {
        var board = new Board().Tell("08:00", new AdmissionPlanned("v_1", Board.Time("2026-12-20T08:00:00Z")));
        board.RecordedAt = Board.Time("2026-11-29T10:00:00Z");
        board.Tell("2026-11-29T10:00:00Z", new EdAttendanceRegistered("v_new"));

        Assert.Equal(2, board.Centre.KeptStories);
    }

    [Fact]
    public void GivenAMonthOfAttendances_WhenAllHaveLeft_ThenWhatIsKeptDoesNotGrow()
    {
        var board = new Board();
        var kept = new List<int>();
        for (var hour = 0; hour < 24 * 30; hour++)
        {
            var at = Board.Time("00:00").AddHours(hour);
            board.RecordedAt = at;
            board.Tell(At(at, new EdAttendanceRegistered("v_" + hour)), At(at.AddMinutes(30), new EdDeparted("v_" + hour)));
            kept.Add(board.Centre.KeptStories);
        }

        Assert.InRange(kept.Max(), 72, 75);
    }

    [Fact]
    public void GivenAnEncounterToldWithoutEnd_WhenItsBoundIsReached_ThenItStillStandsByTheNewest()
    {
        var board = new Board().Tell("00:00", new PatientAdmitted("v_1", new Place("MARY", "1")));
        for (var second = 1; second <= 2_000; second++)
        {
            var ward = second % 2 == 0 ? "MARY" : "AMU";
            board.Tell(At(Board.Time("00:00").AddSeconds(second), new PatientTransferred("v_1", new Place(ward))));
        }

        Assert.Equal(1, board.InWard("MARY"));
        Assert.True(board.Centre.Save().Length < 200_000, "The snapshot holds more than the bound allows.");
    }

    [Fact]
    public void GivenSettledCounts_WhenASnapshotIsRestored_ThenTheyAreTheSame()
    {
        var board = new Board()
            .Tell("08:00", new EdAttendanceRegistered("v_gone"))
            .Tell("09:00", new EdDeparted("v_gone", EdOutcome.Discharged));
        board.RecordedAt = Board.Time("2026-11-25T13:00:00Z");
        board.Tell("2026-11-25T13:00:00Z", new PatientAdmitted("v_new", new Place("MARY")));

        var restored = Board.Restore(board.Centre.Save());

        Assert.Equal(board.Centre.StateHash(), restored.Centre.StateHash());
        Assert.Equal(
            board.At("2026-11-25T14:00:00Z").AllFigures(), restored.At("2026-11-25T14:00:00Z").AllFigures());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Load_ADamagedSnapshot_SaysSo(int keep)
    {
        var snapshot = new Board().Tell("10:00", new PatientAdmitted("v_1", new Place("MARY"))).Centre.Save();

        Assert.Throws<FormatException>(() => ControlCentre.Load(snapshot.AsMemory(0, keep)));
    }

    [Fact]
    public void Apply_AGapInTheJournal_StopsTheNode()
    {
        var entry = new JournalEntry(2, Board.Time("12:00"), TestNetwork.Adoption());

        Assert.Throws<InvalidOperationException>(() => new ControlCentre().Apply(entry));
    }

    private static FlowEvent At(DateTimeOffset at, EncounterEvent detail) => new()
    {
        Source = "basildon-pas",
        MessageId = $"{at:O}/{detail.GetType().Name}/{detail.Encounter}",
        OccurredAt = at,
        Site = "RAJ12",
        Detail = detail,
    };
}
