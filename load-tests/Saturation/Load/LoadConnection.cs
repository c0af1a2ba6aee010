using System.Buffers;
using System.Diagnostics;
using System.Net.Sockets;

namespace MseControlCentre.Saturation.Load;

/// <summary>
/// One connection in a closed loop: it keeps its requests in flight, and sends the next when an answer comes. With a
/// rate it sends when the next is due instead, and latencies run from the due time, so that a stall counts in full.
/// </summary>
internal sealed class LoadConnection(LoadOptions options, int number, IExchange exchange)
{
    private const int LargestAnswer = 256 * 1024;

    // Bound: LoadOptions.InFlight.
    private readonly Queue<long> _sentAt = new();
    private readonly ArrayBufferWriter<byte> _output = new(16 * 1024);
    private readonly byte[] _input = new byte[LargestAnswer];
    private int _received;
    private long _due;

    /// <summary>Latencies while measuring.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Events accepted while measuring.</summary>
    public long Events { get; private set; }

    /// <summary>Events refused while measuring.</summary>
    public long Refused { get; private set; }

    /// <summary>Events accepted, warm-up included.</summary>
    public long AcceptedInAll { get; private set; }

    /// <summary>The first thing that went wrong.</summary>
    public string? FirstError { get; private set; }

    /// <summary>Runs from now to the end of the measurement; timestamps are those of <see cref="Stopwatch"/>.</summary>
    public async Task RunAsync(long measureFrom, long measureTo)
    {
        using var socket = new Socket(options.Target.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        await socket.ConnectAsync(options.Target);
        var interval = options.Rate is { } rate
            ? (long)(Stopwatch.Frequency * options.Connections * options.Batch / rate)
            : 0;
        _due = Stopwatch.GetTimestamp() + (interval * number / options.Connections);
        while (Stopwatch.GetTimestamp() < measureTo)
        {
            await WaitUntilDueAsync(interval);
            while (_sentAt.Count < options.InFlight)
            {
                _sentAt.Enqueue(interval > 0 ? _due : Stopwatch.GetTimestamp());
                exchange.WriteRequest(_output);
                _due += interval;
            }

            await socket.SendAllAsync(_output.WrittenMemory);
            _output.ResetWrittenCount();
            if (!await ReceiveAsync(socket, measureFrom, measureTo))
            {
                return;
            }
        }
    }

    private async ValueTask WaitUntilDueAsync(long interval)
    {
        var wait = interval > 0 ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _due) : TimeSpan.Zero;
        if (wait > TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(wait);
        }
    }

    private async ValueTask<bool> ReceiveAsync(Socket socket, long measureFrom, long measureTo)
    {
        var answered = 0;
        while (answered == 0)
        {
            var count = await socket.ReceiveAsync(_input.AsMemory(_received));
            if (count == 0)
            {
                FirstError ??= _received == _input.Length
                    ? $"an answer of more than {LargestAnswer} bytes"
                    : "the server closed the connection";
                return false;
            }

            _received += count;
            answered = ReadAnswers(measureFrom, measureTo);
        }

        return true;
    }

    private int ReadAnswers(long measureFrom, long measureTo)
    {
        var start = 0;
        var answered = 0;
        while (start < _received && _sentAt.Count > 0)
        {
            var answer = exchange.ReadAnswer(_input.AsSpan(start, _received - start));
            if (answer.Consumed == 0)
            {
                break;
            }

            start += answer.Consumed;
            answered++;
            Count(answer, _sentAt.Dequeue(), measureFrom, measureTo);
        }

        _input.AsSpan(start, _received - start).CopyTo(_input);
        _received -= start;
        return answered;
    }

    private void Count(Answer answer, long sentAt, long measureFrom, long measureTo)
    {
        AcceptedInAll += answer.Accepted;
        FirstError ??= answer.Error;
        var now = Stopwatch.GetTimestamp();
        if (now >= measureFrom && now < measureTo)
        {
            Events += answer.Accepted;
            Refused += answer.Refused;
            Latencies.Record(Stopwatch.GetElapsedTime(sentAt, now));
        }
    }
}

/// <summary>Sending the whole of a buffer.</summary>
internal static class SocketSending
{
    /// <summary>Sends all bytes, in as many parts as the socket takes.</summary>
    public static async ValueTask SendAllAsync(this Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }
}
