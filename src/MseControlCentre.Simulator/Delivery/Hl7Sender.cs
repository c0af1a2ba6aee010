using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Delivery;

/// <summary>
/// Sends HL7 messages over a connection of its own, one at a time: the next goes out when the one before is
/// acknowledged. A frame is <c>0x0B message 0x1C 0x0D</c>. Whatever goes wrong with the connection, the same message is
/// sent again, for ever; an <c>AE</c> or <c>AR</c> answers a message for good.
/// </summary>
public sealed class Hl7Sender : ISender
{
    /// <summary>Messages that wait for sending; more make <see cref="EnqueueAsync"/> wait.</summary>
    public const int Capacity = 1000;

    private static readonly TimeSpan s_acknowledgeWithin = TimeSpan.FromSeconds(30);
    private readonly Channel<OutgoingMessage> _queue = Channel.CreateBounded<OutgoingMessage>(Capacity);
    private readonly string _host;
    private readonly int _port;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private volatile bool _reconnect;

    /// <summary>Sends to an address.</summary>
    public Hl7Sender(string host, int port, TimeProvider time, Action<string> log)
    {
        _host = host;
        _port = port;
        _time = time;
        _log = log;
    }

    /// <inheritdoc />
    public SenderCounts Counts { get; } = new();

    /// <inheritdoc />
    public int Waiting => _queue.Reader.Count;

    /// <inheritdoc />
    public ValueTask EnqueueAsync(OutgoingMessage message, CancellationToken cancellation) =>
        _queue.Writer.WriteAsync(message, cancellation);

    /// <inheritdoc />
    public void Reconnect() => _reconnect = true;

    /// <inheritdoc />
    public void Complete() => _queue.Writer.TryComplete();

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellation)
    {
        var backOff = new BackOff(_time);
        MllpConnection? connection = null;
        try
        {
            await foreach (var message in _queue.Reader.ReadAllAsync(cancellation))
            {
                if (_reconnect)
                {
                    _reconnect = false;
                    connection?.Dispose();
                    connection = null;
                }

                connection = await SendAsync(connection, message, backOff, cancellation);
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task<MllpConnection> SendAsync(
        MllpConnection? connection, OutgoingMessage message, BackOff backOff, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                connection ??= await MllpConnection.OpenAsync(_host, _port, cancellation);
                using var limit = new CancellationTokenSource(s_acknowledgeWithin, _time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
                await connection.SendAsync(message.Payload, both.Token);
                Judge(message, await connection.ReceiveAnswerAsync(ControlId(message), both.Token));
                backOff.Reset();
                return connection;
            }
            catch (Exception error) when (
                error is IOException or SocketException or InvalidDataException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                connection?.Dispose();
                connection = null;
                Counts.Retry();
                await backOff.WaitAsync(cancellation);
            }
        }
    }

    private void Judge(OutgoingMessage message, Acknowledgement answer)
    {
        if (answer.IsAccepted)
        {
            Counts.Accept(1);
        }
        else if (Counts.Refuse())
        {
            _log(string.Create(
                CultureInfo.InvariantCulture,
                $"{message.Feed}: {message.MessageId} was answered with {answer.Code}: {answer.Reason}"));
        }
    }

    private static string ControlId(OutgoingMessage message) =>
        message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)];
}
