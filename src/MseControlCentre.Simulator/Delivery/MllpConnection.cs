using System.Net.Sockets;
using System.Text;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>An answer: <c>MSA|AA|B00000042</c>, with an <c>ERR</c> segment when it refuses.</summary>
/// <param name="Code">MSA-1.</param>
/// <param name="Reason">What the answer says about why, cut short.</param>
public sealed record Acknowledgement(string Code, string Reason)
{
    /// <summary>Whether the message is safe with the receiver.</summary>
    public bool IsAccepted => Code is "AA" or "CA";
}

/// <summary>One MLLP connection.</summary>
internal sealed class MllpConnection : IDisposable
{
    private const byte Start = 0x0B;
    private const byte End = 0x1C;
    private const byte Return = 0x0D;
    private const int LongestAnswer = 65536;
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly byte[] _buffer = new byte[4096];
    private int _read;
    private int _filled;

    private MllpConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    public static async Task<MllpConnection> OpenAsync(string host, int port, CancellationToken cancellation)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(host, port, cancellation);
            return new MllpConnection(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public async Task SendAsync(string message, CancellationToken cancellation)
    {
        var frame = new byte[Encoding.UTF8.GetMaxByteCount(message.Length) + 3];
        frame[0] = Start;
        var length = 1 + Encoding.UTF8.GetBytes(message, frame.AsSpan(1));
        frame[length++] = End;
        frame[length++] = Return;
        await _stream.WriteAsync(frame.AsMemory(0, length), cancellation);
    }

    /// <summary>Waits for the answer to a message; answers to others (late ones) are passed over.</summary>
    public async Task<Acknowledgement> ReceiveAnswerAsync(string controlId, CancellationToken cancellation)
    {
        while (true)
        {
            var segments = (await ReceiveAsync(cancellation)).Split('\r', StringSplitOptions.RemoveEmptyEntries);
            var msa = Array.Find(segments, segment => segment.StartsWith("MSA|", StringComparison.Ordinal))?.Split('|')
                ?? throw new InvalidDataException("The answer has no MSA segment.");
            if (msa.Length < 3 || string.Equals(msa[2], controlId, StringComparison.Ordinal))
            {
                var err = Array.Find(segments, segment => segment.StartsWith("ERR|", StringComparison.Ordinal)) ?? "";
                return new Acknowledgement(msa.ElementAtOrDefault(1) ?? "", err.Length > 200 ? err[..200] : err);
            }
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellation)
    {
        var answer = new List<byte>(256);
        while (await NextAsync(cancellation) != Start)
        {
            // What lies between frames is no answer.
        }

        while (true)
        {
            var one = await NextAsync(cancellation);
            if (one == End)
            {
                return Encoding.UTF8.GetString([.. answer]);
            }

            answer.Add(one);
            if (answer.Count > LongestAnswer)
            {
                throw new InvalidDataException($"An answer is longer than {LongestAnswer} bytes.");
            }
        }
    }

    private async ValueTask<byte> NextAsync(CancellationToken cancellation)
    {
        if (_read == _filled)
        {
            _filled = await _stream.ReadAsync(_buffer, cancellation);
            _read = 0;
            if (_filled == 0)
            {
                throw new IOException("The receiver closed the connection.");
            }
        }

        return _buffer[_read++];
    }
}
