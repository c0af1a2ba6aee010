using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Escalations;

/// <summary>A page never says that something is over because nobody tells of it, nor shows what was so as if it were now.</summary>
public sealed class WhatIsSoNowTests
{
    private const string NotKnown = "not known: what tells of it is missing or no longer current";
    private const string NotPassed = "not past a limit now";

    [Theory]
    [InlineData("escalations")]
    [InlineData("sites/RAJ12")]
    public async Task AHandoverDelayOfAServiceThatSaysNothing_IsNotKnown(string address)
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        await RaisedAsync(server, kind: EscalationKind.HandoverDelay);

        var page = await ShownAsync(browser, address, NotKnown);

        Assert.DoesNotContain(NotPassed, page, StringComparison.Ordinal);
        Assert.Contains("When raised, ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("escalations")]
    [InlineData("sites/RAJ12")]
    public async Task AHandoverDelayWhileAnAmbulanceWaitsForMinutes_IsPastNoLimit(string address)
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        await RaisedAsync(server, kind: EscalationKind.HandoverDelay);
        await server.TellAsync([Ambulance(server, 1, minutesAgo: 4)]);

        var page = await ShownAsync(browser, address, NotPassed);

        Assert.DoesNotContain(NotKnown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNobodyTellsOf_IsNamed_SoThatAnEmptyListIsNoCalmDay()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = Browser(server);
        var before = await PageAsync(browser, "escalations");
        await server.TellAsync(
        [
            Ambulance(server, 1, minutesAgo: 4),
            new FlowEvent
            {
                Source = "control-centre",
                MessageId = "staffing-1",
                OccurredAt = server.Now,
                Site = Basildon,
                Detail = new StaffingDeclared("registered nurses", 40, 39),
            },
        ]);

        var after = await ShownAsync(browser, "escalations", "Staffing (Broomfield, Southend)");
        var there = await PageAsync(browser, "escalations?site=RAJ12");

        Assert.Contains("Not known:</strong> Ambulance handover delay; No space free", before, StringComparison.Ordinal);
        Assert.Contains("; Staffing. What is past a limit there", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Ambulance handover delay", after, StringComparison.Ordinal);
        Assert.Contains("No space free in the emergency department", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Staffing", there, StringComparison.Ordinal);
    }

    // The page is made of the newest picture, which follows what is told within a second.
    private static async Task<string> ShownAsync(HttpClient browser, string address, string words)
    {
        var page = string.Empty;
        await Eventually.TrueAsync(
            async () => (page = await PageAsync(browser, address)).Contains(words, StringComparison.Ordinal),
            () => page);
        return page;
    }
}
