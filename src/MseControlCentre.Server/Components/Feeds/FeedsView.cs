using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Components.Feeds;

/// <summary>The page of feeds.</summary>
/// <param name="At">The instant it is of (UTC).</param>
/// <param name="Local">Local time of the system.</param>
/// <param name="Since">When this server began to count, as local time.</param>
/// <param name="Rows">The feeds, in the order of the network file.</param>
/// <param name="Unknown">What came from senders that are no feed of the network; null when nothing did.</param>
/// <param name="Unmapped">Places that no ward matches, most patients first.</param>
/// <param name="Quarantine">What waits in quarantine.</param>
public sealed record FeedsView(
    DateTimeOffset At,
    LocalTime Local,
    string Since,
    IReadOnlyList<FeedRow> Rows,
    FeedTally? Unknown,
    IReadOnlyList<UnmappedRow> Unmapped,
    QuarantineSummary Quarantine)
{
    /// <summary>Feeds that cannot be relied on now, the worst first.</summary>
    public IReadOnlyList<FeedRow> InTrouble =>
        [.. Rows.Where(row => row.Trouble > 0).OrderByDescending(row => row.Trouble)];
}

/// <summary>One feed.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="About">What it tells about, and where.</param>
/// <param name="Quality">How far its figures can be trusted.</param>
/// <param name="LastHeardAt">When it was last heard; null if never.</param>
/// <param name="LastHeard">The same as local time.</param>
/// <param name="ToldUntil">
/// For one that is heard but behind: when the newest thing it told of happened, as local time. Null otherwise.
/// </param>
/// <param name="Limits">When it should be heard, in words.</param>
/// <param name="Basis">Why it is late or silent when it is; null when the network file does not say.</param>
/// <param name="Line">What is known of its line; null when there is nothing to say.</param>
/// <param name="Pace">How much it tells and how late; null when that is not counted.</param>
/// <param name="Tally">What became of what it sent.</param>
/// <param name="Dependents">What goes dark when it dies.</param>
/// <param name="Feed">The feed of the network file.</param>
/// <param name="Measured">How much it tells and how late, as measured; null when that is not counted.</param>
public sealed record FeedRow(
    string Id,
    string Name,
    string About,
    FigureQuality Quality,
    DateTimeOffset? LastHeardAt,
    string? LastHeard,
    string? ToldUntil,
    string Limits,
    string? Basis,
    string? Line,
    PaceView? Pace,
    FeedTally Tally,
    IReadOnlyList<DependentFigures> Dependents,
    Feed Feed,
    FeedPace? Measured)
{
    /// <summary>Class of its quality.</summary>
    public string QualityClass => $"q-{Quality.ToString().ToLowerInvariant()}";

    /// <summary>Its state in a word or two.</summary>
    public string State => TrustNote.OfFeed(Quality, ToldUntil is not null);

    /// <summary>How much it is in trouble: 0 when it is not.</summary>
    public int Trouble => Quality switch
    {
        FigureQuality.Stale => 3,
        FigureQuality.Late => 2,
        FigureQuality.Unknown => 1,
        _ => 0,
    };

    /// <summary>Figures that rest on it.</summary>
    public int Figures => Dependents.Sum(one => one.Figures);
}

/// <summary>How much a feed tells and how late, in words.</summary>
/// <param name="Now">Events a minute in the last quarter of an hour; a dash when not known.</param>
/// <param name="Usual">Events a minute usual at this hour; a dash when not known.</param>
/// <param name="UsualOf">What the usual rate is taken from.</param>
/// <param name="MedianLag">Median lag of the last hour; a dash without events.</param>
/// <param name="WorstLag">Worst lag of the last hour.</param>
/// <param name="Chart">The last hours.</param>
public sealed record PaceView(
    string Now, string Usual, string UsualOf, string MedianLag, string WorstLag, PaceChartView Chart);

/// <summary>What became of what a feed sent since the server started.</summary>
/// <param name="Accepted">Events accepted.</param>
/// <param name="AlreadyKnown">Events accepted before.</param>
/// <param name="Ignored">Messages that change nothing.</param>
/// <param name="Rejected">Messages rejected.</param>
/// <param name="IgnoredByType">Ignored messages by type, most first.</param>
/// <param name="RejectedByReason">Rejected messages and fields left out, by field, most first.</param>
public sealed record FeedTally(
    long Accepted,
    long AlreadyKnown,
    long Ignored,
    long Rejected,
    IReadOnlyList<TallyLine> IgnoredByType,
    IReadOnlyList<TallyLine> RejectedByReason);

/// <summary>A count with its name.</summary>
/// <param name="Name">Message type or field.</param>
/// <param name="Why">What was expected; null when that is no longer known.</param>
/// <param name="Count">How many.</param>
public sealed record TallyLine(string Name, string? Why, long Count);

/// <summary>Figures of an area that rest on a feed.</summary>
/// <param name="Area">Name of the area.</param>
/// <param name="Path">Where they are listed.</param>
/// <param name="Figures">How many.</param>
public sealed record DependentFigures(string Area, string Path, int Figures);

/// <summary>A place that no ward matches.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Code">Code of the site.</param>
/// <param name="Place">The place as the feed sent it.</param>
/// <param name="Patients">Patients who are there now.</param>
public sealed record UnmappedRow(string Site, string Code, string Place, int Patients);
