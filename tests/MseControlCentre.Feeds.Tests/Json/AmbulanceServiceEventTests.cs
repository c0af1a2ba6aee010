using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Pseudonyms;
using MseControlCentre.Feeds.Tests.Support;

namespace MseControlCentre.Feeds.Tests.Json;

/// <summary>What the ambulance service tells beside conveyances: 999 calls, cohort areas, its levels.</summary>
public sealed class AmbulanceServiceEventTests
{
    [Fact]
    public async Task EmergencyCall_IsKeptUnderAPseudonymOfItsIncident()
    {
        using var bench = new Bench();

        var (status, _) = await bench.PostAsync(
            Event("EmergencyCallAnswered", """{"incident":"CAD-4711","category":"C2"}"""));

        var answered = Assert.IsType<EmergencyCallAnswered>(Assert.Single(await bench.EventsAsync()).Detail);
        Assert.Equal(202, status);
        Assert.Equal(Bench.Pseudonymiser.Of(IdentifierKind.Incident, "eeast", "CAD-4711"), answered.Incident);
        Assert.Equal(AmbulanceCategory.C2, answered.Category);
    }

    [Fact]
    public async Task PatientCohorted_NamesItsArea()
    {
        using var bench = new Bench();

        await bench.PostAsync(Event("PatientCohorted", """{"conveyance":"J1","area":"Handover unit"}""", "RAJ12"));

        var cohorted = Assert.IsType<PatientCohorted>(Assert.Single(await bench.EventsAsync()).Detail);
        Assert.Equal("Handover unit", cohorted.Area);
        Assert.StartsWith("c_", cohorted.Conveyance, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EmergencyCallAnswered", """{"incident":"CAD-4711","category":"C2"}""", "RAJ12", "site")]
    [InlineData("EmergencyCallAnswered", """{"incident":"CAD-4711","category":"C9"}""", "TST", "detail.category")]
    [InlineData("EmergencyCallAnswered", """{"category":"C2"}""", "TST", "detail.incident")]
    [InlineData("EmergencyCallCategorised", """{"incident":"CAD-4711"}""", "TST", "detail.category")]
    [InlineData("EmergencyCallClosed", """{"incident":"CAD-4711","outcome":"Lost"}""", "TST", "detail.outcome")]
    [InlineData("PatientCohorted", """{"conveyance":"J1","area":"bay of 943 476 5919"}""", "RAJ12", "detail.area")]
    [InlineData("PatientCohorted", """{"conveyance":"J1"}""", "RAJ12", "detail.area")]
    [InlineData("PatientCohorted", """{"conveyance":"J1","area":"Corridor"}""", "TST", "site")]
    [InlineData("AmbulanceServiceDeclared", """{"reapLevel":0}""", "TST", "detail.reapLevel")]
    [InlineData("AmbulanceServiceDeclared", """{"reapLevel":5}""", "TST", "detail.reapLevel")]
    public async Task Fault_NamesTheField(string kind, string detail, string site, string field)
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(Event(kind, detail, site));

        Assert.Equal((400, field), (status, Assert.Single(reply.Items).Field));
    }

    private static string Event(string kind, string detail, string site = "TST") => $$"""
        {"source":"eeast-cad","messageId":"m1","occurredAt":"2026-11-22T10:01:00Z","site":"{{site}}",
        "kind":"{{kind}}","detail":{{detail}}}
        """.ReplaceLineEndings("");
}
