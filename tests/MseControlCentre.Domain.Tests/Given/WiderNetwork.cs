using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Given;

/// <summary>
/// The test network with what urgent care flow needs beside it: areas of Basildon's department, wards for surgery and
/// children, critical care for children and babies, specialties, and a usual day that is the same in every hour:
/// Basildon 10 arrivals and 2 emergency admissions an hour, Southend 5 and 1.
/// </summary>
internal static class WiderNetwork
{
    private const string Wards = """
        [
          { "code": "EDR", "name": "Resuscitation", "specialty": "Emergency medicine", "type": "EmergencyDepartment",
            "population": "Adult", "coreBeds": 4, "escalationBeds": 0, "area": "Resuscitation", "departmentType": "01",
            "locations": [ { "room": "EDR", "facility": "RAJ12" } ] },
          { "code": "EDM", "name": "Majors", "specialty": "Emergency medicine", "type": "EmergencyDepartment",
            "population": "Adult", "coreBeds": 10, "escalationBeds": 2, "area": "Majors", "departmentType": "01",
            "locations": [ { "room": "EDM", "facility": "RAJ12" } ] },
          { "code": "UTC", "name": "Urgent treatment", "specialty": "Emergency medicine", "type": "EmergencyDepartment",
            "population": "Adult", "coreBeds": 8, "escalationBeds": 0, "area": "UrgentTreatment", "departmentType": "03",
            "locations": [ { "room": "UTC", "facility": "RAJ12" } ] },
          { "code": "EDP", "name": "Children", "specialty": "Emergency medicine", "type": "EmergencyDepartment",
            "population": "Paediatric", "coreBeds": 5, "escalationBeds": 0, "area": "Children", "departmentType": "01",
            "locations": [ { "room": "EDP", "facility": "RAJ12" } ] },
          { "code": "SURG", "name": "Surgical ward", "specialty": "Surgery", "type": "GeneralAndAcute",
            "population": "Adult", "coreBeds": 12, "escalationBeds": 0, "divisions": ["surgery"],
            "locations": [ { "room": "SURG", "facility": "RAJ12" } ] },
          { "code": "CHILD", "name": "Children's ward", "specialty": "Paediatrics", "type": "GeneralAndAcute",
            "population": "Paediatric", "coreBeds": 6, "escalationBeds": 2,
            "locations": [ { "room": "CHILD", "facility": "RAJ12" } ] },
          { "code": "PICU", "name": "Children's intensive care", "specialty": "Critical care", "type": "CriticalCare",
            "population": "Paediatric", "coreBeds": 2, "escalationBeds": 0,
            "locations": [ { "room": "PICU", "facility": "RAJ12" } ] },
          { "code": "NICU", "name": "Neonatal care", "specialty": "Neonatal care", "type": "CriticalCare",
            "population": "Neonatal", "coreBeds": 5, "escalationBeds": 0,
            "locations": [ { "room": "NICU", "facility": "RAJ12" } ] }
        ]
        """;

    private const string Sections = """
        {
          "specialties": [
            { "code": "300", "name": "General medicine", "division": "medicine" },
            { "code": "100", "name": "General surgery", "division": "surgery" } ],
          "demand": {
            "arrivalsByHour": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            "sites": [ { "site": "RAJ12", "attendances": 240, "emergencyAdmissions": 48 },
                       { "site": "RAJ01", "attendances": 120, "emergencyAdmissions": 24 } ],
            "basis": "made up for tests" }
        }
        """;

    /// <summary>A board on this network, with one key of the file changed if asked.</summary>
    public static Board Board(Action<JsonNode>? change = null) => new Board().Tell(Adoption(change));

    private static FlowEvent Adoption(Action<JsonNode>? change)
    {
        var file = JsonNode.Parse(TestNetwork.Json)!;
        file["version"] = "2";
        var wards = file["sites"]![0]!["wards"]!.AsArray();
        wards.Single(ward => ward!["code"]!.GetValue<string>() == "MARY")!["divisions"] = new JsonArray("medicine");
        foreach (var ward in JsonNode.Parse(Wards)!.AsArray())
        {
            wards.Add(ward!.DeepClone());
        }

        foreach (var (key, section) in JsonNode.Parse(Sections)!.AsObject())
        {
            file[key] = section!.DeepClone();
        }

        file["thresholds"]!["initialAssessment"] = Threshold(15, "minutes");
        file["thresholds"]!["mentalHealthWait"] = Threshold(24, "hours");
        change?.Invoke(file);
        return new FlowEvent
        {
            Source = "control-centre",
            MessageId = "network-2",
            OccurredAt = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
            Site = "TST",
            Detail = new NetworkAdopted("2", JsonElement.Parse(file.ToJsonString())),
        };
    }

    private static JsonObject Threshold(int value, string unit) =>
        new() { ["value"] = value, ["unit"] = unit, ["basis"] = "made up for tests" };
}
