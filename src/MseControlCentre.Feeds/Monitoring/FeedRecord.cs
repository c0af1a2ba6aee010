using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Feeds.Monitoring;

/// <summary>What the monitor keeps of one feed. Guarded by the monitor's lock.</summary>
internal sealed class FeedRecord(Feed feed)
{
    private const int MostReasons = 100;
    private const int MostTypes = 100;

    public Feed Feed { get; } = feed;

    public MinuteRate Rate { get; } = new();

    public BoundedCounts Reasons { get; } = new(MostReasons);

    public BoundedCounts Types { get; } = new(MostTypes);

    public DateTimeOffset? LastMessageAt { get; set; }

    /// <summary>When a message was last understood: one that is rejected keeps no figure fresh.</summary>
    public DateTimeOffset? LastUnderstoodAt { get; set; }

    /// <summary>When it was understood for the first time since it fell silent.</summary>
    public DateTimeOffset? BackSince { get; set; }

    public DateTimeOffset? LastOccurredAt { get; set; }

    public DateTimeOffset? DisconnectedAt { get; set; }

    public SilenceReason? Silence { get; set; }

    public int Connections { get; set; }

    public long Accepted { get; set; }

    public long AlreadyKnown { get; set; }

    public long Ignored { get; set; }

    public long Rejected { get; set; }

    public long Dropped { get; set; }

    public FeedStatus StatusAt(DateTimeOffset now) => new(
        Feed.Id,
        Feed.Name,
        StateAt(now),
        LastMessageAt,
        LastOccurredAt,
        Rate.At(now),
        Accepted,
        AlreadyKnown,
        Ignored,
        Rejected,
        Dropped,
        Reasons.ToDictionary(),
        Types.ToDictionary(),
        Connections);

    private FeedState StateAt(DateTimeOffset now)
    {
        if (Feed.Protocol == FeedProtocol.Declared)
        {
            return FeedState.Declared;
        }

        if (LastUnderstoodAt is not { } last)
        {
            return FeedState.NotHeardYet;
        }

        if (Silence == SilenceReason.Disconnected && BackSince is null)
        {
            return FeedState.Disconnected;
        }

        var silent = (now - last).TotalSeconds;
        return silent >= Feed.StaleAfterSeconds ? FeedState.Stale
            : silent >= Feed.LateAfterSeconds ? FeedState.Late
            : FeedState.Live;
    }
}
