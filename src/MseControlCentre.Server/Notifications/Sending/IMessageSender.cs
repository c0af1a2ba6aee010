using MseControlCentre.Server.Notifications.Outbox;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>Sends messages on one channel.</summary>
public interface IMessageSender
{
    /// <summary>Identity of the channel.</summary>
    string Channel { get; }

    /// <summary>Sends a message; complete when the receiver has taken it.</summary>
    /// <exception cref="DeliveryFailedException">It was not taken, or it is not known whether it was.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>
/// A message was not taken, or it is not known whether it was. The words are for people, and tell neither an address
/// nor a secret.
/// </summary>
/// <param name="words">Why, such as <c>the mail server cannot be reached</c>.</param>
/// <param name="isOfChannel">Whether the next message would fail in the same way.</param>
/// <param name="retryAfter">How long the receiver asks to be left alone; null when it does not say.</param>
/// <param name="inner">What happened.</param>
public sealed class DeliveryFailedException(
    string words, bool isOfChannel, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(words, inner)
{
    /// <summary>Whether the next message would fail in the same way.</summary>
    public bool IsOfChannel { get; } = isOfChannel;

    /// <summary>How long the receiver asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
