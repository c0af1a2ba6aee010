using System.Net.Sockets;
using System.Text;

namespace MseControlCentre.Tests.Shared;

/// <summary>A sender of HL7 messages over MLLP that waits for each answer, written apart from the server's code.</summary>
public sealed class MllpSender : IDisposable
{
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly List<byte> _received = [];

    private MllpSender(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    /// <summary>Connects to a port of this machine.</summary>
    public static async Task<MllpSender> ConnectAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return new MllpSender(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message (segments ended by CR, UTF-8) and returns the answer's text.</summary>
    /// <exception cref="IOException">The connection broke before the answer came: the message may or may not be durable.</exception>
    public async Task<string> SendAsync(string message)
    {
        byte[] frame = [0x0B, .. Encoding.UTF8.GetBytes(message), 0x1C, 0x0D];
        await SendRawAsync(frame);
        return await ReceiveAsync();
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Receives one framed answer.</summary>
    public async Task<string> ReceiveAsync()
    {
        while (true)
        {
            var end = _received.IndexOf(0x1C);
            if (end >= 0 && _received.Count > end + 1)
            {
                var text = Encoding.UTF8.GetString([.. _received.Take(end).Skip(1)]);
                _received.RemoveRange(0, end + 2);
                return text;
            }

            var read = await _stream.ReadAsync(_buffer);
            if (read == 0)
            {
                throw new IOException("The connection was closed before the answer came.");
            }

            _received.AddRange(_buffer.AsSpan(0, read));
        }
    }

    /// <summary>The acknowledgement code of an answer: AA, AE or AR.</summary>
    public static string CodeOf(string answer) => answer
        .Split('\r')
        .First(segment => segment.StartsWith("MSA", StringComparison.Ordinal))
        .Split('|')[1];

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
