namespace MseControlCentre.Server.Notifications.Outbox;

/// <summary>The outbox of this server, which is opened before the server begins.</summary>
public sealed class OpenOutbox : IDisposable
{
    private DeliveryOutbox? _value;

    /// <summary>The outbox.</summary>
    /// <exception cref="InvalidOperationException">It has not been opened yet.</exception>
    public DeliveryOutbox Value =>
        _value ?? throw new InvalidOperationException("The outbox is asked for before it was opened.");

    /// <summary>Takes it.</summary>
    public void Take(DeliveryOutbox outbox) => _value = outbox;

    /// <inheritdoc />
    public void Dispose() => _value?.Dispose();
}
