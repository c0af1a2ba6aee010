using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Json;

namespace MseControlCentre.Feeds.Tests.Json;

/// <summary>No identity of any kind in the catalogue may reach the journal as the sender wrote it.</summary>
public sealed class IdentifierMembersTests
{
    private static readonly string[] s_identities = ["Encounter", "Patient", "Conveyance", "Stay", "Incident", "From", "To"];

    // What only the control centre itself makes comes through no feed (EventReader refuses it).
    public static TheoryData<string> Kinds =>
    [
        .. EventCatalogue.Kinds.Values.Where(kind => !kind.IsOfTheControlCentre)
            .Select(kind => kind.Name)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Replace_EachKind_ReplacesEveryIdentity(string kind)
    {
        var type = EventCatalogue.Kinds[kind].Json.Type;
        var detail = EventCatalogue.Decode(kind, JsonSerializer.SerializeToUtf8Bytes(Sample(type)));
        var expected = type.GetProperties().Where(one => s_identities.Contains(one.Name,
            StringComparer.Ordinal)).ToArray();

        var replaced = IdentifierMembers.Replace(detail, (identifierKind, identifier) =>
            $"{identifierKind}:{identifier}");

        Assert.All(expected, one => Assert.EndsWith(":own", (string)one.GetValue(replaced)!, StringComparison.Ordinal));
        Assert.DoesNotContain("\"own\"", System.Text.Encoding.UTF8.GetString(EventCatalogue.Encode(replaced)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreTheIdentitiesOfTheCatalogue() => Assert.Equal(
        s_identities.Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
        IdentifierMembers.Names.Keys.Order(StringComparer.Ordinal));

    // Every text member holds "own" where it is an identity, so that one that is overlooked shows.
    private static JsonObject Sample(Type type)
    {
        var sample = new JsonObject();
        foreach (var parameter in type.GetConstructors().MaxBy(one => one.GetParameters().Length)!.GetParameters())
        {
            sample[JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)] = Value(parameter);
        }

        return sample;
    }

    private static JsonNode? Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) ? (s_identities.Contains(parameter.Name, StringComparer.Ordinal) ? "own" : "x")
            : type == typeof(int) ? 1
            : type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? "2026-11-22T10:00:00Z"
            : type == typeof(StaffMember) ? new JsonObject { ["id"] = "a-1", ["name"] = "x", ["role"] = "x" }
            : type == typeof(Place) ? new JsonObject { ["ward"] = "MARY" }
            : type == typeof(JsonElement) ? new JsonObject()
            : type.IsEnum ? Enum.GetNames(type)[0]
            : throw new InvalidOperationException($"No sample of {type.Name}.");
    }
}
