using System.Text.Json;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulation.Tests.Privacy;

/// <summary>Whatever in a message could tell who a patient is.</summary>
internal static class IdentifiersSent
{
    /// <summary>PID-2 to PID-5, 7, 9, 11, 13, 14, 18 and 19, NK1-2, 4 and 5, PV1-19 and 50, MRG-1 to 7.</summary>
    private static readonly (string Segment, int[] Fields)[] s_fields =
    [
        ("PID", [2, 3, 4, 5, 7, 9, 11, 13, 14, 18, 19]), ("NK1", [2, 4, 5]), ("PV1", [19, 50]), ("MRG", [1, 2, 3, 4, 5, 7]),
    ];

    private static readonly string[] s_members = ["encounter", "patient", "conveyance", "stay", "from", "to"];

    /// <summary>The identifying texts of a message, those too short to be looked for left out.</summary>
    public static IEnumerable<string> Of(OutgoingMessage message) =>
        (message.IsHl7 ? OfHl7(message.Payload) : OfJson(message.Payload)).Where(text => text.Length >= 5);

    private static IEnumerable<string> OfHl7(string payload) =>
        from segment in payload.Split('\r')
        from known in s_fields
        where segment.StartsWith(known.Segment + "|", StringComparison.Ordinal)
        let fields = segment.Split('|')
        from index in known.Fields
        where index < fields.Length
        from text in fields[index].Split('~', '^')
        where !IsAuthority(text)
        select text;

    /// <summary>Assigning authorities and identifier types stand beside identifiers and are codes of organisations.</summary>
    private static bool IsAuthority(string text) =>
        text.StartsWith("RAJ", StringComparison.Ordinal) || text is "NHS" or "NHSNBR" or "NHSNMBR" or "CURRENT" or "HOME";

    private static List<string> OfJson(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var detail = document.RootElement.GetProperty("detail");
        return s_members
            .Where(member => detail.TryGetProperty(member, out _))
            .Select(member => detail.GetProperty(member).GetString()!)
            .ToList();
    }
}
