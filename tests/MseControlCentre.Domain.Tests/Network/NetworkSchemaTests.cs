using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Domain.Tests.Network;

/// <summary>The schema is for editors and the reader is the law: they must ask for the same keys.</summary>
public sealed class NetworkSchemaTests
{
    private static readonly JsonNode s_schema =
        JsonNode.Parse(ShippedNetworks.Bytes("network.schema.json")) ?? throw new InvalidOperationException("No schema.");

    public static TheoryData<string, string> Objects => new()
    {
        { "", "" },
        { "site", "sites[0]" },
        { "ward", "sites[0].wards[0]" },
        { "locationPattern", "sites[1].wards[0].locations[0]" },
        { "virtualWard", "virtualWards[0]" },
        { "communityUnit", "communityUnits[0]" },
        { "ambulanceService", "ambulanceService" },
        { "partner", "partners[0]" },
        { "feed", "feeds[0]" },
        { "thresholds", "thresholds" },
        { "threshold", "thresholds.bedOccupancy" },
        { "standard", "standards[0]" },
        { "specialty", "specialties[0]" },
        { "usualDemand", "demand" },
        { "siteDemand", "demand.sites[0]" },
        { "dischargeTarget", "dischargeTarget" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_KeysOfAnObject_AreThoseTheReaderKnows(string definition, string path)
    {
        var schema = Definition(definition);

        Assert.Equal(KeysTheReaderKnows(path), schema["properties"]!.AsObject().Select(property => property.Key).Order());
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_RequiredKeys_AreThoseTheReaderMisses(string definition, string path)
    {
        var json = path.Length == 0 ? "{}" : SmallNetwork.With(path, "{}");
        var prefix = path.Length == 0 ? "" : path + ".";
        var missed = NetworkFile.Read(Encoding.UTF8.GetBytes(json)).Errors
            .Where(error => string.Equals(error.Found, "nothing", StringComparison.Ordinal))
            .Select(error => error.Key[prefix.Length..]);

        Assert.Equal(missed.Order(), Definition(definition)["required"]!.AsArray().Select(key => key!.GetValue<string>()).Order());
    }

    [Theory]
    [InlineData("ward", "type", typeof(WardType))]
    [InlineData("ward", "population", typeof(WardPopulation))]
    [InlineData("ward", "area", typeof(DepartmentArea))]
    [InlineData("standard", "direction", typeof(StandardDirection))]
    [InlineData("partner", "type", typeof(PartnerType))]
    [InlineData("feed", "protocol", typeof(FeedProtocol))]
    public void Schema_Choices_AreTheNamesOfTheEnumeration(string definition, string key, Type type) => Assert.Equal(
        Enum.GetNames(type),
        Definition(definition)["properties"]![key]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()));

    [Fact]
    public void Schema_FeedSubjects_AreTheNamesOfTheEnumeration() => Assert.Equal(
        Enum.GetNames<FeedSubject>(),
        Definition("feed")["properties"]!["subjects"]!["items"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()));

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("05")]
    [InlineData("06")]
    [InlineData("1")]
    public void Schema_DepartmentType_IsTakenAsTheReaderTakesIt(string type) => Assert.Equal(
        IsRead("sites[0].wards[2].departmentType", type),
        Texts(Definition("ward")["properties"]!["departmentType"]!["enum"]!).Contains(type));

    [Theory]
    [InlineData("minutes")]
    [InlineData("hours")]
    [InlineData("days")]
    [InlineData("percent")]
    [InlineData("count")]
    [InlineData("seconds")]
    [InlineData("Percent")]
    public void Schema_UnitOfAStandard_IsTakenAsTheReaderTakesIt(string unit) => Assert.Equal(
        IsRead("standards[0].level.unit", unit),
        Texts(Definition("threshold")["properties"]!["unit"]!["enum"]!).Contains(unit));

    [Theory]
    [InlineData("ed.performance-today")]
    [InlineData("nhs-111.answered-60-share")]
    [InlineData("ambulance.category-1-90th")]
    [InlineData("ed.a--b")]
    [InlineData("ed")]
    [InlineData("ed.")]
    [InlineData("ed.-a")]
    [InlineData("ed.a-")]
    [InlineData("ed.a.b")]
    [InlineData("ED.a")]
    [InlineData("ed.a b")]
    [InlineData("éd.a")]
    public void Schema_MeasureOfAStandard_IsTakenAsTheReaderTakesIt(string measure) => Assert.Equal(
        IsRead("standards[0].measure", measure),
        new Regex(
            Definition("standard")["properties"]!["measure"]!["pattern"]!.GetValue<string>(),
            RegexOptions.NonBacktracking).IsMatch(measure));

    private static bool IsRead(string path, string text) =>
        NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(path, $"\"{text}\""))).Errors.Count == 0;

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(one => one!.GetValue<string>());

    private static JsonNode Definition(string name) => name.Length == 0 ? s_schema : s_schema["$defs"]![name]!;

    /// <summary>The reader lists the keys it knows when it meets one that is like none of them.</summary>
    private static IEnumerable<string> KeysTheReaderKnows(string path)
    {
        const string Odd = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
        var odd = path.Length == 0 ? Odd : path + "." + Odd;
        var error = NetworkFile.Read(Encoding.UTF8.GetBytes(SmallNetwork.With(odd, "1"))).Errors.Single(e => e.Key == odd);
        return error.Expected["only ".Length..].Split(", ").Order();
    }
}
