using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A web socket as a connection of pipes.</summary>
internal sealed class WebSocketConnection : ConnectionContext
{
    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _sending;
    private readonly Task _receiving;
    private readonly Pipe _toApplication = new();
    private readonly Pipe _toSocket = new();

    public WebSocketConnection(ClientWebSocket socket)
    {
        _socket = socket;
        Transport = new Duplex(_toApplication.Reader, _toSocket.Writer);
        ConnectionClosed = _closed.Token;
        _sending = SendAsync();
        _receiving = ReceiveAsync();
    }

    public override string ConnectionId { get; set; } = "test";

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    public override void Abort(ConnectionAbortedException abortReason) => _socket.Abort();

    public override async ValueTask DisposeAsync()
    {
        await _toSocket.Writer.CompleteAsync();
        await _sending;
        _socket.Abort();

        // Nobody reads any more: what waits for room would wait for ever.
        _toApplication.Writer.CancelPendingFlush();
        await _receiving;
        _socket.Dispose();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task SendAsync()
    {
        while (true)
        {
            var read = await _toSocket.Reader.ReadAsync();
            foreach (var part in read.Buffer)
            {
                await _socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }

            _toSocket.Reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_toApplication.Writer.GetMemory(4096), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                _toApplication.Writer.Advance(received.Count);
                if ((await _toApplication.Writer.FlushAsync()).IsCanceled)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (
            exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server or this test has cut the line: the reader sees its end.
        }

        await _toApplication.Writer.CompleteAsync();
        await _closed.CancelAsync();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
