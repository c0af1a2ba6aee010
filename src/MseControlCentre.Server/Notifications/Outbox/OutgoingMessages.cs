using Microsoft.Data.Sqlite;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>
/// The deliveries of the outbox on their way out: what is due, and what became of it. What is written is durable when
/// a method returns.
/// </summary>
public sealed class OutgoingMessages
{
    /// <summary>
    /// Deliveries that leave as one message at most. Microsoft Teams takes none over 28 KB ("Create an Incoming
    /// Webhook", Microsoft Learn); a step takes less than 1 KB of a card.
    /// </summary>
    public const int MostTogether = 20;

    private readonly OutboxDatabase _database;
    private readonly TimeProvider _clock;

    internal OutgoingMessages(OutboxDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>
    /// The next message of a channel that is due, marked as being sent; null when none is. What was held for one
    /// recipient by one rule leaves together.
    /// </summary>
    public OutgoingMessage? Take(string channel) => _database.InTransaction(() =>
    {
        var now = _clock.GetUtcNow().UtcTicks;
        var first = _database.Query(
            $"SELECT {OutboxRows.Columns} FROM delivery WHERE channel = $channel AND due <= $now "
            + "AND state IN ('Waiting', 'Held') ORDER BY due, id LIMIT 1",
            OutboxRows.Read,
            ("$channel", channel),
            ("$now", now)).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        var identity = first.Message ?? Name(first, now);
        _database.Run(
            "UPDATE delivery SET state = 'Sending', tries = tries + 1, changed_at = $now "
            + "WHERE message = $message AND state IN ('Waiting', 'Held')",
            ("$message", identity),
            ("$now", now));
        return new OutgoingMessage(identity, _database.Query(
            $"SELECT {OutboxRows.Columns} FROM delivery WHERE message = $message AND state = 'Sending' "
            + "ORDER BY at, id",
            OutboxRows.Read,
            ("$message", identity)));
    });

    /// <summary>
    /// Makes what was being sent wait again, when nothing of the channel is: whether it was taken is not known, so that
    /// it is sent again, under the identity that it had.
    /// </summary>
    public void TakeBack(string channel) => _database.Run(
        "UPDATE delivery SET state = 'Waiting', due = $now WHERE channel = $channel AND state = 'Sending'",
        ("$channel", channel),
        ("$now", _clock.GetUtcNow().UtcTicks));

    /// <summary>The receiver has taken a message.</summary>
    public void MarkSent(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _database.InTransaction(() =>
        {
            Change(message, DeliveryState.Sent, null, null);

            // What failed with the channel need not wait for its own turn once the channel is well again.
            _database.Run(
                """
                UPDATE delivery SET due = $now WHERE channel = $channel AND state = 'Waiting' AND due > $now
                  AND EXISTS (SELECT * FROM trouble WHERE trouble.channel = $channel AND held_up = 1)
                """,
                ("$channel", message.Deliveries[0].Channel),
                ("$now", _clock.GetUtcNow().UtcTicks));
            _database.Run("DELETE FROM trouble WHERE channel = $channel", ("$channel", message.Deliveries[0].Channel));
        });
    }

    /// <summary>A message was not taken, and is tried again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="words">Why.</param>
    /// <param name="due">When it is tried again; null when it is given up.</param>
    /// <param name="isOfChannel">Whether the next message would fail in the same way.</param>
    public void MarkFailed(OutgoingMessage message, string words, DateTimeOffset? due, bool isOfChannel)
    {
        ArgumentNullException.ThrowIfNull(message);
        _database.InTransaction(() =>
        {
            Change(message, due is null ? DeliveryState.GivenUp : DeliveryState.Waiting, words, due);
            _database.Run(
                """
                INSERT INTO trouble VALUES ($channel, 1, $words, $now, $held_up) ON CONFLICT (channel)
                DO UPDATE SET failures = failures + 1, words = excluded.words, held_up = max(held_up, excluded.held_up)
                """,
                ("$channel", message.Deliveries[0].Channel),
                ("$words", words),
                ("$held_up", isOfChannel ? 1 : 0),
                ("$now", _clock.GetUtcNow().UtcTicks));
        });
    }

    /// <summary>When something of a channel is due next (UTC, real time); null when nothing is.</summary>
    public DateTimeOffset? NextDue(string channel) => _database.Query(
        "SELECT min(due) FROM delivery WHERE channel = $channel AND state IN ('Waiting', 'Held')",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        ("$channel", channel)).Single();

    /// <summary>When a delivery could first have been sent; its age is counted from there.</summary>
    public DateTimeOffset FirstDue(OutgoingMessage message) => _database.Query(
        "SELECT max(first_due) FROM delivery WHERE message = $message",
        row => new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        ("$message", message.Identity)).Single();

    private string Name(Delivery first, long now)
    {
        var together = first.State is DeliveryState.Held
            ? _database.Query(
                """
                SELECT id, about, number, rule, channel, recipient, again FROM delivery WHERE rule = $rule
                  AND channel = $channel AND recipient = $recipient AND state = 'Held' AND due <= $now ORDER BY id
                LIMIT $most
                """,
                Identified,
                ("$rule", first.Rule),
                ("$channel", first.Channel),
                ("$recipient", first.Recipient),
                ("$now", now),
                ("$most", MostTogether))
            : _database.Query(
                "SELECT id, about, number, rule, channel, recipient, again FROM delivery WHERE id = $id",
                Identified,
                ("$id", first.Id));
        var identity = together is [var (_, only)]
            ? only
            : MessageIdentity.Of(first.Rule, together.Select(one => one.Identity));
        foreach (var (id, _) in together)
        {
            _database.Run("UPDATE delivery SET message = $message WHERE id = $id", ("$message", identity), ("$id", id));
        }

        return identity;
    }

    private static (long Id, string Identity) Identified(SqliteDataReader row) => (
        row.GetInt64(0),
        MessageIdentity.Of(
            row.GetString(1),
            row.GetInt32(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetInt32(6)));

    private void Change(
        OutgoingMessage message, DeliveryState state, string? words, DateTimeOffset? due) => _database.Run(
        """
        UPDATE delivery SET state = $state, words = $words, due = coalesce($due, due), changed_at = $now
        WHERE message = $message AND state = 'Sending'
        """,
        ("$message", message.Identity),
        ("$state", state.ToString()),
        ("$words", words),
        ("$due", due?.UtcTicks),
        ("$now", _clock.GetUtcNow().UtcTicks));
}
