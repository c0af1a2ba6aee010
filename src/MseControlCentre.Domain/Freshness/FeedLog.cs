using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Freshness;

/// <summary>What the journal tells about one feed: when it was last heard and whether it has fallen silent.</summary>
internal sealed class FeedLog
{
    public long Entries { get; set; }

    public DateTimeOffset? LastRecordedAt { get; set; }

    public DateTimeOffset? LastOccurredAt { get; set; }

    /// <summary>The silence in force; null while the feed is heard.</summary>
    public FeedSilenced? Silence { get; set; }

    public DateTimeOffset? LastHeardAt =>
        Silence?.LastHeardAt is { } heard && (LastRecordedAt is null || heard > LastRecordedAt)
            ? heard
            : LastRecordedAt;

    public void Heard(JournalEntry entry)
    {
        Entries++;
        LastRecordedAt = entry.RecordedAt;
        if (LastOccurredAt is null || entry.Event.OccurredAt > LastOccurredAt)
        {
            LastOccurredAt = entry.Event.OccurredAt;
        }
    }

    /// <summary>
    /// How far the feed's figures can be trusted at an instant. A feed that is only slow to connect again after a
    /// restart stays live until it is late by the network file; a broken connection makes it late at once.
    /// </summary>
    public FigureQuality QualityAt(DateTimeOffset at, Feed feed)
    {
        if (LastHeardAt is not { } heard)
        {
            return FigureQuality.Unknown;
        }

        if (Silence is null)
        {
            return FigureQuality.Live;
        }

        var silentFor = at - heard;
        if (silentFor >= TimeSpan.FromSeconds(feed.StaleAfterSeconds))
        {
            return FigureQuality.Stale;
        }

        var late = silentFor >= TimeSpan.FromSeconds(feed.LateAfterSeconds)
            || Silence.Reason == SilenceReason.Disconnected;
        return late ? FigureQuality.Late : FigureQuality.Live;
    }
}
