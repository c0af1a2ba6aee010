using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Feeds.Csv;
using MseControlCentre.Feeds.Monitoring;
using MseControlCentre.Feeds.Quarantine;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Components.Shared.Lists;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Rendering;
using MseControlCentre.Server.Replays;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>
/// What the pages of feeds may know: counts, clocks, and of quarantined messages the field and the shape of what was
/// found. Nothing that was sent is shown.
/// </summary>
public sealed class FeedsService : ILivePage
{
    /// <summary>Messages in one part of the list.</summary>
    public const int RowsInAPart = 100;

    /// <summary>Outcomes of a replay that are listed; all are counted.</summary>
    public const int MostOutcomes = 200;

    private readonly Lazy<PictureFeed> _feed;
    private readonly FeedMonitor _monitor;
    private readonly QuarantineReplays _replays;
    private readonly IAccess _access;
    private readonly TimeProvider _clock;
    private readonly LocalTime _local;
    private readonly FeedRows _rows;
    private readonly QuarantineReading _quarantine;
    private readonly ListShape<FeedRow> _list;

    /// <summary>Puts together what the pages are made of.</summary>
    public FeedsService(
        Lazy<PictureFeed> feed,
        FeedMonitor monitor,
        FeedActivity activity,
        QuarantineStore store,
        QuarantineReplays replays,
        NetworkMap network,
        IAccess access,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(network);
        (_feed, _monitor, _replays, _access, _clock) = (feed, monitor, replays, access, clock);
        _local = LocalTime.Of(network.TimeZone);
        _rows = new FeedRows(network, activity, _local);
        _quarantine = new QuarantineReading(store, network, _local);
        _list = FeedColumns.Of(network);
    }

    /// <summary>Local time of the system.</summary>
    public LocalTime Local => _local;

    /// <inheritdoc />
    public string Name => "feeds";

    /// <inheritdoc />
    public Need Needs { get; } = new(Operation.SeeFeeds);

    /// <summary>The page of now; null until the journal has been read.</summary>
    public FeedsView? Current()
    {
        _access.Require(Operation.SeeFeeds, Subject.System);
        return _feed.Value.Current is { } published ? ViewOf(published.Picture) : null;
    }

    /// <summary>The feeds of a view as an address asks for them.</summary>
    public ListView Feeds(FeedsView view, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(view);
        return _list.Of(view.Rows, _list.Ask(query));
    }

    /// <inheritdoc />
    public IReadOnlyList<Fragment> Fragments(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return FeedsFragments.Of(ViewOf(published.Picture), null);
    }

    /// <summary>A part of the quarantine as a filter asks for it.</summary>
    public QuarantineListView List(QuarantineFilter filter)
    {
        _access.Require(Operation.SeeFeeds, Subject.System);
        ArgumentNullException.ThrowIfNull(filter);
        var found = _quarantine.Find(filter);
        var parts = Math.Max(1, (found.Count + RowsInAPart - 1) / RowsInAPart);
        var shown = filter with { Part = Math.Min(filter.Part, parts) };
        var all = _quarantine.Find(new QuarantineFilter(null, null, null, QuarantineSort.Newest, 1));
        return new QuarantineListView(
            shown,
            _local.DayAndClock(_clock.GetUtcNow()),
            [.. found.Skip((shown.Part - 1) * RowsInAPart).Take(RowsInAPart).Select(_quarantine.Row)],
            found.Count,
            parts,
            [
                .. all.Select(head => head.Feed).Distinct(StringComparer.Ordinal)
                    .Select(feed => new QuarantineChoice(
                        feed ?? QuarantineFilter.UnknownSender, _quarantine.NameOf(feed)))
                    .OrderBy(choice => choice.Text, StringComparer.Ordinal),
            ],
            [
                .. all.Select(head => head.Reason).DistinctBy(QuarantineReading.KeyOf, StringComparer.Ordinal)
                    .Select(reason => new QuarantineChoice(
                        QuarantineReading.KeyOf(reason), $"{reason.Field}: {reason.Expected}"))
                    .OrderBy(choice => choice.Text, StringComparer.Ordinal),
            ],
            [
                .. all.Select(_quarantine.DayOf).Distinct().Select(day => new QuarantineChoice(
                    day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    day.ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB")))),
            ]);
    }

    /// <summary>What a filter asks for, whole, as a CSV file.</summary>
    public byte[] File(QuarantineFilter filter)
    {
        _access.Require(Operation.SeeFeeds, Subject.System);
        ArgumentNullException.ThrowIfNull(filter);
        var csv = new StringBuilder(CsvCell.Row(["received", "feed", "type", "field", "found", "expected", "id"]));
        foreach (var head in _quarantine.Find(filter))
        {
            csv.Append(CsvCell.Row(
            [
                LocalTime.Iso(head.ReceivedAt)!, head.Feed ?? QuarantineFilter.UnknownSender, head.Type,
                head.Reason.Field, head.Reason.Shape, head.Reason.Expected, head.Id,
            ]));
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>What a replay would try: some messages one by one, or all that a filter asks for.</summary>
    public ReplayChoice Choose(IReadOnlyList<string> ids, QuarantineFilter filter)
    {
        _access.Require(Operation.ReplayQuarantine, Subject.System);
        ArgumentNullException.ThrowIfNull(ids);
        var chosen = Chosen(ids, filter);
        return new ReplayChoice(ids, filter, _quarantine.Groups(chosen), chosen.Count);
    }

    /// <summary>Begins a replay. Null when too many go on.</summary>
    public ReplayRun? Begin(IReadOnlyList<string> ids, QuarantineFilter filter)
    {
        _access.Require(Operation.ReplayQuarantine, Subject.System);
        return _replays.Begin(Chosen(ids, filter));
    }

    /// <summary>A replay as people watch it; null when it is not known.</summary>
    public ReplayView? Replay(string id)
    {
        _access.Require(Operation.SeeFeeds, Subject.System);
        if (_replays.Find(id) is not { } run)
        {
            return null;
        }

        var (state, reason) = run.State;
        var messages = run.Messages();
        return new ReplayView(
            run.Id,
            _local.DayAndClock(run.StartedAt),
            state is ReplayState.Finished or ReplayState.Stopped,
            reason,
            run.Total,
            messages.Count(message => message.Outcome is not null),
            [
                .. messages.GroupBy(message => message.Outcome)
                    .OrderBy(group => group.Key ?? (ReplayOutcome)int.MaxValue)
                    .Select(group => new TallyLine(OutcomeOf(group.Key, state), null, group.Count())),
            ],
            [
                .. messages.OrderByDescending(message => message.Outcome is ReplayOutcome.StillRejected)
                    .Take(MostOutcomes)
                    .Select(message => new ReplayRow(
                        _quarantine.Row(message.Message),
                        OutcomeOf(message.Outcome, state),
                        message.Reason?.Text,
                        message.Outcome is ReplayOutcome.StillRejected)),
            ]);
    }

    private static string OutcomeOf(ReplayOutcome? outcome, ReplayState state) => outcome switch
    {
        ReplayOutcome.Accepted => "accepted",
        ReplayOutcome.AlreadyKnown => "already known",
        ReplayOutcome.Ignored => "changes nothing",
        ReplayOutcome.StillRejected => "rejected again",
        _ => state is ReplayState.Finished ? "no longer waiting" : "not tried yet",
    };

    // Oldest first, as they were sent.
    private List<QuarantineHead> Chosen(IReadOnlyList<string> ids, QuarantineFilter filter)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _quarantine.Find(filter with { Sort = QuarantineSort.Oldest })
                .Where(head => wanted.Count == 0 || wanted.Contains(head.Id)),
        ];
    }

    private FeedsView ViewOf(Picture picture)
    {
        var statuses = _monitor.Snapshot().ToDictionary(status => status.Id, StringComparer.Ordinal);
        var quarantine = _quarantine.Summary();
        var unknown = statuses.GetValueOrDefault(FeedMonitor.UnknownSender);
        return new FeedsView(
            picture.At,
            _local,
            _local.DayAndClock(_monitor.Since),
            _rows.Of(picture, statuses, quarantine.Groups),
            unknown is null ? null : FeedRows.Tally(unknown, null, quarantine.Groups),
            [
                .. picture.Sites.SelectMany(site => site.UnmappedPlaces
                    .Select(place => new UnmappedRow(site.Name, site.Code, place.Location, place.Patients)))
                    .OrderByDescending(row => row.Patients).ThenBy(row => row.Site, StringComparer.Ordinal)
                    .ThenBy(row => row.Place, StringComparer.Ordinal),
            ],
            quarantine);
    }
}
