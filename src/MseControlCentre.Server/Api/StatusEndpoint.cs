using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Clock;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Api;

/// <summary>Where the node stands: journal, state hash, clock, feeds.</summary>
public static class StatusEndpoint
{
    /// <summary>Maps <c>/api/status</c>.</summary>
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/status", Status).WithSummary("Journal position, state hash, clock and feeds");

    private static ServerStatus Status(IJournal journal, LiveState state, PictureFeed feed, TimeProvider clock)
    {
        var (applied, hash) = state.StateHash();
        var feeds = feed.Current?.Picture.Feeds ?? [];
        return new ServerStatus(journal.LastSequence, applied, hash, ClockReading.Of(clock), [.. feeds.Select(FeedStatus.Of)]);
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

/// <summary>How a feed is.</summary>
/// <param name="Id">Identity in the network file.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="State">live, late, stale or unknown.</param>
/// <param name="LastMessageAt">When it was last heard (UTC).</param>
/// <param name="LastOccurredAt">When the newest event it told of happened (UTC).</param>
/// <param name="Accepted">Events of its that the journal holds.</param>
public sealed record FeedStatus(
    string Id,
    string Name,
    string State,
    DateTimeOffset? LastMessageAt,
    DateTimeOffset? LastOccurredAt,
    long Accepted)
{
    /// <summary>What the picture tells about a feed.</summary>
    public static FeedStatus Of(FeedPicture feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return new FeedStatus(
            feed.Id,
            feed.Name,
            feed.Quality.ToString().ToLowerInvariant(),
            feed.LastHeardAt,
            feed.LastOccurredAt,
            feed.Entries);
    }
}
