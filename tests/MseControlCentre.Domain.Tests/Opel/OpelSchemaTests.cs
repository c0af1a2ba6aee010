using System.Text;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Tests.Network;

namespace MseControlCentre.Domain.Tests.Opel;

/// <summary>The schema is for editors and the reader is the law: they must ask for the same keys.</summary>
public sealed class OpelSchemaTests
{
    private const string Odd = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    private static readonly JsonNode s_schema =
        JsonNode.Parse(ShippedRuleSets.Bytes("opel.schema.json")) ?? throw new InvalidOperationException("No schema.");

    public static TheoryData<string, string> Objects => new()
    {
        { "", "" },
        { "parameter", "parameters[0]" },
        { "scoring", "parameters[0].scoring" },
        { "band", "parameters[0].scoring.bands[0]" },
        { "levels", "levels" },
        { "level", "levels.bands[0]" },
        { "rollUp", "rollUp" },
        { "weight", "rollUp.weights[0]" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_KeysOfAnObject_AreThoseTheReaderKnows(string definition, string path)
    {
        var odd = path.Length == 0 ? Odd : path + "." + Odd;
        var error = Read(SmallNetwork.With(odd, "1", SmallRules.Json)).Errors.Single(e => e.Key == odd);

        Assert.Equal(
            error.Expected["only ".Length..].Split(", ").Order(),
            Definition(definition)["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.False(Definition(definition)["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_RequiredKeys_AreThoseTheReaderMisses(string definition, string path)
    {
        var json = path.Length == 0 ? "{}" : SmallNetwork.With(path, "{}", SmallRules.Json);
        var prefix = path.Length == 0 ? "" : path + ".";
        var missed = Read(json).Errors
            .Where(error => error.Found == "nothing" && error.Expected.StartsWith("this key: it", StringComparison.Ordinal))
            .Select(error => error.Key[prefix.Length..]);

        Assert.Equal(
            missed.Order(),
            Definition(definition)["required"]!.AsArray().Select(key => key!.GetValue<string>()).Order());
    }

    [Fact]
    public void Schema_RollUp_HasTheNamesOfTheEnumeration() => Assert.Equal(
        Enum.GetNames<OpelRollUpBy>(),
        Definition("rollUp")["properties"]!["by"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()));

    private static JsonNode Definition(string name) => name.Length == 0 ? s_schema : s_schema["$defs"]![name]!;

    private static OpelRuleSetFileResult Read(string json) => OpelRuleSetFile.Read(Encoding.UTF8.GetBytes(json));
}
