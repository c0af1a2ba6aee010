using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>Sends the messages of one feed in order, until each is acknowledged or refused.</summary>
public interface ISender
{
    /// <summary>What became of its messages.</summary>
    SenderCounts Counts { get; }

    /// <summary>Messages accepted for sending and not yet acknowledged.</summary>
    int Waiting { get; }

    /// <summary>Takes a message in; waits while the queue is full, so that memory stays bounded.</summary>
    ValueTask EnqueueAsync(OutgoingMessage message, CancellationToken cancellation);

    /// <summary>Sends until the queue is completed and empty, or until cancelled.</summary>
    Task RunAsync(CancellationToken cancellation);

    /// <summary>Loses its connection before the next message.</summary>
    void Reconnect();

    /// <summary>No more messages will come.</summary>
    void Complete();
}
