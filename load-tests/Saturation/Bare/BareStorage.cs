namespace MseControlCentre.Saturation.Bare;

/// <summary>The store of a bare server, or none.</summary>
internal sealed class BareStorage(BareStore? store)
{
    /// <summary>Whether messages are kept at all.</summary>
    public bool IsDurable => store is not null;

    /// <summary>Completes when the messages are durable; at once when nothing is kept.</summary>
    public Task KeepAsync(IReadOnlyList<BareMessage> messages) => store?.AppendAsync(messages) ?? Task.CompletedTask;
}
