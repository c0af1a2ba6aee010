using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>Where a connection's frames go. Knows nothing of sockets.</summary>
public interface IFrameReceiver
{
    /// <summary>A connection was opened.</summary>
    /// <param name="remote">Where it comes from.</param>
    /// <param name="certificate">The client certificate that it has proved to hold; null when there is none.</param>
    IFrameConversation Open(EndPoint? remote, X509Certificate2? certificate);

    /// <summary>A connection was refused because as many are open as are allowed.</summary>
    void Refused();
}

/// <summary>
/// One connection's frames. Called by one thread at a time, in the order of the frames; the answers are sent in the
/// same order.
/// </summary>
public interface IFrameConversation : IDisposable
{
    /// <summary>Why it may not send anything; null when it may. It is told so and the connection is closed.</summary>
    Rejection? Bar { get; }

    /// <summary>
    /// Takes a frame. What must keep its order is done before the method returns; the task completes when the answer
    /// may be sent. Never fails.
    /// </summary>
    /// <param name="frame">The frame; the array is the receiver's to keep.</param>
    /// <returns>The answer's bytes, with their framing; empty when there is nothing to say.</returns>
    Task<ReadOnlyMemory<byte>> ReceiveAsync(ReadOnlyMemory<byte> frame);

    /// <summary>The answer to bytes that make no frame; they are counted under the reason.</summary>
    ReadOnlyMemory<byte> Refuse(Rejection reason);

    /// <summary>Bytes between frames were skipped.</summary>
    void SkippedBytes(long count);
}
