using System.Text;
using System.Text.Json;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Tests.Shared;

/// <summary>A small network of two sites for tests, written as a network file is.</summary>
public static class TestNetwork
{
    /// <summary>The network file.</summary>
    public const string Json = """
        {
          "code": "TST", "name": "Test system", "version": "1", "timeZone": "Europe/London",
          "sites": [
            { "code": "RAJ12", "name": "Basildon", "organisation": "RAJ", "wards": [
              { "code": "ED", "name": "Emergency department", "specialty": "Emergency medicine",
                "type": "EmergencyDepartment", "population": "Adult", "coreBeds": 30, "escalationBeds": 0, "locations": [ { "room": "ED", "facility": "RAJ12" } ] },
              { "code": "AMU", "name": "Acute medical unit", "specialty": "Acute medicine",
                "type": "Assessment", "population": "Adult", "coreBeds": 10, "escalationBeds": 2, "locations": [ { "room": "AMU", "facility": "RAJ12" } ] },
              { "code": "MARY", "name": "Mary ward", "specialty": "General medicine",
                "type": "GeneralAndAcute", "population": "Adult", "coreBeds": 20, "escalationBeds": 4, "locations": [ { "room": "MARY", "facility": "RAJ12" } ] },
              { "code": "ITU", "name": "Intensive care", "specialty": "Critical care",
                "type": "CriticalCare", "population": "Adult", "coreBeds": 8, "escalationBeds": 0, "locations": [ { "room": "ITU", "facility": "RAJ12" } ] }
            ] },
            { "code": "RAJ01", "name": "Southend", "organisation": "RAJ", "wards": [
              { "code": "ED", "name": "Emergency department", "specialty": "Emergency medicine",
                "type": "EmergencyDepartment", "population": "Adult", "coreBeds": 20, "escalationBeds": 0, "locations": [ { "pointOfCare": "SOU-ED" } ] },
              { "code": "KING", "name": "King ward", "specialty": "General medicine",
                "type": "GeneralAndAcute", "population": "Adult", "coreBeds": 15, "escalationBeds": 0, "locations": [ { "pointOfCare": "SOU-KING" } ] }
            ] }
          ],
          "virtualWards": [ { "code": "VW-FRAILTY", "name": "Frailty", "specialty": "Frailty", "provider": "EPUT", "capacity": 5 } ],
          "communityUnits": [ { "code": "CU1", "name": "Community ward", "provider": "EPUT", "pathway": 2, "capacity": 20 } ],
          "ambulanceService": { "code": "RYC", "name": "East of England Ambulance Service" },
          "partners": [
            { "code": "EPUT", "name": "Essex Partnership", "type": "CommunityProvider" },
            { "code": "ESSEX", "name": "Essex council", "type": "Council" }
          ],
          "feeds": [
            { "id": "basildon-pas", "name": "Basildon PAS", "protocol": "Hl7v2", "subjects": ["Beds", "EmergencyDepartment"],
              "sites": ["RAJ12"], "sendingApplication": "PAS", "sendingFacility": "RAJ12",
              "identifierDomain": "{site}", "lateAfterSeconds": 60, "staleAfterSeconds": 600 },
            { "id": "southend-pas", "name": "Southend PAS", "protocol": "Hl7v2", "subjects": ["Beds", "EmergencyDepartment"],
              "sites": ["RAJ01"], "sendingApplication": "PAS", "sendingFacility": "RAJ01",
              "identifierDomain": "{site}", "lateAfterSeconds": 60, "staleAfterSeconds": 600 },
            { "id": "eeast-cad", "name": "Ambulance", "protocol": "Json", "subjects": ["Ambulance"],
              "sites": [], "identifierDomain": "eeast", "lateAfterSeconds": 60, "staleAfterSeconds": 600 },
            { "id": "care-transfer-hub", "name": "Care transfer hub", "protocol": "Json", "subjects": ["Discharge"],
              "sites": [], "identifierDomain": "{site}", "lateAfterSeconds": 60, "staleAfterSeconds": 600 },
            { "id": "virtual-wards", "name": "Virtual wards", "protocol": "Json", "subjects": ["VirtualWards"],
              "sites": [], "identifierDomain": "virtual-wards", "lateAfterSeconds": 60, "staleAfterSeconds": 600 }
          ],
          "thresholds": {
            "handoverStandard": { "value": 15, "unit": "minutes", "basis": "NHS Standard Contract 2022/23" },
            "handoverSecond": { "value": 30, "unit": "minutes", "basis": "NHS Standard Contract 2022/23" },
            "handoverMaximum": { "value": 45, "unit": "minutes", "basis": "Urgent and emergency care plan 2025/26" },
            "handoverLong": { "value": 60, "unit": "minutes", "basis": "NHS Standard Contract 2022/23" },
            "edStandard": { "value": 4, "unit": "hours", "basis": "NHS constitution" },
            "edLong": { "value": 12, "unit": "hours", "basis": "Urgent and emergency care plan 2025/26" },
            "bedOccupancy": { "value": 92, "unit": "percent", "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22" },
            "virtualWardOccupancy": { "value": 80, "unit": "percent", "basis": "Virtual wards operational framework" },
            "dischargesBeforeNoon": { "value": 35, "unit": "percent", "basis": "NHS England 2015" },
            "closedEncounterHours": { "value": 72, "unit": "hours", "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22" },
            "futureMinutes": { "value": 10, "unit": "minutes", "basis": "locally agreed", "setBy": "tests", "setOn": "2026-11-22" }
          }
        }
        """;

    /// <summary>The network file's bytes.</summary>
    public static byte[] Utf8 => Encoding.UTF8.GetBytes(Json);

    /// <summary>The event that brings the network into force.</summary>
    public static FlowEvent Adoption() => new()
    {
        Source = "control-centre",
        MessageId = "network-1",
        OccurredAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        Site = "TST",
        Detail = new NetworkAdopted("1", JsonElement.Parse(Json)),
    };
}
