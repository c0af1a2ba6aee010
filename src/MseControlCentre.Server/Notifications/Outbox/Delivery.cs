using MseControlCentre.Server.Notifications.Announcements;

namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>What became of a delivery so far.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, or to be tried again.</summary>
    Waiting,

    /// <summary>It waits for the end of quiet hours.</summary>
    Held,

    /// <summary>
    /// It is being sent now; after a crash it is not known whether it arrived, and it is sent again. A browser has not
    /// answered yet.
    /// </summary>
    Sending,

    /// <summary>The mail server or the webhook has taken it, or the browser has shown it.</summary>
    Sent,

    /// <summary>It is not tried any more.</summary>
    GivenUp,
}

/// <summary>A delivery that is due to be made: one step, for one rule, to one recipient.</summary>
/// <param name="Announcement">What is told.</param>
/// <param name="Rule">Identity of the rule.</param>
/// <param name="For">Whom the rule is for, in words.</param>
/// <param name="Channel">Identity of the channel.</param>
/// <param name="Recipient">The mail address; the channel's identity for a webhook; the account for a browser.</param>
/// <param name="Due">When it may be sent (UTC, real time).</param>
/// <param name="State">
/// <see cref="DeliveryState.Waiting"/>, <see cref="DeliveryState.Held"/>, given up when it came too late, or
/// <see cref="DeliveryState.Sending"/> when a browser is about to get it.
/// </param>
/// <param name="Words">Why it was given up; null when it was not.</param>
public sealed record NewDelivery(
    Announcement Announcement,
    string Rule,
    string For,
    string Channel,
    string Recipient,
    DateTimeOffset Due,
    DeliveryState State,
    string? Words = null);

/// <summary>A delivery as the outbox holds it. Times are real time, those of the announcement the board's.</summary>
/// <param name="Id">Its place in the outbox; later ones are higher.</param>
/// <param name="Announcement">What is told.</param>
/// <param name="Rule">Identity of the rule.</param>
/// <param name="For">Whom the rule is for, in words.</param>
/// <param name="Channel">Identity of the channel.</param>
/// <param name="Recipient">The mail address; the channel's identity for a webhook; the account for a browser.</param>
/// <param name="State">What became of it.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Words">Why the last try failed, or why it was given up; null for neither.</param>
/// <param name="Due">When it is tried next.</param>
/// <param name="ChangedAt">When it was made, last tried, sent or given up.</param>
/// <param name="Message">Identity of the message that carries it; null before the first try.</param>
/// <param name="IsOneOfSeveral">Whether what was held in quiet hours is told in one message.</param>
public sealed record Delivery(
    long Id,
    Announcement Announcement,
    string Rule,
    string For,
    string Channel,
    string Recipient,
    DeliveryState State,
    int Tries,
    string? Words,
    DateTimeOffset Due,
    DateTimeOffset ChangedAt,
    string? Message,
    bool IsOneOfSeveral);

/// <summary>A message that is to be sent: one delivery, or what was held for one recipient in quiet hours.</summary>
/// <param name="Identity">Its identity, the same however often it is sent.</param>
/// <param name="Deliveries">What it carries, oldest first.</param>
public sealed record OutgoingMessage(string Identity, IReadOnlyList<Delivery> Deliveries)
{
    /// <summary>How often it was tried, this time included.</summary>
    public int Tries => Deliveries.Max(delivery => delivery.Tries);

    /// <summary>Whom it goes to.</summary>
    public string Recipient => Deliveries[0].Recipient;
}

/// <summary>How a channel does.</summary>
/// <param name="Channel">Its identity.</param>
/// <param name="Failures">Tries that failed since the last that did not.</param>
/// <param name="Words">Why the last one failed.</param>
/// <param name="Since">When the first of them failed (UTC, real time).</param>
public sealed record ChannelTrouble(string Channel, int Failures, string Words, DateTimeOffset Since);
