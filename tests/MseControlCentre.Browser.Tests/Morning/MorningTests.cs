using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;

namespace MseControlCentre.Browser.Tests.Morning;

/// <summary>
/// A whole morning with four people signed in at once: a controller, two site managers and a council's partner, from the
/// first ambulance past its limit to a resolved escalation, and from the pack of 09:30 to a closed call. Once undisturbed,
/// and once with the server killed in the middle of the escalation, of a statement and of the call.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class MorningTests(Chromium chromium)
{
    private const int MostClicks = 11;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Morning_OfFourPeople_GoesFromTheFirstThresholdToAClosedCall(bool isKilled)
    {
        await using var server = await MorningServer.StartAsync();
        await using var people = await MorningPeople.SignInAsync(chromium, server);
        await server.GoOnAsync();
        var escalation = new MorningEscalation(server, people);
        var call = new MorningCall(server, people);

        await escalation.ThresholdIsPassedAsync();
        await escalation.ItIsTakenAsync();
        await DisturbAsync();
        await escalation.HelpIsGivenAsync();
        await escalation.TwoActAtOnceAsync();
        await escalation.ItIsResolvedAsync();
        await call.PackIsThereAsync();
        await call.TwoWriteAtOnceAsync();
        await DisturbAsync();
        await call.StatementsAreReadyAsync();
        await call.ItBeginsAsync();
        await DisturbAsync();
        await call.ItIsHeldAsync();
        await call.ItIsClosedAsync();
        await call.ItIsAnsweredAsync();

        Assert.InRange(call.Clicks, 5, MostClicks);
        await NothingIsLostOrDoubledAsync(server);

        async Task DisturbAsync()
        {
            if (isKilled)
            {
                await server.KillAsync();
            }
        }
    }

    private static async Task NothingIsLostOrDoubledAsync(MorningServer server)
    {
        var kept = await server.EndAsync();
        var steps = kept.Select(e => e.Detail).OfType<EscalationEvent>().GroupBy(step => step.Escalation, StringComparer.Ordinal);
        Assert.All(steps, one => Assert.Equal(Enumerable.Range(1, one.Count()), one.Select(step => step.Step)));
        var held = CallFold.Of(kept.Where(e => e.Detail is CallEvent { Call: var id } && id.StartsWith("situational", StringComparison.Ordinal)))!;
        Assert.Equal(CallState.Closed, held.State);
        Assert.Equal(CallRecord.HashOf(held), held.Closed!.Record);
        Assert.Equal(2, held.Packs.Count);
        Assert.Equal(held.StartsAt, held.Packs[1].At);
        Assert.Equal(["RAJ01", "RAJ12"], held.Statements.Where(one => one.Value.Told.IsReady).Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Equal(CallActionState.Done, Assert.Single(held.Actions).State);
        Assert.Equal(kept.Count, kept.Select(e => (e.Source, e.MessageId)).Distinct().Count());
        var (exitCode, output) = await server.VerifyAsync();
        Assert.True(exitCode == 0, output);
    }
}
