using MseControlCentre.Journal.Recording;

namespace MseControlCentre.Journal.Sqlite;

/// <summary>Bounds of a journal in SQLite, and where it tells of what it could work around.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>
    /// Calls that may wait for the writer; more wait outside. It also lets groups grow on a slow disk: as many callers
    /// as queue here can share one commit.
    /// </summary>
    public int QueuedCalls { get; init; } = 8_192;

    /// <summary>
    /// Events after which a transaction takes no further call. One call is never split, so a transaction has fewer
    /// than this and <see cref="JournalLimits.EventsInOneAppend"/> together.
    /// </summary>
    public int EventsPerTransaction { get; init; } = 16_384;

    /// <summary>Committed entries that are kept in memory for followers.</summary>
    public int EntriesInTail { get; init; } = JournalLimits.EntriesInTail;

    /// <summary>Is told of what does no harm yet but should be looked at; goes to the server's log.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>The key an identity is looked up by; a test makes all collide.</summary>
    internal Func<PreparedEvent, long> IdentityHash { get; init; } = prepared => prepared.KeyHash;
}
