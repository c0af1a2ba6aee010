using System.Net;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Components.Escalations;
using MseControlCentre.Server.Components.Wall;
using MseControlCentre.Server.Tests.Given;
using static MseControlCentre.Server.Tests.Escalations.EscalationGiven;

namespace MseControlCentre.Server.Tests.Wall;

/// <summary>What is escalated, as the wall shows it: both clocks of the worst, each against its limit.</summary>
public sealed class EscalatedTests
{
    [Fact]
    public async Task Wall_ShowsBothClocksOfTheWorst_EachAgainstItsLimit()
    {
        await using var server = await RunningServer.StartAsync();
        await RaisedAsync(server, minutesAgo: 12);

        foreach (var place in (string[])[Basildon, "system"])
        {
            var (words, part) = await MarkAsync(server, place);

            Assert.Contains("to acknowledge 12 min of 10 min, over", words, StringComparison.Ordinal);
            Assert.Contains("to resolve 12 min of 60 min", words, StringComparison.Ordinal);
            Assert.DoesNotContain("of 60 min, over", words, StringComparison.Ordinal);
            Assert.Equal(2, part.Split("data-say=\"wait\"").Length - 1);
        }
    }

    [Fact]
    public async Task Wall_OfWhatIsAcknowledged_SaysHowLongThatTook_AndTicksTheTimeToResolve()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await RaisedAsync(server, minutesAgo: 72);
        await server.TellAsync(Step(server, Basildon, new EscalationAcknowledged(id, 2, null), minutesAgo: 68));

        var (words, part) = await MarkAsync(server, Basildon);

        Assert.Contains("to acknowledge 4 min of 10 min", words, StringComparison.Ordinal);
        Assert.Contains("to resolve 1 h 12 of 60 min, over", words, StringComparison.Ordinal);
        Assert.DoesNotContain("of 10 min, over", words, StringComparison.Ordinal);
        Assert.Single(part.Split("data-say=\"wait\"").Skip(1));
    }

    [Fact]
    public void Limit_ThatIsNotAgreed_IsLeftOut() => Assert.Null(MarkedClock.Of(
        new EscalationClock("to resolve", DateTimeOffset.UnixEpoch, null, "no limit agreed", IsOver: false), null).Limit);

    // What is read of the mark, and how it is written.
    private static async Task<(string Words, string Part)> MarkAsync(RunningServer server, string place)
    {
        var wall = await server.Http.GetStringAsync(new Uri("wall", UriKind.Relative));
        var from = wall.IndexOf($"data-live=\"escalated-{place}\"", StringComparison.Ordinal);
        var part = wall[from..wall.IndexOf("</section>", from, StringComparison.Ordinal)];
        var texts = part.Split('<').Select(piece => piece[(piece.IndexOf('>', StringComparison.Ordinal) + 1)..]);
        var words = string.Join(
            ' ', string.Join(' ', texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (WebUtility.HtmlDecode(words).Replace(" ,", ",", StringComparison.Ordinal), part);
    }
}
