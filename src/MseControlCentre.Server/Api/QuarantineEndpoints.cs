using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;

namespace MseControlCentre.Server.Api;

/// <summary>What could not be taken, why, and another try once the network file or the sender is mended.</summary>
public static class QuarantineEndpoints
{
    /// <summary>Entries listed at most; the count tells how many there are.</summary>
    public const int MostListed = 1_000;

    /// <summary>Maps <c>GET /api/quarantine</c> and <c>POST /api/quarantine/replay</c>.</summary>
    public static void MapQuarantine(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/quarantine", List).Needs(Operation.SeeFeeds)
            .WithSummary("Messages that could not be taken, oldest first, each with its reason and no identity");
        routes.MapPost("/api/quarantine/replay", ReplayAsync).Needs(Operation.ReplayQuarantine)
            .Produces<QuarantineReplayed>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Map every quarantined message again with the network file in force");
    }

    private static QuarantineList List(QuarantineStore store, IAccess access)
    {
        access.Require(Operation.SeeFeeds, Subject.System);
        var waiting = store.Waiting();
        return new QuarantineList(
            waiting.Count, store.Dropped, [.. waiting.Take(MostListed).Select(QuarantinedMessage.From)]);
    }

    private static async Task<IResult> ReplayAsync(
        QuarantineReplay replay, IAccess access, CancellationToken cancellationToken)
    {
        access.Require(Operation.ReplayQuarantine, Subject.System);
        try
        {
            var replayed = await replay.ReplayAsync(cancellationToken);
            return Results.Json(QuarantineReplayed.From(replayed));
        }
        catch (JournalUnavailableException unavailable)
        {
            return Results.Problem(unavailable.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>The quarantine.</summary>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="Dropped">Messages let go because the quarantine was full.</param>
/// <param name="Messages">The oldest of those that wait.</param>
public sealed record QuarantineList(int Waiting, long Dropped, IReadOnlyList<QuarantinedMessage> Messages);

/// <summary>One message in quarantine.</summary>
/// <param name="Id">Identity of the entry.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
/// <param name="Feed">The feed; null when the sender is none of the network's.</param>
/// <param name="Type">Message type or kind of event.</param>
/// <param name="Field">The field that could not be taken.</param>
/// <param name="Found">The shape of what was found.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record QuarantinedMessage(
    string Id, DateTimeOffset ReceivedAt, string? Feed, string Type, string Field, string Found, string Expected)
{
    internal static QuarantinedMessage From(QuarantineEntry entry) => new(
        entry.Id,
        entry.ReceivedAt,
        entry.Feed,
        entry.Type,
        entry.Reason.Field,
        entry.Reason.Shape,
        entry.Reason.Expected);
}

/// <summary>What became of the messages that were tried again.</summary>
/// <param name="Accepted">Now in the journal.</param>
/// <param name="AlreadyKnown">Had been sent again and accepted before.</param>
/// <param name="Ignored">Understood now, and change nothing.</param>
/// <param name="StillRejected">Still have a fault and stay.</param>
public sealed record QuarantineReplayed(int Accepted, int AlreadyKnown, int Ignored, int StillRejected)
{
    internal static QuarantineReplayed From(IReadOnlyList<ReplayedEntry> replayed) => new(
        replayed.Count(entry => entry.Outcome == ReplayOutcome.Accepted),
        replayed.Count(entry => entry.Outcome == ReplayOutcome.AlreadyKnown),
        replayed.Count(entry => entry.Outcome == ReplayOutcome.Ignored),
        replayed.Count(entry => entry.Outcome == ReplayOutcome.StillRejected));
}
