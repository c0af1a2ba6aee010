using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

public sealed class DischargeScenarios
{
    [Fact]
    public void GivenAssessments_WhenOwnersAreRead_ThenTheNewestOfEachPatientCountsMostFirst()
    {
        var board = new Board();
        foreach (var patient in (string[])["v_1", "v_2", "v_3", "v_4"])
        {
            board.Tell("08:00", new PatientAdmitted(patient, new Place("MARY")));
        }

        board.Tell(Hub("09:00", new CriteriaToResideAssessed("v_1", false, DischargePathway.P1, "reason", "ESSEX")))
            .Tell(Hub("09:00", new CriteriaToResideAssessed("v_2", false, DischargePathway.P2, "reason", "ESSEX")))
            .Tell(Hub("09:00", new CriteriaToResideAssessed("v_3", false)))
            .Tell(Hub("09:00", new CriteriaToResideAssessed("v_4", false, Owner: "EPUT")))
            .Tell(Hub("11:00", new CriteriaToResideAssessed("v_4", true)));

        Assert.Equal(3, board.Figure(DischargeMeasures.NoCriteriaToReside));
        Assert.Equal(
            [new DelayOwner("ESSEX", "Essex council", 2), new DelayOwner("unknown", "unknown", 1)],
            board.At("12:00").DelayOwners);
    }

    [Fact]
    public void GivenPlannedDischarges_WhenTheyAreCounted_ThenTomorrowsAreLeftOut()
    {
        var board = new Board();
        foreach (var patient in (string[])["v_1", "v_2", "v_3"])
        {
            board.Tell("08:00", new PatientAdmitted(patient, new Place("MARY")));
        }

        board.Tell(Hub("09:00", new DischargePlanned("v_1", Board.Time("15:00"), DischargeCertainty.Definite)))
            .Tell(Hub("09:00", new DischargePlanned("v_2", Board.Time("2026-11-23T10:00:00Z"), DischargeCertainty.Definite)))
            .Tell(Hub("09:00", new DischargePlanned("v_3")));

        Assert.Equal(1, board.Figure(DischargeMeasures.DefiniteDischarges));
        Assert.Equal(1, board.Figure(DischargeMeasures.PotentialDischarges));

        board.Tell(Hub("10:00", new DischargePlanCancelled("v_3"))).Tell("15:20", new PatientDischarged("v_1"));

        Assert.Equal(0, board.Figure(DischargeMeasures.DefiniteDischarges));
        Assert.Equal(0, board.Figure(DischargeMeasures.PotentialDischarges));
    }

    [Fact]
    public void GivenDischarges_WhenTheDayIsReadByHour_ThenEachIsInItsHour()
    {
        var board = new Board { RecordedAt = Board.Time("2026-11-20T08:00:00Z") };
        foreach (var (patient, time) in ((string, string)[])[("v_1", "00:10"), ("v_2", "09:59:59"), ("v_3", "10:00")])
        {
            board.Tell("2026-11-20T08:00:00Z", new PatientAdmitted(patient, new Place("MARY")));
            board.Tell(time, new PatientDischarged(patient));
        }

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], board.At("10:30").Sites[0].DischargesByHour);
        Assert.Equal(2, board.Figure(DischargeMeasures.DischargesLastHour, "10:30"));
    }

    [Fact]
    public void GivenAFeedFirstHeardAtNine_WhenTheDayIsReadByHour_ThenTheHoursBeforeAreUnknownAndNotZero()
    {
        var board = new Board { RecordedAt = Board.Time("09:20") }
            .Tell("2026-11-20T08:00:00Z", new PatientAdmitted("v_1", new Place("MARY")))
            .Tell("10:10", new PatientDischarged("v_1"));

        var site = board.At("11:30").Sites[0];

        Assert.Equal([null, null, null, null, null, null, null, null, null, 0, 1, 0], site.DischargesByHour);
        Assert.Equal(Board.Time("09:20"), site.CountedSince);
        Assert.Null(board.At("2026-11-23T00:30:00Z").Sites[0].CountedSince);
    }

    private static FlowEvent Hub(string time, EncounterEvent detail) =>
        Board.Event(time, detail, source: "care-transfer-hub");
}
