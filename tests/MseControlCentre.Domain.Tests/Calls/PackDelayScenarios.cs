using System.Text;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>Patients with no criteria to reside, as numbers to challenge; never as patients.</summary>
public sealed class PackDelayScenarios
{
    [Fact]
    public void Owners_HaveTheirPatientsThenDaysPathwaysSitesAndCommonestReason()
    {
        var delays = Told().Pack().Delays;

        var essex = delays.Owners[0];
        Assert.Equal(("ESSEX", "Essex council", 3, 1), (essex.Code, essex.Name, essex.Patients, essex.Then));
        Assert.Equal((19, 12, 1), (essex.Days, essex.LongestDays, essex.OverSeven));
        Assert.Equal([0, 2, 0, 1, 0], essex.ByPathway);
        Assert.Equal([("RAJ01", 1), ("RAJ12", 2)], essex.BySite.Select(site => (site.Key, site.Value)));
        Assert.Equal(("No other social care at home", 2), (essex.TopReason, essex.TopReasonPatients));
        Assert.Equal(FigureQuality.Live, delays.Quality);
        Assert.Equal((4, 1, 19, 1), (delays.Patients, delays.Then, delays.Days, delays.Undated));
    }

    [Fact]
    public void Owners_WithoutPatients_AreSaidToHaveNoneOnlyWhereTheyCanBeAskedOnACall()
    {
        var delays = Told().Pack().Delays;

        Assert.Equal(
            [("ESSEX", 3), ("unknown", 1), ("EPUT", 0)],
            delays.Owners.Select(owner => (owner.Code, owner.Patients)));
        Assert.Equal(((int?)0, (int?)null, 0), (delays.Owners[2].Then, delays.Owners[2].LongestDays, delays.Owners[2].Days));
    }

    [Fact]
    public void Reasons_AreCountedToo()
    {
        var reasons = Told().Pack().Delays.Reasons;

        Assert.Equal(
            [("No other social care at home", 2, 15), (null, 1, 0), ("No care home place", 1, 4)],
            reasons.Select(reason => (reason.Reason, reason.Patients, reason.Days)));
    }

    [Fact]
    public void Delays_WhenTheHubWasNeverHeard_AreUnknownAndNobodyIsSaidToHaveNone()
    {
        var pack = new GivenPack(areHeard: false).Tell("20 08:00", new PatientAdmitted("b1", new Place("MARY"))).Pack();

        Assert.Equal(FigureQuality.Unknown, pack.Delays.Quality);
        Assert.Empty(pack.Delays.Owners);
        Assert.Contains(pack.Doubts, doubt => doubt.Words == "Care transfer hub: never heard");
    }

    [Fact]
    public void Pack_OfAFullSystem_HoldsNoPseudonym()
    {
        var network = NetworkFile.Read(File.ReadAllBytes(Repository.NetworkFile)).Map!;
        var events = new FullSystem(network, GivenPack.Time("22 10:00")).Events();
        var board = new Board { RecordedAt = GivenPack.Time("10 10:00") };
        board.Tell(TestNetwork.Adoption() with
        {
            MessageId = "mse",
            Detail = new NetworkAdopted(
                "4", System.Text.Json.JsonElement.Parse(File.ReadAllText(Repository.NetworkFile))),
        });
        board.TellAsTheyHappen(events);
        var pack = CallPacking.Of(
            "call", board.Centre.PackFactsAt(GivenPack.Time("22 10:00"), GivenPack.Time("21 10:00")), null, new GivenPack());

        var words = Encoding.UTF8.GetString(EventCatalogue.Encode(new CallPackKept("call", 1, pack)));
        var subjects = events.SelectMany(SubjectsOf).ToHashSet(StringComparer.Ordinal);

        Assert.True(pack.Delays.Patients > 50);
        Assert.True(subjects.Count > 1000);
        Assert.Equal([], subjects.Where(subject => words.Contains(subject, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> SubjectsOf(FlowEvent told) => told.Detail switch
    {
        EdAttendanceRegistered registered => [registered.Encounter, registered.Patient ?? registered.Encounter],
        PatientAdmitted admitted => [admitted.Encounter, admitted.Patient ?? admitted.Encounter],
        EncounterEvent encounter => [encounter.Encounter],
        ConveyanceEvent conveyance => [conveyance.Conveyance],
        VirtualWardStayEvent stay => [stay.Stay],
        EmergencyCallEvent call => [call.Incident],
        _ => [],
    };

    private static GivenPack Told() => new GivenPack()
        .Hub("20 09:00", new CriteriaToResideAssessed("b1", false, DischargePathway.P1, "home-care-unavailable", "ESSEX"))
        .Hub("20 09:01", new DischargeReadyDateSet("b1", GivenPack.Time("10 09:00")))
        .Tell("21 11:00", new PatientAdmitted("b2", new Place("MARY")))
        .Hub("21 12:00", new CriteriaToResideAssessed("b2", false, DischargePathway.P3, "care-home-unavailable", "ESSEX"))
        .Hub("21 12:01", new DischargeReadyDateSet("b2", GivenPack.Time("18 23:59")))
        .Hub("21 13:00", new CriteriaToResideAssessed("s1", false, DischargePathway.P1, "home-care-unavailable", "ESSEX"), "RAJ01")
        .Hub("21 13:01", new DischargeReadyDateSet("s1", GivenPack.Time("19 00:01")), "RAJ01")
        .Tell("21 14:00", new PatientAdmitted("b3", new Place("MARY")))
        .Hub("21 15:00", new CriteriaToResideAssessed("b3", false));
}
