using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// Feeds that have fallen silent, at the site that they tell of; those of several sites at the whole system. A feed
/// that was never heard is one that is not connected yet, and one that works off a backlog is heard: nothing is
/// escalated about either.
/// </summary>
internal static class FeedSituations
{
    public static IEnumerable<EscalationSituation> Of(Situation places, double least)
    {
        var silent = places.Network.Feeds.Join(
            places.Picture.Feeds.Where(feed => IsSilent(feed)),
            feed => feed.Id,
            told => told.Id,
            (feed, told) => (Place: PlaceOf(feed.Sites, places), told.Name, Since: told.LastHeardAt!.Value),
            StringComparer.Ordinal);
        return silent
            .Where(feed => MinutesSince(feed.Since, places) >= least)
            .GroupBy(feed => feed.Place)
            .Select(group => Made(group.Key, [.. group.Select(feed => (feed.Name, feed.Since))], places));
    }

    /// <summary>Whether every feed that tells of a place is heard, so that nothing of it is silent any more.</summary>
    public static bool AreHeard(string scope, Situation places) => places.Network.Feeds
        .Where(feed => string.Equals(PlaceOf(feed.Sites, places).Scope, scope, StringComparison.Ordinal))
        .All(feed => places.Picture.Feeds.Any(told =>
            string.Equals(told.Id, feed.Id, StringComparison.Ordinal) && !IsSilent(told)));

    private static bool IsSilent(FeedPicture feed) =>
        feed is { Quality: FigureQuality.Stale, IsBehind: false, LastHeardAt: not null };

    private static EscalationSituation Made(
        Place place, IReadOnlyList<(string Name, DateTimeOffset Since)> feeds, Situation places)
    {
        var longest = feeds.Min(feed => feed.Since);
        var what = feeds is [var only] ? $"{only.Name} silent" : $"{feeds.Count} feeds silent";
        return new EscalationSituation(
            EscalationKind.FeedSilent,
            place.Scope,
            place.Name,
            $"{place.Name}: {what} for {Words.Length(places.Picture.At - longest)}",
            MinutesSince(longest, places),
            null,
            null,
            [.. feeds.OrderBy(feed => feed.Since).Select(feed => new SituationRow(feed.Name, feed.Since))]);
    }

    private static Place PlaceOf(IReadOnlyList<string> sites, Situation places) => sites is [var only]
        ? places.Sites.First(site => string.Equals(site.Scope, only, StringComparison.Ordinal))
        : places.System;

    private static double MinutesSince(DateTimeOffset since, Situation places) =>
        (places.Picture.At - since).TotalMinutes;
}
