using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using MseControlCentre.Feeds.Credentials;

namespace MseControlCentre.Server.Credentials;

/// <summary>
/// The credentials as the running server sees them: read again when they were read more than a second ago, so that what
/// a command of another process adds or revokes holds from the next second on. When they cannot be read, nobody is let
/// in.
/// </summary>
/// <param name="database">Where they are kept.</param>
/// <param name="time">Real time.</param>
/// <param name="log">The log.</param>
public sealed class StoredFeedCredentials(
    CredentialDatabase database, TimeProvider time, ILogger<StoredFeedCredentials> log) : IFeedCredentials
{
    /// <summary>After how long they are read again.</summary>
    public static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_writeUseEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _usedAt = new(StringComparer.Ordinal);
    private IReadOnlyList<FeedCredential>? _all;
    private long _readAt;

    /// <inheritdoc />
    public IReadOnlyList<FeedCredential> All()
    {
        lock (_lock)
        {
            if (_all is null || time.GetElapsedTime(_readAt) >= ReadAgainAfter)
            {
                var read = database.Read();
                _all = _all is not null && Same(_all, read) ? _all : read;
                _readAt = time.GetTimestamp();
            }

            return _all;
        }
    }

    /// <inheritdoc />
    public void Used(FeedCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var now = time.GetUtcNow();
        var last = _usedAt.GetOrAdd(credential.Id, _ => credential.LastUsedAt ?? DateTimeOffset.MinValue);
        if (now - last < s_writeUseEvery || !_usedAt.TryUpdate(credential.Id, now, last))
        {
            return;
        }

        try
        {
            database.MarkUsed(credential.Id, now);
        }
        catch (SqliteException failure)
        {
            // A message is worth more than the note of when it came.
            log.LogWarning("When {Credential} was used last cannot be kept: {Reason}", credential.Id, failure.Message);
        }
    }

    // The note of the last use is no change: whoever has compared the credentials need not do so again.
    private static bool Same(IReadOnlyList<FeedCredential> before, IReadOnlyList<FeedCredential> now) =>
        before.Count == now.Count
        && before.Zip(now).All(pair =>
            string.Equals(pair.First.Id, pair.Second.Id, StringComparison.Ordinal)
            && pair.First.EndsAt == pair.Second.EndsAt
            && pair.First.RevokedAt == pair.Second.RevokedAt);
}
