using System.Text;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Framing;

public sealed class MllpConnectionTests
{
    [Fact]
    public async Task Pipelined_Messages_AreAnsweredInOrder()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Enumerable.Range(1, 200)
            .SelectMany(one => MllpSender.Frame(Messages.Admission($"M{one}", $"V{one}"))).ToArray());

        for (var one = 1; one <= 200; one++)
        {
            Assert.Equal($"M{one}", Messages.ControlIdOf(await client.ReceiveAsync()));
        }

        Assert.Equal(
            Enumerable.Range(1, 200).Select(one => $"M{one}@20261122100100"),
            (await host.EventsAsync()).Select(one => one.MessageId));
    }

    [Fact]
    public async Task Pipelined_UnansweredMessages_AreBounded()
    {
        var journal = new HeldJournal();
        await using var host = await FeedsHost.StartAsync(
            new FeedsSetup { Journal = journal, Limits = new FeedLimits { MaxInFlight = 3 } });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Enumerable.Range(1, 20)
            .SelectMany(one => MllpSender.Frame(Messages.Admission($"M{one}", $"V{one}"))).ToArray());
        await Eventually.TrueAsync(() => journal.Appended.Count(one => one.Source == "basildon-pas") >= 3);
        var inFlight = journal.Appended.Count(one => one.Source == "basildon-pas");
        journal.Release();

        // Three wait in the queue, one is being answered, one has been parsed and waits for room.
        Assert.InRange(inFlight, 3, 5);
        for (var one = 1; one <= 20; one++)
        {
            Assert.Equal($"M{one}", Messages.ControlIdOf(await client.ReceiveAsync()));
        }
    }

    [Fact]
    public async Task Message_Of200Kilobytes_IsTaken()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        var answer = await client.SendAsync(
            Messages.Admission("42") + "OBX|1|ED|||" + new string('A', 200_000) + "\rZZ1|end\r");

        Assert.Equal("AA", MllpSender.CodeOf(answer));
    }

    [Fact]
    public async Task Frame_OverTheLimit_IsRejectedNamingTheLimitAndClosed()
    {
        await using var host = await FeedsHost.StartAsync(
            new FeedsSetup { Limits = new FeedLimits { MaxFrameBytes = 1000 } });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync((byte[])[0x0B, .. Encoding.UTF8.GetBytes(Messages.Admission("42")), .. new byte[5000]]);

        var answer = await client.ReceiveAsync();
        Assert.Equal("AR", MllpSender.CodeOf(answer));
        Assert.Contains("at most 1000 bytes", answer, StringComparison.Ordinal);
        client.FinishSending();
        Assert.Null(await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("MSH|^~\\&|PAS|RAJ12\r")]
    public async Task Bytes_WithoutFraming_AreRejectedOnceAndClosed(string text)
    {
        var clock = new ManualClock();
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { SocketClock = clock });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Encoding.UTF8.GetBytes(text));
        await PassFrameTimeAsync(clock);

        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
        client.FinishSending();
        Assert.Null(await client.ReceiveAsync());
    }

    [Fact]
    public async Task Bytes_WithoutFramingBeyondTheLimit_AreRejectedAtOnce()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Encoding.UTF8.GetBytes(new string('x', 5000)));

        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
        client.FinishSending();
        Assert.Null(await client.ReceiveAsync());
    }

    [Fact]
    public async Task Refused_WhileItStillSends_MaySendTheRestAndGetsItsAnswer()
    {
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { SocketClock = new ManualClock() });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Encoding.UTF8.GetBytes(new string('x', 5000)));
        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));

        // A socket closed too early would be reset by the first of these, and the next could not be sent.
        for (var one = 0; one < 100; one++)
        {
            await client.SendRawAsync(new byte[100_000]);
        }

        client.FinishSending();
        Assert.Null(await client.ReceiveAsync());
        Assert.Empty(await host.EventsAsync());
    }

    [Fact]
    public async Task Refused_ThatDoesNotEndItsSide_IsEndedAfterAWhile()
    {
        var clock = new ManualClock();
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { SocketClock = clock });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync(Encoding.UTF8.GetBytes(new string('x', 5000)));
        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
        await Eventually.TrueAsync(() => clock.IsAwaited, "the server to wait for the end of the sender's side");
        clock.Advance(new FeedLimits().FarewellTime);

        Assert.Null(await client.ReceiveAsync());
    }

    [Fact]
    public async Task Bytes_WithoutFramingThenEnd_AreRejected()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync("hello"u8.ToArray());
        client.FinishSending();

        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Frame_ThatDrips_IsRejectedWhenItsTimeIsOver()
    {
        var clock = new ManualClock();
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { SocketClock = clock });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync("\vMSH|^~"u8.ToArray());
        await PassFrameTimeAsync(clock);

        var answer = await client.ReceiveAsync();
        Assert.Equal("AR", MllpSender.CodeOf(answer));
        Assert.Contains("within 60 seconds", answer, StringComparison.Ordinal);
        client.FinishSending();
        Assert.Null(await client.ReceiveAsync());
    }

    [Fact]
    public async Task Connection_ThatIsIdle_StaysOpen()
    {
        var clock = new ManualClock();
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { SocketClock = clock });
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendAsync(Messages.Admission("1", "V1"));
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("AA", MllpSender.CodeOf(await client.SendAsync(Messages.Admission("2", "V2"))));
    }

    [Fact]
    public async Task Server_ThatStops_DoesNotWaitForIdleConnections()
    {
        var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);
        await client.SendAsync(Messages.Admission("1", "V1"));

        await host.DisposeAsync().AsTask().WaitAsync(Eventually.Patience);

        Assert.Null(await client.ReceiveAsync());
    }

    [Fact]
    public async Task Frame_CutShort_IsRejectedAndTheNextIsTaken()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);

        await client.SendRawAsync((byte[])[.. "\vMSH|^~\\&|PAS|RA"u8, .. MllpSender.Frame(Messages.Admission("42"))]);

        Assert.Equal("AR", MllpSender.CodeOf(await client.ReceiveAsync()));
        Assert.Equal("AA", MllpSender.CodeOf(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Connections_BeyondTheLimit_AreRefusedAndPlacesBecomeFree()
    {
        await using var host = await FeedsHost.StartAsync(new FeedsSetup { Limits = new FeedLimits { MaxConnections = 1 } });
        using (var first = await MllpSender.ConnectAsync(host.MllpPort))
        {
            Assert.Equal("AA", MllpSender.CodeOf(await first.SendAsync(Messages.Admission("1", "V1"))));
            Assert.True(await MllpSender.IsRefusedAsync(host.MllpPort));
            Assert.Equal(1, host.Monitor.RefusedConnections);
        }

        await Eventually.TrueAsync(() => host.OpenConnections == 0);
        Assert.Equal("AA", MllpSender.CodeOf(await AnswerToAnotherAsync(host)));
    }

    // Once, and no further: the same clock bounds how long the refusal may take to leave.
    private static async Task PassFrameTimeAsync(ManualClock clock)
    {
        await Eventually.TrueAsync(() => clock.IsAwaited, "the server to wait for the rest of the frame");
        clock.Advance(new FeedLimits().FrameTime);
    }

    private static async Task<string?> AnswerToAnotherAsync(FeedsHost host)
    {
        using var client = await MllpSender.ConnectAsync(host.MllpPort);
        return await client.SendAsync(Messages.Admission("after", "V9"));
    }
}
