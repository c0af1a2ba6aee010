namespace MseControlCentre.Server.Components.Feeds;

/// <summary>What waits in quarantine.</summary>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="Dropped">Messages let go because the quarantine was full, since the start.</param>
/// <param name="Failed">Messages whose copy could not be kept, since the start.</param>
/// <param name="Groups">The reasons, most messages first.</param>
public sealed record QuarantineSummary(
    int Waiting, long Dropped, long Failed, IReadOnlyList<QuarantineGroup> Groups);

/// <summary>Messages of one feed that were rejected for one reason.</summary>
/// <param name="Key">Stands for the reason in an address.</param>
/// <param name="FeedId">The feed; null for senders that are none.</param>
/// <param name="FeedName">Its name.</param>
/// <param name="Field">The field.</param>
/// <param name="Expected">What was expected, and what to do.</param>
/// <param name="Found">Shapes of what was found, the first few.</param>
/// <param name="Types">Message types, the first few.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Oldest">When the oldest was received.</param>
/// <param name="Newest">When the newest was received.</param>
/// <param name="NeedsSender">Whether only the sender can mend them, and no replay.</param>
public sealed record QuarantineGroup(
    string Key,
    string? FeedId,
    string FeedName,
    string Field,
    string Expected,
    string Found,
    string Types,
    int Count,
    string Oldest,
    string Newest,
    bool NeedsSender)
{
    /// <summary>Chooses its messages in an address.</summary>
    public QuarantineFilter Filter =>
        new(FeedId ?? QuarantineFilter.UnknownSender, Key, null, QuarantineSort.Newest, 1);
}

/// <summary>One message in quarantine, as it is listed.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Received">When it was received, as local time.</param>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Type">Message type or kind of event.</param>
/// <param name="Field">The field that could not be taken.</param>
/// <param name="Found">Shape of what was found.</param>
/// <param name="Expected">What was expected, and what to do.</param>
/// <param name="NeedsSender">Whether only the sender can mend it, and no replay.</param>
public sealed record QuarantineRow(
    string Id,
    string Received,
    string Feed,
    string Type,
    string Field,
    string Found,
    string Expected,
    bool NeedsSender);

/// <summary>The list of the quarantine, as it was asked for.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="At">When it was made, as local time.</param>
/// <param name="Rows">The messages of this part of the list.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Parts">How many parts the list has.</param>
/// <param name="Feeds">Feeds to choose from.</param>
/// <param name="Reasons">Reasons to choose from.</param>
/// <param name="Days">Days to choose from.</param>
public sealed record QuarantineListView(
    QuarantineFilter Filter,
    string At,
    IReadOnlyList<QuarantineRow> Rows,
    int Total,
    int Parts,
    IReadOnlyList<QuarantineChoice> Feeds,
    IReadOnlyList<QuarantineChoice> Reasons,
    IReadOnlyList<QuarantineChoice> Days);

/// <summary>One thing that a filter offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record QuarantineChoice(string Value, string Text);

/// <summary>What a replay is about to try.</summary>
/// <param name="Ids">The messages one by one; empty when they are chosen by the filter.</param>
/// <param name="Filter">The filter they are chosen by.</param>
/// <param name="Groups">Them, by reason and feed.</param>
/// <param name="Total">How many there are.</param>
public sealed record ReplayChoice(
    IReadOnlyList<string> Ids, QuarantineFilter Filter, IReadOnlyList<QuarantineGroup> Groups, int Total);

/// <summary>A replay, as people watch it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Started">When it was begun, as local time.</param>
/// <param name="Ended">Whether it has ended.</param>
/// <param name="Stopped">Why it was cut off; null when it was not.</param>
/// <param name="Total">Messages it began with.</param>
/// <param name="Tried">Messages it has tried.</param>
/// <param name="Outcomes">What became of them, by outcome.</param>
/// <param name="Rows">What became of each, those rejected again first; as many as are listed.</param>
public sealed record ReplayView(
    string Id,
    string Started,
    bool Ended,
    string? Stopped,
    int Total,
    int Tried,
    IReadOnlyList<TallyLine> Outcomes,
    IReadOnlyList<ReplayRow> Rows);

/// <summary>One message of a replay.</summary>
/// <param name="Message">The message.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was rejected again.</param>
/// <param name="IsRejected">Whether it was.</param>
public sealed record ReplayRow(QuarantineRow Message, string Outcome, string? Reason, bool IsRejected);
