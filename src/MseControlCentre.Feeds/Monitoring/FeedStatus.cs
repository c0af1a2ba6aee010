namespace MseControlCentre.Feeds.Monitoring;

/// <summary>Whether a feed can be relied on now.</summary>
public enum FeedState
{
    /// <summary>Heard lately.</summary>
    Live,

    /// <summary>Not heard for longer than its network file entry calls late.</summary>
    Late,

    /// <summary>Not heard for longer than its network file entry calls stale.</summary>
    Stale,

    /// <summary>Its last connection is closed.</summary>
    Disconnected,

    /// <summary>Not heard since this server started.</summary>
    NotHeardYet,

    /// <summary>Forms and files that people fill in: never silent, each figure carries its own expiry.</summary>
    Declared,
}

/// <summary>What is known of one feed since this server started.</summary>
/// <param name="Id">Identity of the feed.</param>
/// <param name="Name">Name as people say it.</param>
/// <param name="State">Whether it can be relied on.</param>
/// <param name="LastMessageAt">When a message was last heard from it; null if not since the start.</param>
/// <param name="LastOccurredAt">Newest time of an event it told of; null if none.</param>
/// <param name="RatePerMinute">Messages in the last full minute.</param>
/// <param name="Accepted">Events accepted.</param>
/// <param name="AlreadyKnown">Events that had been accepted before.</param>
/// <param name="Ignored">Messages that change nothing on the board.</param>
/// <param name="Rejected">Messages rejected.</param>
/// <param name="Dropped">Optional fields left out of accepted events.</param>
/// <param name="RejectsByReason">Rejections and dropped fields by field.</param>
/// <param name="IgnoredByType">Ignored messages by name.</param>
/// <param name="OpenConnections">MLLP connections open on which it was heard.</param>
public sealed record FeedStatus(
    string Id,
    string Name,
    FeedState State,
    DateTimeOffset? LastMessageAt,
    DateTimeOffset? LastOccurredAt,
    int RatePerMinute,
    long Accepted,
    long AlreadyKnown,
    long Ignored,
    long Rejected,
    long Dropped,
    IReadOnlyDictionary<string, long> RejectsByReason,
    IReadOnlyDictionary<string, long> IgnoredByType,
    int OpenConnections);
