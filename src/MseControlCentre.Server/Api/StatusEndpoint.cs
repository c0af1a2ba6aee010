using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>Where the node stands: journal, state hash, clock, feeds.</summary>
public static class StatusEndpoint
{
    /// <summary>Maps <c>/api/status</c>.</summary>
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/status", Status).Needs(Operation.SeeFeeds)
            .WithSummary("Journal position, state hash, clock and feeds");

    private static ServerStatus Status(
        IJournal journal, LiveState state, FeedMonitor feeds, IAccess access, TimeProvider clock)
    {
        access.Require(Operation.SeeFeeds, Subject.System);
        var (applied, hash) = state.StateHash();
        return new ServerStatus(journal.LastSequence, applied, hash, ClockReading.Of(clock), feeds.Snapshot());
    }
}

/// <summary>Where the node stands.</summary>
/// <param name="Sequence">Newest durable entry of the journal.</param>
/// <param name="Applied">Newest entry the live state has applied.</param>
/// <param name="StateHash">Hash of the state after that entry.</param>
/// <param name="Clock">The server's clock.</param>
/// <param name="Feeds">The feeds, in the order of the network file.</param>
public sealed record ServerStatus(
    long Sequence, long Applied, string StateHash, ClockReading Clock, IReadOnlyList<FeedStatus> Feeds);
