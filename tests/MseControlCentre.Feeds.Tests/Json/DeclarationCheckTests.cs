using MseControlCentre.Domain.Events;
using MseControlCentre.Feeds.Tests.Support;

namespace MseControlCentre.Feeds.Tests.Json;

/// <summary>Declarations: numbers that cannot all be true are refused, with the member named; odd but real ones are not.</summary>
public sealed class DeclarationCheckTests
{
    [Theory]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":10,"booked":11,"used":5}""", "detail.booked")]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":10,"booked":8,"used":9}""", "detail.used")]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":-1,"booked":0,"used":0}""", "detail.offered")]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"NOWHERE","offered":1,"booked":0,"used":0}""", "detail.unit")]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":1,"booked":0}""", "detail.used")]
    [InlineData("UrgentCommunityResponseDeclared", """{"referrals":4,"seenWithinTwoHours":5}""", "detail.seenWithinTwoHours")]
    [InlineData("UrgentCommunityResponseDeclared", """{"referrals":-4,"seenWithinTwoHours":0}""", "detail.referrals")]
    [InlineData("Nhs111DemandDeclared",
        """{"callsOffered":10,"answeredWithin60Seconds":11,"abandoned":0,"edDispositions":0}""",
        "detail.answeredWithin60Seconds")]
    [InlineData("Nhs111DemandDeclared",
        """{"callsOffered":10,"answeredWithin60Seconds":8,"abandoned":3,"edDispositions":0}""", "detail.abandoned")]
    [InlineData("Nhs111DemandDeclared",
        """{"callsOffered":10,"answeredWithin60Seconds":8,"abandoned":1,"edDispositions":11}""", "detail.edDispositions")]
    [InlineData("OutOfHoursDemandDeclared", """{"contacts":9,"waiting":-2}""", "detail.waiting")]
    [InlineData("OutOfHoursDemandDeclared",
        """{"contacts":9,"waiting":0,"longestWaitMinutes":5}""", "detail.longestWaitMinutes")]
    [InlineData("CommunityCapacityDeclared", """{"unit":"CU1","capacity":-1,"occupied":0}""", "detail.capacity")]
    [InlineData("CommunityCapacityDeclared",
        """{"unit":"CU1","capacity":9,"occupied":0,"expiresAt":"2026-11-22T10:01:00Z"}""", "detail.expiresAt")]
    public async Task Declaration_ThatCannotBeTrue_NamesTheMember(string kind, string detail, string field)
    {
        using var bench = new Bench();

        var (status, reply) = await bench.PostAsync(Declared(kind, detail));

        Assert.Equal(400, status);
        Assert.Equal(field, Assert.Single(reply.Items).Field);
        Assert.Equal(field, Assert.Single(bench.Quarantine.Waiting()).Reason.Field);
    }

    [Theory]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":10,"booked":10,"used":10}""")]
    [InlineData("IntermediateCareSlotsDeclared", """{"unit":"CU1","offered":0,"booked":0,"used":0}""")]
    [InlineData("UrgentCommunityResponseDeclared", """{"referrals":4,"seenWithinTwoHours":4}""")]
    [InlineData("Nhs111DemandDeclared",
        """{"callsOffered":10,"answeredWithin60Seconds":8,"abandoned":2,"edDispositions":10}""")]
    [InlineData("OutOfHoursDemandDeclared", """{"contacts":9,"waiting":0,"longestWaitMinutes":0}""")]
    [InlineData("OutOfHoursDemandDeclared", """{"contacts":9,"waiting":12}""")]
    [InlineData("CommunityCapacityDeclared",
        """{"unit":"CU1","capacity":9,"occupied":11,"expiresAt":"2026-11-22T10:01:01Z"}""")]
    [InlineData("StaffingDeclared", """{"staffGroup":"nurses","required":9,"filled":11}""")]
    public async Task Declaration_ThatIsOddButPossible_IsTaken(string kind, string detail)
    {
        using var bench = new Bench();

        var (status, _) = await bench.PostAsync(Declared(kind, detail));

        Assert.Equal(202, status);
        Assert.Equal(kind, Assert.Single(await bench.EventsAsync()).Kind);
    }

    [Theory]
    [InlineData("UrgentCommunityResponseDeclared", """{"referrals":4,"seenWithinTwoHours":4}""")]
    [InlineData("Nhs111DemandDeclared",
        """{"callsOffered":10,"answeredWithin60Seconds":8,"abandoned":2,"edDispositions":10}""")]
    [InlineData("OutOfHoursDemandDeclared", """{"contacts":9,"waiting":0}""")]
    public async Task ProvidersDeclaration_OfAnAcuteSite_NamesTheSite(string kind, string detail)
    {
        using var bench = new Bench();

        var (_, reply) = await bench.PostAsync(Declared(kind, detail, "RAJ12"));

        var item = Assert.Single(reply.Items);
        Assert.Equal("site", item.Field);
        Assert.Contains("provider", item.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TST")]
    [InlineData("EPUT")]
    public async Task ProvidersDeclaration_OfAProviderOrTheSystem_IsTaken(string site)
    {
        using var bench = new Bench();

        var (status, _) = await bench.PostAsync(
            Declared("UrgentCommunityResponseDeclared", """{"referrals":4,"seenWithinTwoHours":4}""", site));

        Assert.Equal(202, status);
        Assert.Equal(site, Assert.Single(await bench.EventsAsync()).Site);
    }

    private static string Declared(string kind, string detail, string site = "EPUT") => $$"""
        {"source":"care-transfer-hub","messageId":"h1","occurredAt":"2026-11-22T10:01:00Z","site":"{{site}}",
        "kind":"{{kind}}","detail":{{detail}}}
        """.ReplaceLineEndings("");
}
