using MseControlCentre.Domain.Beds;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Encounters;

public sealed class MergeScenarios
{
    private static readonly Place s_mary = new("MARY", "07");

    [Fact]
    public void GivenTwoIdentitiesOfOneStay_WhenTheyAreMerged_ThenOnePatientIsCounted()
    {
        var board = new Board()
            .Tell("08:00", new PatientAdmitted("p_unknown", s_mary))
            .Tell("09:00", new PatientAdmitted("p_known", s_mary))
            .Tell("10:00", new EncountersMerged("p_unknown", "p_known"));

        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
    }

    [Fact]
    public void GivenAMergeHeardFirst_WhenTheOldIdentityIsUsedAfterwards_ThenItMeansTheSurvivor()
    {
        var board = new Board()
            .Tell("10:00", new EncountersMerged("p_unknown", "p_known"))
            .Tell("08:00", new PatientAdmitted("p_unknown", s_mary))
            .Tell("12:00", new PatientDischarged("p_known"));

        Assert.Equal(0, board.Figure(BedMeasures.Inpatients));
        Assert.Equal(1, board.Figure(DischargeMeasures.DischargesToday));
    }

    [Fact]
    public void GivenAChainOfMerges_WhenTheyComeInAnyOrder_ThenTheStateIsTheSame()
    {
        FlowEvent[] events =
        [
            Board.Event("08:00", new PatientAdmitted("p_a", s_mary)),
            Board.Event("09:00", new PatientTransferred("p_b", new Place("AMU", "1"))),
            Board.Event("10:00", new EncountersMerged("p_a", "p_b")) with { MessageId = "m1" },
            Board.Event("11:00", new EncountersMerged("p_b", "p_c")) with { MessageId = "m2" },
            Board.Event("12:00", new PatientDischarged("p_c")),
        ];

        var hashes = Permutations.Of(events).Select(order => new Board().Tell(order).Centre.StateHash()).Distinct();

        Assert.Single(hashes);
    }

    [Fact]
    public void GivenMergesInACircle_WhenTheyAreTold_ThenTheyMeanOneEncounter()
    {
        var board = new Board()
            .Tell("08:00", new PatientAdmitted("p_a", s_mary))
            .Tell("08:30", new PatientAdmitted("p_b", s_mary))
            .Tell(Board.Event("10:00", new EncountersMerged("p_a", "p_b")) with { MessageId = "m1" })
            .Tell(Board.Event("11:00", new EncountersMerged("p_b", "p_a")) with { MessageId = "m2" });

        Assert.Equal(1, board.Figure(BedMeasures.Inpatients));
    }
}
