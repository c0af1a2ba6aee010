using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace MseControlCentre.Feeds.Hl7v2.Framing;

/// <summary>
/// MLLP on Kestrel: one call for each connection, for as long as it is open. Use with <c>UseConnectionHandler</c>.
/// </summary>
public sealed class MllpConnectionHandler : ConnectionHandler
{
    private readonly IFrameReceiver _receiver;
    private readonly FeedLimits _limits;
    private readonly TimeProvider _time;
    private int _open;

    /// <summary>Creates the handler.</summary>
    /// <param name="receiver">Where frames go.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="time">
    /// Clock for the time a frame may take. Real time, also on a simulated day: it guards sockets.
    /// </param>
    public MllpConnectionHandler(IFrameReceiver receiver, FeedLimits limits, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _receiver = receiver;
        _limits = limits;
        _time = time;
    }

    /// <summary>Connections open now.</summary>
    public int OpenConnections => Volatile.Read(ref _open);

    /// <inheritdoc />
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        try
        {
            if (Interlocked.Increment(ref _open) > _limits.MaxConnections)
            {
                _receiver.Refused();
                connection.Abort(new ConnectionAbortedException("As many MLLP connections are open as are allowed."));
                return;
            }

            var certificate = connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate;
            using var conversation = _receiver.Open(connection.RemoteEndPoint, certificate);
            if (conversation.Bar is { } reason)
            {
                connection.Transport.Output.Write(conversation.Refuse(reason).Span);
                await new MllpFarewell(connection, _limits, _time).RunAsync();
                return;
            }

            await new MllpSession(connection, conversation, _limits, _time).RunAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
