using MseControlCentre.Feeds.Credentials;
using MseControlCentre.Feeds.Hl7v2.Framing;
using MseControlCentre.Feeds.Monitoring;

namespace MseControlCentre.Feeds.Hl7v2;

/// <summary>
/// One MLLP connection at the HL7 door. Remembers which feeds were heard on it, at most those of the network.
/// </summary>
internal sealed class Hl7Conversation(
    Hl7Intake intake, FeedMonitor monitor, string? connection, FeedSender? sender, Rejection? bar) : IFrameConversation
{
    private readonly HashSet<string> _feeds = new(StringComparer.Ordinal);

    public Rejection? Bar => bar;

    public Task<ReadOnlyMemory<byte>> ReceiveAsync(ReadOnlyMemory<byte> frame) =>
        intake.ReceiveAsync(frame, connection, Heard, sender);

    public ReadOnlyMemory<byte> Refuse(Rejection reason) => intake.Refuse(reason);

    public void SkippedBytes(long count)
    {
        if (count > 0)
        {
            monitor.Strayed(count);
        }
    }

    public void Dispose()
    {
        foreach (var feed in _feeds)
        {
            monitor.Disconnected(feed);
        }
    }

    private void Heard(string feed)
    {
        if (_feeds.Add(feed))
        {
            monitor.Connected(feed);
        }
    }
}
