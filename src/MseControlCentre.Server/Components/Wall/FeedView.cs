using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>One feed on the freshness strip.</summary>
/// <param name="Id">Identity of the feed.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="Trust">Its quality and since when.</param>
public sealed record FeedView(string Id, string Name, TrustNote Trust)
{
    /// <summary>Makes the entry of a feed.</summary>
    public static FeedView Of(FeedPicture feed, LocalTime local) => new(
        feed.Id,
        feed.Name,
        feed.Quality is FigureQuality.Live
            // When it was last heard changes with every message and says nothing more than live.
            ? new TrustNote(FigureQuality.Live, null, null)
            : new TrustNote(
                feed.Quality, feed.LastHeardAt, feed.LastHeardAt is { } heard ? local.Clock(heard) : null));
}
