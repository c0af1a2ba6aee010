using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MseControlCentre.Feeds.Tests.Support;

/// <summary>
/// A small MLLP client that can also misbehave. Every wait is bounded, so that a missing answer fails a test.
/// </summary>
internal sealed class MllpClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<byte> _pending = [];

    public static async Task<MllpClient> ConnectAsync(int port)
    {
        var client = new MllpClient();
        client._socket.NoDelay = true;
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    /// <summary>Whether the server closes a new connection at once. The reset may come before or after the connect returns.</summary>
    public static async Task<bool> IsRefusedAsync(int port)
    {
        try
        {
            using var client = await ConnectAsync(port);
            return await client.ReceiveAsync() is null;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public static byte[] Frame(string message) => Frame(Encoding.UTF8.GetBytes(message));

    public static byte[] Frame(byte[] message) => [0x0B, .. message, 0x1C, 0x0D];

    public async Task<string> ExchangeAsync(string message)
    {
        await SendAsync(Frame(message));
        return await ReceiveAsync() ?? throw new InvalidOperationException("The connection closed without an answer.");
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes)..];
        }
    }

    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer's text; null when the connection was closed.</summary>
    public async Task<string?> ReceiveAsync() => await ReceiveBytesAsync() is { } bytes
        ? Encoding.UTF8.GetString(bytes) : null;

    public async Task<byte[]?> ReceiveBytesAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var buffer = new byte[4096];
        while (true)
        {
            for (var end = 1; end < _pending.Count; end++)
            {
                if (_pending[end - 1] == 0x1C && _pending[end] == 0x0D)
                {
                    var frame = _pending.Take(end - 1).Skip(1).ToArray();
                    _pending.RemoveRange(0, end + 1);
                    return frame;
                }
            }

            int read;
            try
            {
                read = await _socket.ReceiveAsync(buffer, patience.Token);
            }
            catch (SocketException)
            {
                return null;
            }

            if (read == 0)
            {
                return null;
            }

            _pending.AddRange(buffer.AsSpan(0, read));
        }
    }

    public void Dispose() => _socket.Dispose();
}
