using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// Feeds that have fallen silent, at the site that they tell of; those of several sites at the whole system. A feed
/// that was never heard is one that is not connected yet, and nothing is escalated about it.
/// </summary>
internal static class FeedSituations
{
    public static IEnumerable<EscalationSituation> Of(Situation places, double least)
    {
        var silent = places.Network.Feeds.Join(
            places.Picture.Feeds.Where(feed => feed.Quality == FigureQuality.Stale && feed.KnownUntil is not null),
            feed => feed.Id,
            told => told.Id,
            (feed, told) => (Place: PlaceOf(feed.Sites, places), told.Name, Since: told.KnownUntil!.Value),
            StringComparer.Ordinal);
        return silent
            .Where(feed => MinutesSince(feed.Since, places) >= least)
            .GroupBy(feed => feed.Place)
            .Select(group => Made(group.Key, [.. group.Select(feed => (feed.Name, feed.Since))], places));
    }

    private static EscalationSituation Made(
        Place place, IReadOnlyList<(string Name, DateTimeOffset Since)> feeds, Situation places)
    {
        var longest = feeds.Min(feed => feed.Since);
        var what = feeds is [var only] ? $"{only.Name} silent" : $"{feeds.Count} feeds silent";
        return new EscalationSituation(
            EscalationKind.FeedSilent,
            place.Scope,
            place.Name,
            $"{place.Name}: {what} for {Words.Number(Math.Floor(MinutesSince(longest, places)))} min",
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
