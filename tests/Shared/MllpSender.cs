using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MseControlCentre.Tests.Shared;

/// <summary>
/// A sender of HL7 messages over MLLP, written apart from the server's code, that can also misbehave.
/// Every wait is bounded, so that a missing answer fails a test.
/// </summary>
public sealed class MllpSender : IDisposable
{
    private static readonly TimeSpan s_patience = Eventually.Patience;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> _pending = [];

    private MllpSender()
    {
    }

    /// <summary>Connects to a port of this machine.</summary>
    public static async Task<MllpSender> ConnectAsync(int port)
    {
        var sender = new MllpSender();
        try
        {
            await sender._socket.ConnectAsync(IPAddress.Loopback, port);
            return sender;
        }
        catch
        {
            sender.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether the server closes a new connection at once. The reset may come before or after the connect returns.
    /// </summary>
    public static async Task<bool> IsRefusedAsync(int port)
    {
        try
        {
            using var sender = await ConnectAsync(port);
            return await sender.ReceiveAsync() is null;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>A message (segments ended by CR) in its frame.</summary>
    public static byte[] Frame(string message) => [0x0B, .. Encoding.UTF8.GetBytes(message), 0x1C, 0x0D];

    /// <summary>The acknowledgement code of an answer: AA, AE or AR.</summary>
    public static string CodeOf(string? answer) => SegmentOf(answer, "MSA").Split('|')[1];

    /// <summary>A segment of an answer.</summary>
    public static string SegmentOf(string? answer, string id) =>
        (answer ?? "").Split('\r').FirstOrDefault(line => line.StartsWith(id, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"The answer has no {id}: {answer}");

    /// <summary>Sends a message (segments ended by CR, UTF-8) and returns the answer's text.</summary>
    /// <exception cref="IOException">
    /// The connection was closed before the answer came: the message may or may not be durable.
    /// </exception>
    /// <exception cref="SocketException">The connection broke while sending.</exception>
    public async Task<string> SendAsync(string message)
    {
        await SendRawAsync(Frame(message));
        return await ReceiveAsync() ?? throw new IOException("The connection was closed before the answer came.");
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes)..];
        }
    }

    /// <summary>Says that nothing more will be sent; answers can still be received.</summary>
    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer's text; null when the connection was closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var buffer = new byte[4096];
        while (true)
        {
            var end = _pending.IndexOf(0x1C);
            if (end >= 0 && _pending.Count > end + 1)
            {
                var text = Encoding.UTF8.GetString([.. _pending.Take(end).Skip(1)]);
                _pending.RemoveRange(0, end + 2);
                return text;
            }

            var read = await ReadAsync(buffer, patience.Token);
            if (read == 0)
            {
                return null;
            }

            _pending.AddRange(buffer.AsSpan(0, read));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    // A reset ends a connection as an orderly close does.
    private async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await _socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
