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

    private const string NotEnded = "'Waiting', 'Held', 'Sending'";

    private readonly OutboxDatabase _database;
    private readonly TimeProvider _clock;

    private DeliveryOutbox(OutboxDatabase database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        Outgoing = new OutgoingMessages(database, clock);
        Browsers = new BrowserOffers(database, clock);
    }

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
        return new DeliveryOutbox(await new OutboxOpening(path, messageAt, end, clock).RunAsync(), clock);
    }

    /// <summary>What leaves by mail and webhook.</summary>
    public OutgoingMessages Outgoing { get; }

    /// <summary>What people's browsers show.</summary>
    public BrowserOffers Browsers { get; }

    /// <summary>The newest entry of the journal that it knows: sequence and message.</summary>
    public (long Sequence, string Message) Reached => OutboxRows.Reached(_database);

    /// <summary>When it was begun (real time), and why, when there was one before that could not be used.</summary>
    public (DateTimeOffset At, string? Words) Origin => _database.Query(
        "SELECT began_at, words FROM reached",
        row => (new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero), row.IsDBNull(1) ? null : row.GetString(1)))
        .Single();

    /// <summary>
    /// Adds the deliveries of an entry and moves on behind it, both or neither. What is there already is left as it is.
    /// </summary>
    public void Add(IReadOnlyList<NewDelivery> deliveries, long sequence, string message)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        _database.InTransaction(() =>
        {
            OutboxRows.AddTo(_database, deliveries, _clock.GetUtcNow());
            _database.Run(
                "UPDATE reached SET sequence = $sequence, message = $message",
                ("$sequence", sequence),
                ("$message", message));
        });
    }

    /// <summary>
    /// Gives up what the settings no longer have a channel, rule or recipient for; to be called before anything is
    /// sent, since what was being sent when the server stopped is given up too.
    /// </summary>
    public void GiveUpUnknown(NotificationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        const string Words = "The notifications file no longer names this rule, channel or recipient.";
        foreach (var (rule, channel, recipient) in _database.Query(
            "SELECT DISTINCT rule, channel, recipient FROM delivery "
            + $"WHERE state IN ({NotEnded}) AND channel <> '{BrowserOffers.Channel}'",
            row => (row.GetString(0), row.GetString(1), row.GetString(2))))
        {
            if (settings.Rule(rule) is not { } known
                || !string.Equals(known.Channel, channel, StringComparison.Ordinal)
                || !known.Recipients.Contains(recipient, StringComparer.Ordinal))
            {
                _database.Run(
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

        _database.Run($"DELETE FROM trouble WHERE channel NOT IN (SELECT DISTINCT channel FROM delivery)");
    }

    /// <summary>Lets go of what ended long ago.</summary>
    public void Release() => _database.Run(
        "DELETE FROM delivery WHERE state IN ('Sent', 'GivenUp') AND changed_at < $before",
        ("$before", (_clock.GetUtcNow() - Kept).UtcTicks));

    /// <summary>Deliveries, newest first.</summary>
    /// <param name="state">In this state only; null for every.</param>
    /// <param name="before">Before this place only; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Delivery> Find(DeliveryState? state, long? before, int most) => _database.Query(
        $"SELECT {OutboxRows.Columns} FROM delivery WHERE ($state IS NULL OR state = $state) "
        + "AND ($before IS NULL OR id < $before) ORDER BY id DESC LIMIT $most",
        OutboxRows.Read,
        ("$state", state?.ToString()),
        ("$before", before),
        ("$most", most));

    /// <summary>Deliveries of one escalation, or of whatever else is told of, oldest first.</summary>
    public IReadOnlyList<Delivery> Of(string about) => _database.Query(
        $"SELECT {OutboxRows.Columns} FROM delivery WHERE about = $about ORDER BY number, id",
        OutboxRows.Read,
        ("$about", about));

    /// <summary>Channels whose last tries failed.</summary>
    public IReadOnlyList<ChannelTrouble> Troubles() => _database.Query(
        "SELECT channel, failures, words, since FROM trouble ORDER BY channel",
        row => new ChannelTrouble(
            row.GetString(0), row.GetInt32(1), row.GetString(2), new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero)));

    /// <summary>
    /// Sends a delivery again that was given up, or now what waits. One that was sent gets an identity of its own,
    /// since the receiver would pass over what it knows. False when there is no such delivery, or it is being sent.
    /// </summary>
    public bool SendAgain(long id) => _database.Run(
        $"""
        UPDATE delivery SET again = again + (state = 'Sent'),
          message = CASE WHEN state = 'Sent' OR (SELECT count(*) FROM delivery AS other
            WHERE other.message = delivery.message) > 1 THEN NULL ELSE message END,
          state = 'Waiting', tries = 0, words = NULL, first_due = $now, due = $now, changed_at = $now
        WHERE id = $id AND state <> 'Sending' AND channel <> '{BrowserOffers.Channel}'
        """,
        ("$id", id),
        ("$now", _clock.GetUtcNow().UtcTicks)) > 0;

    /// <summary>Gives a delivery up. False when there is none that waits.</summary>
    public bool GiveUp(long id, string words) => _database.Run(
        $"""
        UPDATE delivery SET state = 'GivenUp', words = $words, changed_at = $now
        WHERE id = $id AND state IN ('Waiting', 'Held') AND channel <> '{BrowserOffers.Channel}'
        """,
        ("$id", id),
        ("$words", words),
        ("$now", _clock.GetUtcNow().UtcTicks)) > 0;

    /// <inheritdoc />
    public void Dispose() => _database.Dispose();
}
