using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Discharges;

/// <summary>
/// The test network with what discharges and virtual wards need: a target by the hour, a usual day of 24 emergency
/// admissions at Basildon and 48 at Southend (one and two in each hour), one hospital, one hub, two councils.
/// </summary>
internal static class DischargeNetwork
{
    /// <summary>Nothing before 08:00, then 10 percent in each hour until all have left by 18:00.</summary>
    public static readonly double[] Steps =
        [0, 0, 0, 0, 0, 0, 0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 100, 100, 100, 100, 100, 100];

    /// <summary>The same share in each hour, so that the hours of a clock change count.</summary>
    public static readonly double[] Even = [.. Enumerable.Range(1, 24).Select(hour => hour * 100 / 24.0)];

    /// <summary>A board with this network, whose feeds were first heard at an instant.</summary>
    public static Board HeardFrom(string heardAt, Action<JsonNode>? change = null, double[]? target = null)
    {
        var board = new Board { RecordedAt = Board.Time(heardAt) };
        board.Tell(Adoption(change, target ?? Steps));
        foreach (var source in (string[])["basildon-pas", "southend-pas", "care-transfer-hub", "virtual-wards"])
        {
            // Something that counts nowhere, so that the feed has been heard.
            var site = source is "southend-pas" ? "RAJ01" : "RAJ12";
            board.Tell(Board.Event(
                heardAt, new DischargePlanCancelled("v_nobody-" + source), site, source));
        }

        return board;
    }

    /// <summary>Tells an event when it happens, as a feed does.</summary>
    public static Board Live(this Board board, string time, EventDetail detail, string site = "RAJ12", string? source = null)
    {
        board.RecordedAt = Board.Time(time);
        return board.Tell(Board.Event(
            time, detail, site, source ?? (site is "RAJ01" ? "southend-pas" : "basildon-pas")));
    }

    /// <summary>Admits a patient to a ward of Basildon.</summary>
    public static Board Admit(this Board board, string time, string encounter, string site = "RAJ12") =>
        board.Live(time, new PatientAdmitted(encounter, new Place(site is "RAJ01" ? "KING" : "MARY")), site);

    /// <summary>An event of the care transfer hub.</summary>
    public static Board Hub(this Board board, string time, EncounterEvent detail, string site = "RAJ12") =>
        board.Live(time, detail, site, "care-transfer-hub");

    private static FlowEvent Adoption(Action<JsonNode>? change, double[] target)
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        file["version"] = "2";
        var partners = file["partners"]!.AsArray();
        partners.Add(JsonNode.Parse("""{ "code": "RAJ", "name": "The hospital", "type": "Hospital" }"""));
        partners.Add(JsonNode.Parse("""{ "code": "HUB", "name": "Care transfer hub", "type": "CareTransferHub" }"""));
        partners.Add(JsonNode.Parse("""{ "code": "SOUTH", "name": "Southend council", "type": "Council" }"""));
        file["dischargeTarget"] = new JsonObject
        {
            ["byEndOfHour"] = new JsonArray([.. target.Select(share => JsonValue.Create(share))]),
            ["basis"] = "locally agreed",
            ["setBy"] = "tests",
            ["setOn"] = "2026-11-22",
        };
        file["demand"] = JsonNode.Parse(
            $$"""
            {
              "arrivalsByHour": [{{string.Join(',', Enumerable.Repeat("1", 24))}}], "basis": "tests",
              "sites": [
                { "site": "RAJ12", "attendances": 240, "emergencyAdmissions": 24 },
                { "site": "RAJ01", "attendances": 240, "emergencyAdmissions": 48 }
              ]
            }
            """);
        file["thresholds"]!["virtualWardLongStay"] = JsonNode.Parse(
            """{ "value": 14, "unit": "days", "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22" }""");
        change?.Invoke(file);
        return new FlowEvent
        {
            Source = "control-centre",
            MessageId = "network-2",
            OccurredAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Site = "TST",
            Detail = new NetworkAdopted("2", JsonElement.Parse(file.ToJsonString())),
        };
    }
}
