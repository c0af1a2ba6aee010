using System.Text;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

/// <summary>A network file small enough to read, and ways to spoil it.</summary>
internal static class SmallNetwork
{
    public const string Json = """
        {
          "$schema": "./network.schema.json",
          "code": "SYS", "name": "Small system", "version": "1", "timeZone": "Europe/London",
          "sites": [
            { "code": "AAA01", "name": "North", "organisation": "AAA", "wards": [
              { "code": "AMU", "name": "Acute medical unit", "specialty": "Acute medicine", "type": "Assessment",
                "population": "Adult", "coreBeds": 20, "escalationBeds": 2,
                "locations": [{ "room": "AMU", "facility": "AAA01" }] },
              { "code": "W1", "name": "Ward 1", "specialty": "Geriatric medicine", "type": "GeneralAndAcute",
                "population": "Adult", "coreBeds": 28, "escalationBeds": 0, "divisions": ["medicine"],
                "locations": [{ "room": "W1", "facility": "AAA01" }, { "room": "W1*" }] },
              { "code": "EDM", "name": "Majors", "specialty": "Emergency medicine", "type": "EmergencyDepartment",
                "population": "Adult", "coreBeds": 20, "escalationBeds": 0, "area": "Majors", "departmentType": "01",
                "locations": [{ "room": "EDM", "facility": "AAA01" }] } ] },
            { "code": "BBB01", "name": "South", "organisation": "BBB", "wards": [
              { "code": "AMU", "name": "Acute medical unit", "specialty": "Acute medicine", "type": "Assessment",
                "population": "Adult", "coreBeds": 20, "escalationBeds": 0,
                "locations": [{ "pointOfCare": "AMU", "facility": "SOUTH" }, { "pointOfCare": "AM*" }] } ] } ],
          "virtualWards": [
            { "code": "VW1", "name": "Frailty", "specialty": "Frailty", "provider": "prov", "capacity": 10 } ],
          "communityUnits": [
            { "code": "CU1", "name": "Community ward", "provider": "AAA", "pathway": 2, "capacity": 26 } ],
          "ambulanceService": { "code": "AMB", "name": "Ambulance service" },
          "partners": [ { "code": "prov", "name": "Provider", "type": "CommunityProvider" } ],
          "feeds": [
            { "id": "north-pas", "name": "North PAS", "protocol": "Hl7v2", "subjects": ["Beds"], "sites": ["AAA01"],
              "sendingApplication": "PAS", "sendingFacility": "AAA01",
              "identifierDomain": "{site}", "lateAfterSeconds": 900, "staleAfterSeconds": 1800 },
            { "id": "south-pas", "name": "South PAS", "protocol": "Hl7v2", "subjects": ["Beds"], "sites": ["BBB01"],
              "sendingApplication": "PAS*",
              "identifierDomain": "{site}", "lateAfterSeconds": 900, "staleAfterSeconds": 1800 },
            { "id": "cad", "name": "Dispatch", "protocol": "Json", "subjects": ["Ambulance"], "sites": [],
              "identifierDomain": "cad", "lateAfterSeconds": 600, "staleAfterSeconds": 1200 } ],
          "thresholds": {
            "handoverStandard": { "value": 15, "unit": "minutes", "basis": "made up" },
            "handoverSecond": { "value": 30, "unit": "minutes", "basis": "made up" },
            "handoverMaximum": { "value": 45, "unit": "minutes", "basis": "made up" },
            "handoverLong": { "value": 60, "unit": "minutes", "basis": "made up" },
            "edStandard": { "value": 4, "unit": "hours", "basis": "made up" },
            "edLong": { "value": 12, "unit": "hours", "basis": "made up" },
            "bedOccupancy": { "value": 92, "unit": "percent", "basis": "locally agreed",
                              "setBy": "nobody", "setOn": "2026-11-22" },
            "virtualWardOccupancy": { "value": 80, "unit": "percent", "basis": "made up" },
            "dischargesBeforeNoon": { "value": 35, "unit": "percent", "basis": "made up" },
            "closedEncounterHours": { "value": 72, "unit": "hours", "basis": "made up" },
            "futureMinutes": { "value": 10, "unit": "minutes", "basis": "made up" }
          },
          "standards": [
            { "measure": "ed.performance-today", "name": "Four hours", "direction": "AtLeast",
              "level": { "value": 95, "unit": "percent", "basis": "made up" } } ],
          "specialties": [
            { "code": "300", "name": "General medicine", "division": "medicine" },
            { "code": "100", "name": "General surgery", "division": "surgery" } ],
          "demand": {
            "arrivalsByHour": [1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 6, 6, 6, 5, 5, 5, 5, 4, 4],
            "sites": [ { "site": "AAA01", "attendances": 300, "emergencyAdmissions": 80 },
                       { "site": "BBB01", "attendances": 250, "emergencyAdmissions": 70 } ],
            "basis": "made up" },
          "dischargeTarget": {
            "byEndOfHour": [0, 0, 0, 0, 0, 0, 0, 1, 5, 10, 20, 33, 40, 50, 60, 70, 75, 80, 85, 90, 95, 98, 99, 100],
            "basis": "locally agreed", "setBy": "nobody", "setOn": "2026-11-22" }
        }
        """;

    public static NetworkMap Map() => MapOf(Json);

    public static NetworkMap MapOf(string json)
    {
        var result = NetworkFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(result.Errors);
        return result.Map ?? throw new InvalidOperationException("No error and no map.");
    }

    /// <summary>The file with the value at a path, such as <c>sites[0].code</c>, replaced; a null value takes the key away.</summary>
    public static string With(string path, string? valueJson, string json = Json)
    {
        var root = JsonNode.Parse(json) ?? throw new InvalidOperationException("The small network is no JSON.");
        var keys = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        var holder = keys[..^1].Aggregate(root, (node, key) => Step(node, key));
        Set(holder, keys[^1], valueJson);
        return root.ToJsonString();
    }

    private static JsonNode Step(JsonNode node, string key) =>
        (node is JsonArray list ? list[int.Parse(key, null)] : node[key])
        ?? throw new InvalidOperationException($"Nothing at {key}.");

    private static void Set(JsonNode holder, string key, string? valueJson)
    {
        if (holder is JsonArray list)
        {
            list[int.Parse(key, null)] = JsonNode.Parse(valueJson ?? "null");
        }
        else if (valueJson is null)
        {
            holder.AsObject().Remove(key);
        }
        else
        {
            holder[key] = JsonNode.Parse(valueJson);
        }
    }
}
