using System.Globalization;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Calls;

/// <summary>
/// What a pack does not know, or knows only in part, in sentences: of the system first, then of each site. It is
/// bounded by the feeds and places of the network.
/// </summary>
internal sealed class PackDoubts
{
    private readonly PackFacts _facts;
    private readonly TimeZoneInfo _zone;

    private PackDoubts(PackFacts facts)
    {
        _facts = facts;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(facts.Network.TimeZone);
    }

    public static IReadOnlyList<PackDoubt> Of(
        PackFacts facts, Picture? then, IReadOnlyList<PackPlace> places, PackDelays delays, int escalations, int owed)
    {
        var doubts = new PackDoubts(facts);
        var system = facts.Network.Code;
        return
        [
            .. doubts.OfFeeds().OrderBy(doubt => PlaceOf(doubt, places)),
            .. places.SelectMany(doubts.OfPlace),
            .. OfDelays(delays).Select(words => new PackDoubt(system, words)),
            .. doubts.OfPast(then).Select(words => new PackDoubt(system, words)),
            .. More(escalations - CallPack.MostEscalations, "escalations")
                .Concat(More(owed - CallPack.MostOwed, "actions"))
                .Select(words => new PackDoubt(system, words)),
        ];
    }

    private static int PlaceOf(PackDoubt doubt, IReadOnlyList<PackPlace> places) => places
        .Index()
        .First(place => string.Equals(place.Item.Code, doubt.Scope, StringComparison.Ordinal))
        .Index;

    private IEnumerable<PackDoubt> OfFeeds() => _facts.Network.Feeds
        .Where(feed => feed.Protocol is not FeedProtocol.Declared)
        .Join(
            _facts.Picture.Feeds.Where(told => told.Quality is not FigureQuality.Live),
            feed => feed.Id,
            told => told.Id,
            (feed, told) => new PackDoubt(
                feed.Sites is [var only] ? only : _facts.Network.Code, $"{told.Name}: {WordsOf(told)}"),
            StringComparer.Ordinal);

    private string WordsOf(FeedPicture feed) => feed.KnownUntil is not { } until ? "never heard"
        : feed.IsBehind ? $"behind, told until {Local(until)}"
        : $"nothing heard since {Local(until)}";

    private IEnumerable<PackDoubt> OfPlace(PackPlace place)
    {
        // A longest wait of nobody, or a share of nothing, is no number; only a count that is missing is not known.
        var counts = place.Standing.Where(line => line.Unit is not ("percent" or "minutes")).ToList();
        foreach (var (words, quality) in
            new[] { ("Not known", FigureQuality.Unknown), ("Out of date", FigureQuality.Stale) })
        {
            if (Names(counts.Where(line => line.Now.Quality == quality).Select(line => line.Name)) is { } names)
            {
                yield return new PackDoubt(place.Code, $"{words}: {names}");
            }
        }

        foreach (var part in place.Flow
            .Where(line => line.Since.CountedSince is not null)
            .OrderBy(line => line.Since.CountedSince)
            .GroupBy(line => Local(line.Since.CountedSince!.Value), StringComparer.Ordinal))
        {
            yield return new PackDoubt(
                place.Code, $"Counted only since {part.Key}: {Names(part.Select(line => line.Name))}");
        }

        if (Names(place.Flow
            .Where(line => line.Night.Value is null && line.Since.Value is not null && line.Unit is not "percent")
            .Select(line => line.Name)) is { } overnight)
        {
            yield return new PackDoubt(place.Code, $"Not known of the night: {overnight}");
        }

        if (_facts.Picture.Opel.Calculated is not null && place.Opel.Calculated is null)
        {
            yield return new PackDoubt(place.Code, "OPEL is not calculated: nothing behind it is current");
        }

        if (place.Opel is { Least: { } least, Calculated: { } level })
        {
            yield return new PackDoubt(
                place.Code,
                least == level
                    ? $"OPEL {Number(level)} rests in part on what is missing or out of date"
                    : $"OPEL may be as low as {Number(least)}: what is missing counts as the worst that it can be");
        }
    }

    private static IEnumerable<string> OfDelays(PackDelays delays)
    {
        var all = Number(delays.Patients);
        if (Unnamed(delays) is > 0 and var unowned)
        {
            yield return $"No criteria to reside: nobody is named who can unblock {Number(unowned)} of {all}";
        }

        if (delays.Reasons.Where(reason => reason.Reason is null).Sum(reason => reason.Patients) is > 0 and var untold)
        {
            yield return $"No criteria to reside: no reason was told for {Number(untold)} of {all}";
        }

        if (delays.Reasons.Sum(reason => reason.ByPathway[^1]) is > 0 and var without)
        {
            yield return $"No criteria to reside: no pathway was told for {Number(without)} of {all}";
        }

        if (delays.Undated > 0)
        {
            yield return
                $"No criteria to reside: no date of being ready was told for {Number(delays.Undated)} of {all}";
        }
    }

    private IEnumerable<string> OfPast(Picture? then)
    {
        if (then is null)
        {
            yield return $"Nothing had been recorded by {Local(_facts.Spans.Since)}: there is no then to compare with";
        }
    }

    private static int Unnamed(PackDelays delays) => delays.Owners
        .Where(owner => owner.Code is DischargeTables.UnknownOwner)
        .Sum(owner => owner.Patients);

    private static IEnumerable<string> More(int more, string what) =>
        more > 0 ? [$"{Number(more)} more {what} than the pack shows"] : [];

    private static string? Names(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } joined ? joined : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The day is said when it is another one than the pack's.
    private string Local(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, _zone);
        var isToday = local.Date == TimeZoneInfo.ConvertTime(_facts.Spans.At, _zone).Date;
        return local.ToString(isToday ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }
}
