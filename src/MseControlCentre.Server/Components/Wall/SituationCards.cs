using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>The situation in words: a card for each site, worst first; one card alone when nothing is heard.</summary>
public static class SituationCards
{
    private const string NotNow = "Nothing on this screen describes now";

    /// <summary>Makes the cards.</summary>
    public static IReadOnlyList<SituationCard> Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        return NothingHeard(views.Picture.Feeds) is { } nothing
            ? [nothing]
            : [.. views.Picture.Sites.Select(site => SituationCard.Of(site, views))
                .OrderByDescending(card => card.Level)
                .ThenBy(card => card.Concern)
                .ThenByDescending(card => card.Amount)];
    }

    private static SituationCard? NothingHeard(IReadOnlyList<FeedPicture> feeds)
    {
        // Forms are no feed that is heard: their figures expire by themselves.
        if (feeds.Any(feed =>
            feed.Quality is not (FigureQuality.Stale or FigureQuality.Unknown or FigureQuality.Declared)))
        {
            return null;
        }

        var heard = feeds.Max(feed => feed.LastHeardAt);
        return heard is null
            ? new SituationCard(
                Level.Watch,
                "No feed has been heard yet",
                null,
                NotNow + ". Every figure stays a dash until its feed speaks.",
                null)
            : new SituationCard(
                Level.Alarm, "Every feed is silent, for at least", heard, NotNow + ": use the telephone.", null);
    }
}
