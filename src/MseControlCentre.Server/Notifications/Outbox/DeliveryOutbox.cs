using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>
/// Every message that is to leave or has left, in a file that outlives a crash. What is written is durable when a
/// method returns.
/// </summary>
public sealed class DeliveryOutbox : IDisposable
{
    /// <summary>How long a delivery is kept after its end.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>
    /// Deliveries that leave as one message at most. Microsoft Teams takes none over 28 KB ("Create an Incoming
    /// Webhook", Microsoft Learn); a step takes less than 1 KB of a card.
    /// </summary>
    public const int MostTogether = 20;

    /// <summary>
    /// The channel and rule of what people's browsers show: no identity that a notifications file can give.
    /// </summary>
    public const string Browser = "browser:";

    private const string NotEnded = "'Waiting', 'Held', 'Sending'";

    // Codes of SQLite for a file that is not what it should be; a disk that is full is another matter.
    private const int Error = 1;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    private DeliveryOutbox(SqliteConnection connection, TimeProvider clock) =>
        (_connection, _clock) = (connection, clock);

    /// <summary>
    /// Opens the outbox of a journal. A new one begins at the journal's end: nobody is told of what was before it. One
    /// that is damaged or of another journal is put aside, and a new one is made; what it still had to send is not
    /// sent, and <see cref="Origin"/> says so.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="messageAt">
    /// Says what message the journal holds at a sequence; null when it holds none there.
    /// </param>
    /// <param name="end">Sequence of the journal's last entry.</param>
    /// <param name="clock">Real time.</param>
    public static async Task<DeliveryOutbox> OpenAsync(
        string path, Func<long, Task<string?>> messageAt, long end, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(messageAt);
        ArgumentNullException.ThrowIfNull(clock);
        string? why = null;
        try
        {
            var (connection, isNew) = OutboxFile.Open(path);
            var outbox = new DeliveryOutbox(connection, clock);
            if (isNew)
            {
                outbox.Begin(end, await messageAt(end), null);
                return outbox;
            }

            var (sequence, message) = outbox.Reached;
            if (sequence == 0 || string.Equals(await messageAt(sequence), message, StringComparison.Ordinal))
            {
                return outbox;
            }

            why = "belonged to another journal";
            outbox.Dispose();
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 0 or Error or Corrupt or NotADatabase)
        {
            why = $"could not be read ({damaged.Message})";
        }

        var aside = OutboxFile.PutAside(path, clock.GetUtcNow());
        var anew = new DeliveryOutbox(OutboxFile.Open(path).Connection, clock);
        anew.Begin(
            end,
            await messageAt(end),
            $"The record before {why} and was put aside as {aside}; what it still had to send was not sent.");
        return anew;
    }

    /// <summary>The newest entry of the journal that it knows: sequence and message.</summary>
    public (long Sequence, string Message) Reached => Query(
        "SELECT sequence, message FROM reached", row => (row.GetInt64(0), row.GetString(1))).Single();

    /// <summary>When it was begun (real time), and why, when there was one before that could not be used.</summary>
    public (DateTimeOffset At, string? Words) Origin => Query(
        "SELECT began_at, words FROM reached",
        row => (new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), row.IsDBNull(1) ? null : row.GetString(1)))
        .Single();

    /// <summary>
    /// Adds the deliveries of an entry and moves on behind it, both or neither. What is there already is left as it is.
    /// </summary>
    public void Add(IReadOnlyList<NewDelivery> deliveries, long sequence, string message)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var one in deliveries)
            {
                Run(OutboxRows.Add, OutboxRows.ValuesOf(one, _clock.GetUtcNow()));
            }

            Run(
                "UPDATE reached SET sequence = $sequence, message = $message",
                ("$sequence", sequence),
                ("$message", message));
            transaction.Commit();
        }
    }

    /// <summary>Adds what browsers are to show. What is there already is left as it is.</summary>
    public void Offer(IReadOnlyList<NewDelivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var one in deliveries)
            {
                Run(OutboxRows.Add, OutboxRows.ValuesOf(one, _clock.GetUtcNow()));
            }

            transaction.Commit();
        }
    }

    /// <summary>
    /// Says what a reader's browser did with a step. What it has shown stays shown, whatever another of theirs says.
    /// False when nothing of the kind was offered, or nothing changes.
    /// </summary>
    public bool Answer(
        string about, int number, string reader, DeliveryState state, string? words, DateTimeOffset? until) => RunAlone(
        $"""
        UPDATE delivery SET state = $state, words = $words, due = coalesce($until, due), changed_at = $now
        WHERE about = $about AND number = $number AND channel = '{Browser}' AND recipient = $reader
          AND state IN ('Sending', 'Held', 'GivenUp') AND state <> $state
        """,
        ("$about", about),
        ("$number", number),
        ("$reader", reader),
        ("$state", state.ToString()),
        ("$words", words),
        ("$until", until?.UtcTicks),
        ("$now", _clock.GetUtcNow().UtcTicks)) > 0;

    /// <summary>Gives up what browsers were to show by an instant, and have not answered.</summary>
    public void GiveUpUnanswered(DateTimeOffset by, string words) => RunAlone(
        $"""
        UPDATE delivery SET state = 'GivenUp', words = $words, changed_at = $now
        WHERE channel = '{Browser}' AND state IN ('Sending', 'Held') AND due < $by
        """,
        ("$by", by.UtcTicks),
        ("$words", words),
        ("$now", _clock.GetUtcNow().UtcTicks));

    /// <summary>
    /// The next message of a channel that is due, marked as being sent; null when none is. What was held for one
    /// recipient by one rule leaves together.
    /// </summary>
    public OutgoingMessage? Take(string channel)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var now = _clock.GetUtcNow().UtcTicks;
            var first = Query(
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
            Run(
                "UPDATE delivery SET state = 'Sending', tries = tries + 1, changed_at = $now "
                + "WHERE message = $message AND state IN ('Waiting', 'Held')",
                ("$message", identity),
                ("$now", now));
            transaction.Commit();
            return new OutgoingMessage(identity, Query(
                $"SELECT {OutboxRows.Columns} FROM delivery WHERE message = $message AND state = 'Sending' "
                + "ORDER BY at, id",
                OutboxRows.Read,
                ("$message", identity)));
        }
    }

    /// <summary>
    /// Makes what was being sent wait again, when nothing of the channel is: whether it was taken is not known, so that
    /// it is sent again, under the identity that it had.
    /// </summary>
    public void TakeBack(string channel) => RunAlone(
        "UPDATE delivery SET state = 'Waiting', due = $now WHERE channel = $channel AND state = 'Sending'",
        ("$channel", channel),
        ("$now", _clock.GetUtcNow().UtcTicks));

    /// <summary>The receiver has taken a message.</summary>
    public void MarkSent(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            Change(message, DeliveryState.Sent, null, null);

            // What failed with the channel need not wait for its own turn once the channel is well again.
            Run(
                """
                UPDATE delivery SET due = $now WHERE channel = $channel AND state = 'Waiting' AND due > $now
                  AND EXISTS (SELECT * FROM trouble WHERE trouble.channel = $channel AND held_up = 1)
                """,
                ("$channel", message.Deliveries[0].Channel),
                ("$now", _clock.GetUtcNow().UtcTicks));
            Run("DELETE FROM trouble WHERE channel = $channel", ("$channel", message.Deliveries[0].Channel));
            transaction.Commit();
        }
    }

    /// <summary>A message was not taken, and is tried again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="words">Why.</param>
    /// <param name="due">When it is tried again; null when it is given up.</param>
    /// <param name="isOfChannel">Whether the next message would fail in the same way.</param>
    public void MarkFailed(OutgoingMessage message, string words, DateTimeOffset? due, bool isOfChannel)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            Change(message, due is null ? DeliveryState.GivenUp : DeliveryState.Waiting, words, due);
            Run(
                """
                INSERT INTO trouble VALUES ($channel, 1, $words, $now, $held_up) ON CONFLICT (channel)
                DO UPDATE SET failures = failures + 1, words = excluded.words, held_up = max(held_up, excluded.held_up)
                """,
                ("$channel", message.Deliveries[0].Channel),
                ("$words", words),
                ("$held_up", isOfChannel ? 1 : 0),
                ("$now", _clock.GetUtcNow().UtcTicks));
            transaction.Commit();
        }
    }

    /// <summary>When something of a channel is due next (UTC, real time); null when nothing is.</summary>
    public DateTimeOffset? NextDue(string channel) => Query(
        "SELECT min(due) FROM delivery WHERE channel = $channel AND state IN ('Waiting', 'Held')",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        ("$channel", channel)).Single();

    /// <summary>When a delivery could first have been sent; its age is counted from there.</summary>
    public DateTimeOffset FirstDue(OutgoingMessage message) => Query(
        "SELECT max(first_due) FROM delivery WHERE message = $message",
        row => new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
        ("$message", message.Identity)).Single();

    /// <summary>
    /// Gives up what the settings no longer have a channel, rule or recipient for; to be called before anything is
    /// sent, since what was being sent when the server stopped is given up too.
    /// </summary>
    public void GiveUpUnknown(NotificationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        const string Words = "The notifications file no longer names this rule, channel or recipient.";
        foreach (var (rule, channel, recipient) in Query(
            "SELECT DISTINCT rule, channel, recipient FROM delivery "
            + $"WHERE state IN ({NotEnded}) AND channel <> '{Browser}'",
            row => (row.GetString(0), row.GetString(1), row.GetString(2))))
        {
            if (settings.Rule(rule) is not { } known
                || !string.Equals(known.Channel, channel, StringComparison.Ordinal)
                || !known.Recipients.Contains(recipient, StringComparer.Ordinal))
            {
                RunAlone(
                    $"""
                    UPDATE delivery SET state = 'GivenUp', words = $words, changed_at = $now WHERE rule = $rule
                      AND channel = $channel AND recipient = $recipient AND state IN ({NotEnded})
                    """,
                    ("$rule", rule),
                    ("$channel", channel),
                    ("$recipient", recipient),
                    ("$words", Words),
                    ("$now", _clock.GetUtcNow().UtcTicks));
            }
        }

        RunAlone($"DELETE FROM trouble WHERE channel NOT IN (SELECT DISTINCT channel FROM delivery)");
    }

    /// <summary>Lets go of what ended long ago.</summary>
    public void Release() => RunAlone(
        "DELETE FROM delivery WHERE state IN ('Sent', 'GivenUp') AND changed_at < $before",
        ("$before", (_clock.GetUtcNow() - Kept).UtcTicks));

    /// <summary>Deliveries, newest first.</summary>
    /// <param name="state">In this state only; null for every.</param>
    /// <param name="before">Before this place only; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Delivery> Find(DeliveryState? state, long? before, int most) => Query(
        $"SELECT {OutboxRows.Columns} FROM delivery WHERE ($state IS NULL OR state = $state) "
        + "AND ($before IS NULL OR id < $before) ORDER BY id DESC LIMIT $most",
        OutboxRows.Read,
        ("$state", state?.ToString()),
        ("$before", before),
        ("$most", most));

    /// <summary>Deliveries of one escalation, or of whatever else is told of, oldest first.</summary>
    public IReadOnlyList<Delivery> Of(string about) => Query(
        $"SELECT {OutboxRows.Columns} FROM delivery WHERE about = $about ORDER BY number, id",
        OutboxRows.Read,
        ("$about", about));

    /// <summary>Channels whose last tries failed.</summary>
    public IReadOnlyList<ChannelTrouble> Troubles() => Query(
        "SELECT channel, failures, words, since FROM trouble ORDER BY channel",
        row => new ChannelTrouble(
            row.GetString(0), row.GetInt32(1), row.GetString(2), new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero)));

    /// <summary>
    /// Sends a delivery again that was given up, or now what waits. One that was sent gets an identity of its own,
    /// since the receiver would pass over what it knows. False when there is no such delivery, or it is being sent.
    /// </summary>
    public bool SendAgain(long id) => RunAlone(
        $"""
        UPDATE delivery SET again = again + (state = 'Sent'),
          message = CASE WHEN state = 'Sent' OR (SELECT count(*) FROM delivery AS other
            WHERE other.message = delivery.message) > 1 THEN NULL ELSE message END,
          state = 'Waiting', tries = 0, words = NULL, first_due = $now, due = $now, changed_at = $now
        WHERE id = $id AND state <> 'Sending' AND channel <> '{Browser}'
        """,
        ("$id", id),
        ("$now", _clock.GetUtcNow().UtcTicks)) > 0;

    /// <summary>Gives a delivery up. False when there is none that waits.</summary>
    public bool GiveUp(long id, string words) => RunAlone(
        $"""
        UPDATE delivery SET state = 'GivenUp', words = $words, changed_at = $now
        WHERE id = $id AND state IN ('Waiting', 'Held') AND channel <> '{Browser}'
        """,
        ("$id", id),
        ("$words", words),
        ("$now", _clock.GetUtcNow().UtcTicks)) > 0;

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    private void Begin(long end, string? message, string? words) => RunAlone(
        "INSERT INTO reached VALUES (1, $sequence, $message, $now, $words)",
        ("$sequence", end),
        ("$message", message ?? string.Empty),
        ("$words", words),
        ("$now", _clock.GetUtcNow().UtcTicks));

    private string Name(Delivery first, long now)
    {
        var together = first.State is DeliveryState.Held
            ? Query(
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
            : Query(
                "SELECT id, about, number, rule, channel, recipient, again FROM delivery WHERE id = $id",
                Identified,
                ("$id", first.Id));
        var identity = together is [var (_, only)]
            ? only
            : MessageIdentity.Of(first.Rule, together.Select(one => one.Identity));
        foreach (var (id, _) in together)
        {
            Run("UPDATE delivery SET message = $message WHERE id = $id", ("$message", identity), ("$id", id));
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

    private void Change(OutgoingMessage message, DeliveryState state, string? words, DateTimeOffset? due) => Run(
        """
        UPDATE delivery SET state = $state, words = $words, due = coalesce($due, due), changed_at = $now
        WHERE message = $message AND state = 'Sending'
        """,
        ("$message", message.Identity),
        ("$state", state.ToString()),
        ("$words", words),
        ("$due", due?.UtcTicks),
        ("$now", _clock.GetUtcNow().UtcTicks));

    private int RunAlone(string sql, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            return Run(sql, values);
        }
    }

    private int Run(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private List<T> Query<T>(
        string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var rows = command.ExecuteReader();
            var found = new List<T>();
            while (rows.Read())
            {
                found.Add(read(rows));
            }

            return found;
        }
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
