using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Tests.Messages;

/// <summary>Every message of a day, looked at without a parser of the product.</summary>
public sealed class MessageTests
{
    private static readonly Lazy<IReadOnlyList<OutgoingMessage>> s_day =
        new(() => Given.System(9).AdvanceTo(Given.Origin.AddHours(24)));

    [Fact]
    public void Hl7_EveryMessage_IsWellFormed()
    {
        foreach (var message in s_day.Value.Where(message => message.IsHl7))
        {
            Assert.EndsWith("\r", message.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message.Payload);
            var segments = Segments(message);
            Assert.Equal(@"^~\&", segments[0][1]);
            Assert.Matches(@"^ADT\^A\d\d\^ADT_A\d\d$", segments[0][8]);
            Assert.Equal("2.4", segments[0][11]);
            Assert.Equal(message.MessageId, segments[0][9] + "@" + segments[0][6]);
            Assert.Equal("EVN", segments[1][0]);
            Assert.Matches(@"^\d{14}([+-]\d{4})?$", segments[1][6]);
            Assert.All(segments, segment => Assert.Matches("^[A-Z][A-Z0-9]{2}$", segment[0]));
        }
    }

    [Fact]
    public void Identity_EveryMessage_IsUniqueInItsFeed()
    {
        Assert.All(
            s_day.Value.GroupBy(message => message.Feed),
            feed => Assert.Equal(feed.Count(),
                feed.Select(message => message.MessageId).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public void Hl7_ADay_HasEveryKindOfStory()
    {
        var triggers =
            s_day.Value.Where(message => message.IsHl7)
            .Select(message => Segments(message)[0][8].Split('^')[1]).ToHashSet();

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "A01", "A02", "A03", "A04", "A05", "A06", "A08", "A11", "A12", "A13", "A16", "A17", "A20", "A21",
                    "A25", "A31", "A40",
            },
            triggers);
    }

    [Fact]
    public void Json_ADay_HasEveryKindOfStory()
    {
        var kinds = s_day.Value.Where(message => !message.IsHl7)
            .Select(message => JsonNode.Parse(message.Payload)!["kind"]!.GetValue<string>())
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "EmergencyCallAnswered", "EmergencyCallCategorised", "AmbulanceAllocated", "AmbulanceArrivedAtScene",
                "EmergencyCallClosed", "AmbulanceServiceDeclared", "CohortOpened", "CohortClosed", "PatientCohorted",
                "EmergencyDepartmentDeclared", "EdReferredToService", "CriticalCareDeclared", "WardCapacityDeclared",
                "CriteriaToResideAssessed", "DischargeReadyDateSet", "VirtualWardSuitabilityAssessed",
                "VirtualWardDischargePlanned", "CommunityCapacityDeclared", "IntermediateCareSlotsDeclared",
                "UrgentCommunityResponseDeclared", "Nhs111DemandDeclared", "OutOfHoursDemandDeclared",
                "StaffingDeclared", "OpelDeclared",
            },
            kinds);
    }

    [Fact]
    public void Hl7_Sites_NameTheirPlacesDifferently()
    {
        Assert.Matches(@"^\^\w+\^\w*\^RAJ12$", Location("basildon-pas"));
        Assert.Matches(@"^\w+\^\^\w*\^RAJ32$", Location("broomfield-pas"));
        Assert.Matches(@"^SOU-\w+\^BAY\w\^\w+$", Location("southend-pas"));
    }

    [Fact]
    public void Hl7_People_ArePlainlyMadeUp()
    {
        foreach (var pid in s_day.Value.Where(message => message.IsHl7).SelectMany(Segments)
            .Where(segment => segment[0] == "PID"))
        {
            var nhsNumber = pid[3].Split('~')[1].Split('^')[0];
            Assert.StartsWith("999", nhsNumber, StringComparison.Ordinal);
            Assert.Equal(0,
                (nhsNumber.Take(10).Select((digit, i) => (digit - '0') * (10 - i)).Take(9).Sum()
                + (nhsNumber[9] - '0')) % 11);
            Assert.StartsWith("ZZTEST-", pid[5], StringComparison.Ordinal);
            Assert.Contains("ZZ99", pid[11], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OccurredAt_EventsOfOneEncounter_NeverShareASecond()
    {
        var seen = new HashSet<(string Encounter, DateTimeOffset At)>();
        foreach (var message in s_day.Value)
        {
            Assert.All(Encounters(message),
                encounter => Assert.True(seen.Add((encounter, message.OccurredAt)), message.Payload));
        }
    }

    [Fact]
    public void Json_EveryEvent_HasTheEnvelope()
    {
        foreach (var message in s_day.Value.Where(message => !message.IsHl7))
        {
            using var json = JsonDocument.Parse(message.Payload);
            Assert.Equal(
                ["source", "messageId", "occurredAt", "site", "kind", "detail"],
                json.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.Equal(message.Feed, json.RootElement.GetProperty("source").GetString());
            Assert.Equal(message.OccurredAt, json.RootElement.GetProperty("occurredAt").GetDateTimeOffset());
        }
    }

    private static IEnumerable<string> Encounters(OutgoingMessage message)
    {
        if (message.IsHl7)
        {
            return Segments(message)
                .Where(segment => segment[0] == "PV1" && segment.Length > 19)
                .Select(segment => message.Feed.Split('-')[0] + segment[19].Split('^')[0]);
        }

        using var json = JsonDocument.Parse(message.Payload);
        var site = Given.Network.Sites.FirstOrDefault(s => s.Code == json.RootElement.GetProperty("site").GetString());
        return json.RootElement.GetProperty("detail").TryGetProperty("encounter", out var encounter)
            && !message.Feed.StartsWith("eeast", StringComparison.Ordinal)
            ? [site!.Name.ToLowerInvariant() + encounter.GetString()]
            : [];
    }

    private static string Location(string feed) => s_day.Value
        .Where(message => message.Feed == feed)
        .SelectMany(Segments)
        .First(segment => segment[0] == "PV1" && segment[2] == "I" && segment[3].Split('^')[2].Length > 0)[3];

    private static string[][] Segments(OutgoingMessage message) =>
        message.Payload.Split('\r', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.Split('|')).ToArray();
}
