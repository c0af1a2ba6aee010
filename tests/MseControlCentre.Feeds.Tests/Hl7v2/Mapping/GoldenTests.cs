using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Hl7v2.Mapping;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Mapping;

/// <summary>
/// Messages of our own making in <c>Golden/*.hl7</c>, each with the events expected of it beside. In an expectation
/// <c>v(V1001)</c> is the pseudonym of visit V1001 at the event's site, <c>p(1234567)</c> that of a patient.
/// </summary>
public sealed partial class GoldenTests
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Files =>
        [.. Names];

    private static IEnumerable<string> Names => Directory.EnumerateFiles(s_directory, "*.hl7")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Message_YieldsTheEventsBesideIt(string name)
    {
        using var bench = new Bench();

        var answers = await bench.SendAsync(await File.ReadAllBytesAsync(Path.Combine(s_directory, name + ".hl7")));

        Assert.Equal("AA", MllpSender.CodeOf(Assert.Single(answers)));
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(s_directory,
            name + ".json")))!.AsArray();
        var events = await bench.EventsAsync();
        Assert.Equal(expected.Select(Expected), events.Select(Written));
        Assert.Equal(expected.Count == 0 ? 1 : 0, bench.Monitor.Snapshot().Sum(feed => feed.Ignored));
    }

    [Fact]
    public void EveryMappedTrigger_HasAGoldenMessage() =>
        Assert.All(Triggers.Mapped, trigger => Assert.Contains(
            Names, name => name.StartsWith(trigger, StringComparison.Ordinal)));

    private static string Expected(JsonNode? node)
    {
        var site = (string)node!["site"]!;
        var text = Identity().Replace(node.ToJsonString(), match => match.Groups["kind"].Value == "v"
            ? Bench.Visit(match.Groups["identifier"].Value, site)
            : Bench.Patient(match.Groups["identifier"].Value, site));
        return Sorted(JsonNode.Parse(text))!.ToJsonString();
    }

    private static string Written(FlowEvent one) => Sorted(new JsonObject
    {
        ["kind"] = one.Kind,
        ["site"] = one.Site,
        ["occurredAt"] = one.OccurredAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        ["detail"] = JsonNode.Parse(EventCatalogue.Encode(one.Detail)),
    })!.ToJsonString();

    // The order of members says nothing.
    private static JsonNode? Sorted(JsonNode? node) => node is JsonObject members
        ? new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value))))
        : node?.DeepClone();

    [GeneratedRegex(@"(?<kind>[vp])\((?<identifier>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Identity();
}
