namespace MseControlCentre.Feeds.Quarantine;

/// <summary>
/// What people are shown of a quarantined message: who sent it when, what kind it is, and why it was not taken. It has
/// nothing of what was sent.
/// </summary>
/// <param name="Id">Identity of the entry.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
/// <param name="Door">Which door it came through.</param>
/// <param name="Feed">The feed; null when the sender is no feed of the network.</param>
/// <param name="Type">Message type or kind of event.</param>
/// <param name="Reason">Why: the field, the shape of what was found, what was expected.</param>
/// <param name="Connection">Network address it came from, when known.</param>
/// <param name="NeedsSender">Whether only its sender can mend it, and no replay.</param>
public sealed record QuarantineHead(
    string Id,
    DateTimeOffset ReceivedAt,
    FeedDoor Door,
    string? Feed,
    string Type,
    Rejection Reason,
    string? Connection,
    bool NeedsSender)
{
    internal static QuarantineHead Of(QuarantineEntry entry) => new(
        entry.Id,
        entry.ReceivedAt,
        entry.Door,
        entry.Feed,
        entry.Type,
        entry.Reason,
        entry.Connection,
        entry.NeedsSender);
}
