using System.Net;
using System.Net.Sockets;
using System.Text;
using MseControlCentre.Simulator.Delivery;
using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Tests.Delivery;

public sealed class Hl7SenderTests
{
    [Fact]
    public async Task RunAsync_ConnectionBreaksBeforeTheAnswer_SendsTheSameMessageAgain()
    {
        using var receiver = new FakeReceiver();
        var sender = Sender(receiver, out _);
        var run = sender.RunAsync(CancellationToken.None);
        await sender.EnqueueAsync(Message("M1"), CancellationToken.None);
        await sender.EnqueueAsync(Message("M2"), CancellationToken.None);

        using (var first = await receiver.AcceptAsync())
        {
            Assert.Contains("|M1|", await FakeReceiver.ReadFrameAsync(first.GetStream()), StringComparison.Ordinal);
        }

        using var second = await receiver.AcceptAsync();
        Assert.Contains("|M1|", await FakeReceiver.ReadFrameAsync(second.GetStream()), StringComparison.Ordinal);
        await FakeReceiver.AnswerAsync(second.GetStream(), "AA", "M1");
        Assert.Contains("|M2|", await FakeReceiver.ReadFrameAsync(second.GetStream()), StringComparison.Ordinal);
        await FakeReceiver.AnswerAsync(second.GetStream(), "AA", "M2");
        sender.Complete();
        await run;

        Assert.Equal(2, sender.Counts.Accepted);
        Assert.Equal(1, sender.Counts.Retries);
    }

    [Fact]
    public async Task RunAsync_Refused_LogsCountsAndGoesOn()
    {
        using var receiver = new FakeReceiver();
        var sender = Sender(receiver, out var log);
        var run = sender.RunAsync(CancellationToken.None);
        await sender.EnqueueAsync(Message("M1"), CancellationToken.None);
        await sender.EnqueueAsync(Message("M2"), CancellationToken.None);

        using var connection = await receiver.AcceptAsync();
        await FakeReceiver.ReadFrameAsync(connection.GetStream());
        await FakeReceiver.AnswerAsync(connection.GetStream(), "AE", "M1");
        Assert.Contains("|M2|", await FakeReceiver.ReadFrameAsync(connection.GetStream()), StringComparison.Ordinal);
        await FakeReceiver.AnswerAsync(connection.GetStream(), "AA", "M2");
        sender.Complete();
        await run;

        Assert.Equal((1L, 1L), (sender.Counts.Accepted, sender.Counts.Refused));
        Assert.Contains("M1@20261122100000", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnqueueAsync_NobodyAnswers_WaitsWhenTheQueueIsFull()
    {
        using var receiver = new FakeReceiver();
        var sender = Sender(receiver, out _);
        for (var i = 0; i < Hl7Sender.Capacity; i++)
        {
            await sender.EnqueueAsync(Message("M" + i), CancellationToken.None);
        }

        var oneTooMany = sender.EnqueueAsync(Message("one too many"), CancellationToken.None).AsTask();

        Assert.False(oneTooMany.IsCompleted);
        Assert.Equal(Hl7Sender.Capacity, sender.Waiting);
    }

    private static Hl7Sender Sender(FakeReceiver receiver, out List<string> log)
    {
        var lines = new List<string>();
        log = lines;
        return new Hl7Sender("127.0.0.1", receiver.Port, TimeProvider.System, lines.Add);
    }

    private static OutgoingMessage Message(string controlId) => new(
        "pas",
        IsHl7: true,
        controlId + "@20261122100000",
        Given.Origin,
        Given.Origin,
        $"MSH|^~\\&|PAS|RAJ12|||20261122100000||ADT^A03^ADT_A03|{controlId}|P|2.4\r");

    private sealed class FakeReceiver : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public FakeReceiver() => _listener.Start();

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task<TcpClient> AcceptAsync() => _listener.AcceptTcpClientAsync();

        public static async Task<string> ReadFrameAsync(NetworkStream stream)
        {
            var frame = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one) == 1)
            {
                frame.Add(one[0]);
                if (frame.Count > 2 && frame[^2] == 0x1C && frame[^1] == 0x0D)
                {
                    Assert.Equal(0x0B, frame[0]);
                    return Encoding.UTF8.GetString(frame.ToArray(), 1, frame.Count - 3);
                }
            }

            throw new EndOfStreamException("The sender closed the connection.");
        }

        public static async Task AnswerAsync(NetworkStream stream, string code, string controlId) =>
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes($"\u000BMSH|^~\\&|\rMSA|{code}|{controlId}\rERR||PV1^1^3|\r\u001C\r"));

        public void Dispose() => _listener.Dispose();
    }
}
