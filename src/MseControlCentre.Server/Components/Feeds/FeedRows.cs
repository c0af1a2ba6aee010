using System.Globalization;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Server.Components.Figures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>Makes the rows of the feeds: the picture says what can be trusted, the monitor what came.</summary>
/// <param name="network">The network in force.</param>
/// <param name="activity">How much each feed tells.</param>
/// <param name="local">Local time of the system.</param>
internal sealed class FeedRows(NetworkMap network, FeedActivity activity, LocalTime local)
{
    /// <summary>Hours of the chart of a feed.</summary>
    public const int ChartHours = 6;

    private readonly Dictionary<string, Feed> _feeds =
        network.Feeds.ToDictionary(feed => feed.Id, StringComparer.Ordinal);

    /// <summary>A row for each feed of a picture that the network file still has.</summary>
    public IReadOnlyList<FeedRow> Of(
        Picture picture, IReadOnlyDictionary<string, FeedStatus> statuses, IReadOnlyList<QuarantineGroup> groups)
    {
        var dependents = Dependents(picture);
        return
        [
            .. picture.Feeds.Where(feed => _feeds.ContainsKey(feed.Id)).Select(feed => Row(
                feed,
                _feeds[feed.Id],
                picture.At,
                statuses.GetValueOrDefault(feed.Id),
                dependents[feed.Id],
                groups)),
        ];
    }

    /// <summary>What became of what a feed sent.</summary>
    public static FeedTally Tally(FeedStatus? status, string? feed, IReadOnlyList<QuarantineGroup> groups)
    {
        if (status is null)
        {
            return new FeedTally(0, 0, 0, 0, [], []);
        }

        var why = groups.Where(group => string.Equals(group.FeedId, feed, StringComparison.Ordinal))
            .GroupBy(group => group.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.First().Expected, StringComparer.Ordinal);
        return new FeedTally(
            status.Accepted,
            status.AlreadyKnown,
            status.Ignored,
            status.Rejected,
            Lines(status.IgnoredByType, _ => null),
            Lines(status.RejectsByReason, why.GetValueOrDefault));
    }

    private FeedRow Row(
        FeedPicture shown,
        Feed feed,
        DateTimeOffset at,
        FeedStatus? status,
        IReadOnlyList<DependentFigures> dependents,
        IReadOnlyList<QuarantineGroup> groups)
    {
        var declared = feed.Protocol is FeedProtocol.Declared;
        var pace = activity.Of(feed.Id, at, ChartHours);
        return new FeedRow(
            feed.Id,
            feed.Name,
            FeedWords.About(feed, network),
            declared ? FigureQuality.Declared : shown.Quality,
            shown.LastHeardAt,
            shown.LastHeardAt is { } heard ? DayAndClock(heard, at) : null,
            shown is { IsBehind: true, KnownUntil: { } until } ? DayAndClock(until, at) : null,
            FeedWords.Limits(feed),
            feed.Basis,
            LineOf(feed, status),
            pace is null ? null : PaceOf(pace),
            Tally(status, feed.Id, groups),
            dependents,
            feed,
            pace);
    }

    private string DayAndClock(DateTimeOffset instant, DateTimeOffset at) =>
        at - instant < TimeSpan.FromHours(20) ? local.Clock(instant) : local.DayAndClock(instant);

    private static string? LineOf(Feed feed, FeedStatus? status) => (feed.Protocol, status?.OpenConnections ?? 0) switch
    {
        (FeedProtocol.Hl7v2, 0) => status?.State is FeedState.Disconnected
            ? "Its connection is closed"
            : "No connection open on which it was heard",
        (FeedProtocol.Hl7v2, 1) => "1 connection open",
        (FeedProtocol.Hl7v2, var open) => $"{open} connections open",
        (FeedProtocol.Json, _) => "Sends over HTTP",
        _ => null,
    };

    private PaceView PaceOf(FeedPace pace) => new(
        FeedWords.Rate(pace.PerMinute),
        FeedWords.Rate(pace.UsualPerMinute),
        pace.UsualDays switch
        {
            0 => "known after a day",
            1 => "this hour yesterday",
            var days => string.Create(CultureInfo.InvariantCulture, $"this hour, {days} days"),
        },
        FeedWords.Lag(pace.MedianLag),
        FeedWords.Lag(pace.WorstLag),
        new PaceChartView(pace.Slots, local));

    private static List<TallyLine> Lines(IReadOnlyDictionary<string, long> counts, Func<string, string?> why) =>
    [
        .. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new TallyLine(one.Key, why(one.Key), one.Value)),
    ];

    private static string[] Sources(string source) =>
        source.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Counted once for each pair of source and area: a few hundred pairs stand for thousands of figures.
    private Dictionary<string, IReadOnlyList<DependentFigures>> Dependents(Picture picture)
    {
        var pairs = picture.AllFigures()
            .GroupBy(figure => (figure.Source, Area: MeasureAreas.Of(figure.Measure.Id)))
            .SelectMany(group => Sources(group.Key.Source)
                .Select(source => (Source: source, group.Key.Area, Figures: group.Count())))
            .ToLookup(pair => pair.Source, StringComparer.Ordinal);
        return _feeds.Values.ToDictionary(
            feed => feed.Id,
            IReadOnlyList<DependentFigures> (feed) =>
            [
                .. MeasureAreas.InOrder(pairs[feed.Id].Select(pair => pair.Area)).Select(area => new DependentFigures(
                    MeasureAreas.Name(area),
                    $"/figures?area={area}" + (feed.Sites.Count == 1 ? $"&site={feed.Sites[0]}" : string.Empty),
                    pairs[feed.Id].Where(pair => string.Equals(pair.Area, area, StringComparison.Ordinal))
                        .Sum(pair => pair.Figures))),
            ],
            StringComparer.Ordinal);
    }
}
