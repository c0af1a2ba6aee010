using System.Text.Json;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>The list of feeds: its columns, its filters and its usual order.</summary>
internal static class FeedColumns
{
    /// <summary>The list of a network's feeds; unless asked for otherwise, those in trouble stand first.</summary>
    public static ListShape<FeedRow> Of(NetworkMap network) => new(
        FeedsRoutes.Path, Columns(), Filters(network), "-state", row => row.Id)
    {
        // Each is an article with a chart; a system has a dozen or two.
        RowsOnPage = 1_000,
    };

    private static ListColumn<FeedRow>[] Columns() =>
    [
        new("feed", "Feed", row => ListCell.Words(row.Name)),
        new("about", "Tells about", row => ListCell.Words(row.About)) { IsSortable = false },
        new("state", "State", row => new ListCell(row.State, new ListKey(row.Trouble), row.State))
        {
            MostFirst = true,
            Orders = ("best first", "worst first"),
        },
        new("heard", "Last heard", row => Instant(row.LastHeardAt, row.LastHeard))
        {
            Orders = ("longest ago first", "newest first"),
        },
        new("until", "Told until", row => ListCell.Words(row.ToldUntil ?? row.LastHeard)) { IsSortable = false },
        Number("rate", "Events a minute", row => row.Measured?.PerMinute),
        Number("usual", "Usual at this hour", row => row.Measured?.UsualPerMinute),
        Number("lag", "Lag, median, s", row => row.Measured?.MedianLag?.TotalSeconds),
        Number("worst-lag", "Lag, worst, s", row => row.Measured?.WorstLag?.TotalSeconds),
        Number("accepted", "Accepted", row => row.Tally.Accepted),
        Number("known", "Already known", row => row.Tally.AlreadyKnown),
        Number("ignored", "Ignored", row => row.Tally.Ignored),
        Number("rejected", "Rejected", row => row.Tally.Rejected),
        Number("figures", "Figures that rest on it", row => row.Figures),
    ];

    private static ListColumn<FeedRow> Number(string id, string head, Func<FeedRow, double?> number) =>
        new(id, head, row => ListCell.Number(number(row))) { IsNumber = true, MostFirst = true };

    private static ListCell Instant(DateTimeOffset? at, string? text) => at is { } known
        ? new ListCell(text ?? FigureView.Dash, new ListKey(known.ToUnixTimeSeconds()), LocalTime.Iso(known)!)
        : ListCell.Unknown;

    private static ListFilter<FeedRow>[] Filters(NetworkMap network) =>
    [
        new("state", "State", "Any state",
            [
                new Choice("trouble", "Not heard as it should be"),
                new Choice("well", "Heard as it should be"),
                new Choice("rejecting", "With rejected messages"),
            ],
            (row, answer) => answer switch
            {
                "trouble" => row.Trouble > 0,
                "well" => row.Trouble == 0,
                _ => row.Tally.Rejected > 0,
            }),
        new("site", "Site", "Every site",
            [.. network.Sites.Select(site => new Choice(site.Code, site.Name))],
            (row, answer) => row.Feed.Sites.Count == 0 || row.Feed.Sites.Contains(answer, StringComparer.Ordinal)),
        new("subject", "Tells about", "Everything",
            [
                .. network.Feeds.SelectMany(feed => feed.Subjects).Distinct()
                    .Select(subject => new Choice(Value(subject), FeedWords.Subject(subject))),
            ],
            (row, answer) => row.Feed.Subjects.Any(
                subject => string.Equals(Value(subject), answer, StringComparison.Ordinal))),
    ];

    // "EmergencyDepartment" is "emergency-department" in an address.
    private static string Value(FeedSubject subject) => JsonNamingPolicy.KebabCaseLower.ConvertName(subject.ToString());
}
