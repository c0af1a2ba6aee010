namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>
/// What the outbox offers to people's browsers, and what they have answered. What is written is durable when a method
/// returns.
/// </summary>
public sealed class BrowserOffers
{
    /// <summary>
    /// The channel and rule of what people's browsers show: no identity that a notifications file can give.
    /// </summary>
    public const string Channel = "browser:";

    private readonly OutboxDatabase _database;
    private readonly TimeProvider _clock;

    internal BrowserOffers(OutboxDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Adds what browsers are to show. What is there already is left as it is.</summary>
    public void Add(IReadOnlyList<NewDelivery> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        _database.InTransaction(() => OutboxRows.AddTo(_database, offered, _clock.GetUtcNow()));
    }

    /// <summary>
    /// Says what a reader's browser did with a step. What it has shown stays shown, whatever another of theirs says.
    /// False when nothing of the kind was offered, or nothing changes.
    /// </summary>
    public bool Answer(
        string about,
        int number,
        string reader,
        DeliveryState state,
        string? words,
        DateTimeOffset? until) => _database.Run(
        $"""
        UPDATE delivery SET state = $state, words = $words, due = coalesce($until, due), changed_at = $now
        WHERE about = $about AND number = $number AND channel = '{Channel}' AND recipient = $reader
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
    public void GiveUpUnanswered(DateTimeOffset by, string words) => _database.Run(
        $"""
        UPDATE delivery SET state = 'GivenUp', words = $words, changed_at = $now
        WHERE channel = '{Channel}' AND state IN ('Sending', 'Held') AND due < $by
        """,
        ("$by", by.UtcTicks),
        ("$words", words),
        ("$now", _clock.GetUtcNow().UtcTicks));
}
