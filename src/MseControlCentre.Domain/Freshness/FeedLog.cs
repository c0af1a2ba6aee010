using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Freshness;

/// <summary>What the journal tells about one feed: when it was last heard and whether it has fallen silent.</summary>
internal sealed class FeedLog
{
    public long Entries { get; set; }

    /// <summary>When its first event was recorded: what happened before may never have been told.</summary>
    public DateTimeOffset? FirstRecordedAt { get; set; }

    public DateTimeOffset? LastRecordedAt { get; set; }

    public DateTimeOffset? LastOccurredAt { get; set; }

    /// <summary>The silence in force; null while the feed is heard.</summary>
    public FeedSilenced? Silence { get; set; }

    public DateTimeOffset? LastHeardAt =>
        Silence?.LastHeardAt is { } heard && (LastRecordedAt is null || heard > LastRecordedAt)
            ? heard
            : LastRecordedAt;

    /// <summary>
    /// How old the newest thing was that it had told of when it told last. Only a feed that works off a backlog is far
    /// from zero: one that is quiet is not behind.
    /// </summary>
    private TimeSpan Behind => LastRecordedAt - LastOccurredAt ?? TimeSpan.Zero;

    public void Heard(JournalEntry entry)
    {
        Entries++;
        FirstRecordedAt ??= entry.RecordedAt;
        LastRecordedAt = entry.RecordedAt;
        if (LastOccurredAt is null || entry.Event.OccurredAt > LastOccurredAt)
        {
            LastOccurredAt = entry.Event.OccurredAt;
        }
    }

    /// <summary>
    /// How far the feed's figures can be trusted at an instant. A feed that is only slow to connect again after a
    /// restart stays live until it is late by the network file; a broken connection makes it late at once. One that
    /// tells only of what happened long ago shows the board of then: it is held to the same limits.
    /// </summary>
    public FigureQuality QualityAt(DateTimeOffset at, Feed feed)
    {
        if (LastHeardAt is not { } heard)
        {
            return FigureQuality.Unknown;
        }

        var behind = QualityOf(Behind, feed);
        if (Silence is null || behind is FigureQuality.Stale)
        {
            return behind;
        }

        var silent = QualityOf(at - heard, feed);
        return silent is FigureQuality.Live && Silence.Reason == SilenceReason.Disconnected ? FigureQuality.Late
            : silent is FigureQuality.Live ? behind
            : silent;
    }

    /// <summary>Whether it is heard and still tells of what happened longer ago than it may.</summary>
    public bool IsBehind(Feed feed) => Silence is null && QualityOf(Behind, feed) is not FigureQuality.Live;

    /// <summary>Until when what happened has been told: when it was last heard, unless it is behind.</summary>
    public DateTimeOffset? KnownUntil(Feed feed) =>
        QualityOf(Behind, feed) is FigureQuality.Live ? LastHeardAt : LastOccurredAt;

    private static FigureQuality QualityOf(TimeSpan age, Feed feed) =>
        age >= TimeSpan.FromSeconds(feed.StaleAfterSeconds) ? FigureQuality.Stale
        : age >= TimeSpan.FromSeconds(feed.LateAfterSeconds) ? FigureQuality.Late
        : FigureQuality.Live;
}
