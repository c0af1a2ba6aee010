using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Components.Wall;

/// <summary>
/// The situation in words: the three constraints that matter most. What is not known is a constraint too, and stands
/// before all but alarms; it never takes the place of one. When nothing at all is heard, one alarm says that and
/// nothing else.
/// </summary>
/// <param name="Cards">The cards, worst first.</param>
/// <param name="Alarm">Said instead of the cards when no feed is heard; null when one is.</param>
public sealed record SituationView(IReadOnlyList<ConstraintCard> Cards, SilenceAlarm? Alarm)
{
    /// <summary>Cards for which there is room.</summary>
    public const int MostCards = 3;

    /// <summary>Makes the situation.</summary>
    public static SituationView Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        return SilenceAlarm.Of(views) is { } alarm
            ? new SituationView([], alarm)
            : new SituationView([.. Shown(views.Constraints).Select(one => ConstraintCard.Of(one, views))], null);
    }

    /// <summary>The constraints that have a card: alarms first, then what is not known, as they are ranked.</summary>
    public static IReadOnlyList<Constraint> Shown(IReadOnlyList<Constraint> constraints) =>
        [.. constraints.Take(MostCards)];
}

/// <summary>Nothing is heard: no figure on the screen describes now.</summary>
/// <param name="Headline">What is wrong.</param>
/// <param name="Since">Since when; null when nothing was ever heard.</param>
/// <param name="Meaning">What that means for the reader.</param>
public sealed record SilenceAlarm(string Headline, DateTimeOffset? Since, string Meaning)
{
    /// <summary>The alarm of a picture; null while any feed is heard.</summary>
    public static SilenceAlarm? Of(ViewContext views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var feeds = views.Picture.Feeds;
        // Forms are no feed that is heard: their figures expire by themselves.
        if (feeds.Any(feed =>
            feed.Quality is not (FigureQuality.Stale or FigureQuality.Unknown or FigureQuality.Declared)))
        {
            return null;
        }

        return feeds.Max(feed => feed.KnownUntil) is { } until
            ? new SilenceAlarm(
                feeds.Any(feed => feed.IsBehind)
                    ? "Every feed is silent or behind, by at least"
                    : "Every feed is silent, for at least",
                until,
                "Nothing on this screen describes now: use the telephone.")
            : new SilenceAlarm(
                "No feed has been heard yet",
                null,
                "Nothing is known. Every figure stays a dash until its feed speaks: use the telephone.");
    }
}
