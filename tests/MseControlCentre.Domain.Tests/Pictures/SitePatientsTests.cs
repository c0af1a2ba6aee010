using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.EmergencyDepartments;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Pictures;

/// <summary>The patients behind a site's figures: never another number of them than the figure says.</summary>
public sealed class SitePatientsTests
{
    [Fact]
    public void GivenAFullSystem_WhenItsPatientsAreListed_ThenEachListIsAsLongAsItsFigure()
    {
        var now = Board.Time("14:30");
        var network = MseNetwork();
        var board = new ControlCentre();
        var sequence = 0L;
        board.Apply(new JournalEntry(++sequence, now.AddDays(-2), Adoption()));
        foreach (var told in new FullSystem(network, now).Events())
        {
            board.Apply(new JournalEntry(++sequence, now, told));
        }

        var picture = board.PictureAt(now);

        Assert.All(picture.Sites, site =>
        {
            var patients = board.PatientsAt(site.Code, now)!;
            double? Figure(Measure measure) => site.Figures[measure].Value;
            int In(Func<DepartmentPatient, bool> condition) => patients.InDepartment.Count(condition);

            Assert.NotEmpty(patients.InDepartment);
            Assert.NotEmpty(patients.Delayed);
            Assert.Equal(Figure(EmergencyDepartmentMeasures.InDepartment), patients.InDepartment.Count);
            Assert.Equal(
                Figure(EmergencyDepartmentMeasures.EdOverStandard), In(one => now - one.ArrivedAt > TimeSpan.FromHours(4)));
            Assert.Equal(
                Figure(EmergencyDepartmentMeasures.EdOverLong), In(one => now - one.ArrivedAt > TimeSpan.FromHours(12)));
            Assert.Equal(Figure(EmergencyDepartmentMeasures.AwaitingBed), In(one => one.Stage is DepartmentStage.Bed));
            Assert.Equal(
                Figure(EmergencyDepartmentMeasures.AwaitingAssessment), In(one => one.Stage is DepartmentStage.Assessment));
            Assert.Equal(Figure(EmergencyDepartmentMeasures.ReadyToProceed), In(one => one.ReadyToProceedAt is not null));
            Assert.Equal(Figure(EmergencyDepartmentMeasures.MentalHealthWaiting), In(one => one.IsForMentalHealth));
            Assert.Equal(
                Figure(EmergencyDepartmentMeasures.InMajors), In(one => one.Area is DepartmentArea.Majors));
            Assert.Equal(Figure(DischargeMeasures.NoCriteriaToReside), patients.Delayed.Count);
            Assert.All(patients.Delayed, one => Assert.Equal(site.Code, one.Site));
        });
    }

    [Fact]
    public void GivenPatients_WhenTheyAreListed_ThenTheLongestWaitComesFirst()
    {
        var board = Arrived(("v_2", "09:00"), ("v_1", "06:00"), ("v_3", "11:00"));

        Assert.Equal(["v_1", "v_2", "v_3"], List(board).Select(patient => patient.Encounter));
    }

    [Fact]
    public void GivenMilestones_WhenPatientsAreListed_ThenEachSaysWhatItWaitsForAndSinceWhen()
    {
        var board = Arrived(
            ("v_1", "06:00"), ("v_2", "06:10"), ("v_3", "06:20"), ("v_4", "06:30"), ("v_5", "06:40"), ("v_6", "06:50"))
            .Tell("07:00", new EdInitialAssessmentCompleted("v_2", Acuity.Urgent))
            .Tell("07:10", new EdSeenForTreatment("v_3"))
            .Tell("07:20", new EdSeenForTreatment("v_4"))
            .Tell("07:30", new EdReferredToService("v_4", EdReferredToService.MentalHealth))
            .Tell("07:40", new EdSeenForTreatment("v_5"))
            .Tell("07:50", new EdClinicallyReadyToProceed("v_5"))
            .Tell("08:00", new EdDecisionToAdmit("v_6"))
            .Tell("08:10", new EdClinicallyReadyToProceed("v_6"));

        Assert.Equal(
            [
                (DepartmentStage.Assessment, "06:00"),
                (DepartmentStage.Treatment, "07:00"),
                (DepartmentStage.Seen, "07:10"),
                (DepartmentStage.Referred, "07:30"),
                (DepartmentStage.ReadyToProceed, "07:50"),
                (DepartmentStage.Bed, "08:00"),
            ],
            List(board).Select(one => (one.Stage, one.StageSince!.Value.ToString("HH:mm", null))));
        Assert.Equal([false, false, false, true, false, false], List(board).Select(one => one.IsForMentalHealth));
        Assert.Equal(Acuity.Urgent, List(board)[1].Acuity);
        Assert.NotNull(List(board)[5].ReadyToProceedAt);
    }

    [Fact]
    public void GivenPlaces_WhenPatientsAreListed_ThenChildrenAndUnknownPlacesAreTold()
    {
        var board = WiderNetwork.Board()
            .Tell("06:00", new EdAttendanceRegistered("v_1", Place: new Place("EDP")))
            .Tell("06:10", new EdAttendanceRegistered("v_2", Place: new Place("EDR")))
            .Tell("06:20", new EdAttendanceRegistered("v_3", Place: new Place(null, null, "NOWHERE")));

        Assert.Equal(
            [("EDP", true), ("EDR", false), (null, false)], List(board).Select(one => (one.Ward, one.IsChild)));
        Assert.Equal(DepartmentArea.Resuscitation, List(board)[1].Area);
    }

    [Fact]
    public void GivenSomebodyWhoLeft_WhenPatientsAreListed_ThenTheyAreNot()
    {
        var board = Arrived(("v_1", "06:00"), ("v_2", "07:00")).Tell("08:00", new EdDeparted("v_1"));

        Assert.Equal("v_2", Assert.Single(List(board)).Encounter);
    }

    [Fact]
    public void GivenNoSuchSite_WhenItsPatientsAreAskedFor_ThenThereIsNothing() =>
        Assert.Null(new Board().Centre.PatientsAt("RAJ99", Board.Time("12:00")));

    private static IReadOnlyList<DepartmentPatient> List(Board board) =>
        board.Centre.PatientsAt("RAJ12", Board.Time("12:00"))!.InDepartment;

    private static Board Arrived(params (string Encounter, string At)[] patients)
    {
        var board = WiderNetwork.Board();
        foreach (var (encounter, at) in patients)
        {
            board.Tell(at, new EdAttendanceRegistered(encounter, Place: new Place("EDM")));
        }

        return board;
    }

    private static NetworkMap MseNetwork() => NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;

    private static FlowEvent Adoption() => new()
    {
        Source = "control-centre",
        MessageId = "network",
        OccurredAt = Board.Time("2026-11-20T00:00:00Z"),
        Site = "control-centre",
        Detail = new NetworkAdopted(
            MseNetwork().Version, System.Text.Json.JsonElement.Parse(File.ReadAllText(Repository.NetworkFile))),
    };
}
