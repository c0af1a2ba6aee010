using System.Text.Json;

namespace MseControlCentre.Server.Accounts.Organisation;

/// <summary>Values of claims: a provider writes one as a text, several as a list.</summary>
internal static class ClaimValues
{
    /// <summary>Texts and numbers of a claim; empty when it is not there.</summary>
    public static IEnumerable<string> Of(JsonElement source, string name) => All(source, name)
        .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        .Select(value => value.ToString());

    /// <summary>Objects of a claim; empty when it is not there.</summary>
    public static IEnumerable<JsonElement> Entries(JsonElement source, string name) =>
        All(source, name).Where(value => value.ValueKind is JsonValueKind.Object);

    private static JsonElement[] All(JsonElement source, string name) =>
        source.ValueKind is not JsonValueKind.Object || !source.TryGetProperty(name, out var claim) ? []
        : claim.ValueKind is JsonValueKind.Array ? [.. claim.EnumerateArray()]
        : [claim];
}
