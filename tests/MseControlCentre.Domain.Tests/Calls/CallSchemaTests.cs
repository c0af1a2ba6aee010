using System.Text;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>The schema of the plan of calls asks for the keys that the reader asks for.</summary>
public sealed class CallSchemaTests
{
    private const string Odd = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    private static readonly string s_file = SmallNetwork.With("calls", CallPlanTests.Plan);

    public static TheoryData<string, string> Objects => new()
    {
        { "", "calls" },
        { "properties/regular/items", "calls.regular[0]" },
        { "properties/night", "calls.night" },
        { "properties/questions/items", "calls.questions[0]" },
        { "properties/chase", "calls.chase" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_KeysOfAnObject_AreThoseTheReaderKnows(string place, string path)
    {
        var odd = $"{path}.{Odd}";
        var error = Errors(SmallNetwork.With(odd, "1", s_file)).Single(one => one.Key == odd);

        Assert.Equal(
            error.Expected["only ".Length..].Split(", ").Order(),
            Schema(place)["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.False(Schema(place)["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_RequiredKeys_AreThoseTheReaderMisses(string place, string path)
    {
        var missed = Errors(SmallNetwork.With(path, "{}", s_file))
            .Where(error => string.Equals(error.Found, "nothing", StringComparison.Ordinal)
                && error.Key.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(error => error.Key[(path.Length + 1)..]);

        Assert.Equal(
            missed.Order(), Schema(place)["required"]!.AsArray().Select(key => key!.GetValue<string>()).Order());
    }

    private static IReadOnlyList<NetworkFileError> Errors(string json) =>
        NetworkFile.Read(Encoding.UTF8.GetBytes(json)).Errors;

    private static JsonNode Schema(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(
        JsonNode.Parse(ShippedNetworks.Bytes("network.schema.json"))!["$defs"]!["calls"]!, (node, key) => node[key]!);
}
