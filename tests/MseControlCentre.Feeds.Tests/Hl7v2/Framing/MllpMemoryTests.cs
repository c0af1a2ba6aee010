using System.Text;
using MseControlCentre.Feeds.Tests.Support;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Feeds.Tests.Hl7v2.Framing;

/// <summary>
/// What connections cost. The memory that is looked at is that of the whole process, so nothing else is tested meanwhile.
/// </summary>
[Collection(MemoryCollection.Name)]
public sealed class MllpMemoryTests
{
    [Fact]
    public async Task Frame_OfAGigabyteThatNeverEnds_UsesNoMemoryForIt()
    {
        await using var host = await FeedsHost.StartAsync();
        using var client = await MllpSender.ConnectAsync(host.MllpPort);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'A');

        await client.SendRawAsync("\vMSH|^~\\&|PAS"u8.ToArray());
        var sent = 0L;
        try
        {
            for (; sent < 1L << 30; sent += block.Length)
            {
                await client.SendRawAsync(block);
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // The server has closed the connection: that is the bound.
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 32L << 20);
        Assert.Equal("AA", MllpSender.CodeOf(await AnswerToAnotherAsync(host)));
    }

    [Fact]
    public async Task Connections_ThatAreIdle_CostLittle()
    {
        const int Count = 500;
        await using var host = await FeedsHost.StartAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clients = new List<MllpSender>();
        try
        {
            for (var one = 0; one < Count; one++)
            {
                clients.Add(await MllpSender.ConnectAsync(host.MllpPort));
            }

            await Eventually.TrueAsync(() => host.OpenConnections == Count);
            var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Count;

            // Both ends are in this process. 10,000 connections at this bound are 320 MB.
            Assert.InRange(each, 0, 32 * 1024);
            Assert.Equal("AA", MllpSender.CodeOf(await clients[^1].SendAsync(Messages.Admission("42"))));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static async Task<string?> AnswerToAnotherAsync(FeedsHost host)
    {
        using var client = await MllpSender.ConnectAsync(host.MllpPort);
        return await client.SendAsync(Messages.Admission("after", "V9"));
    }
}

/// <summary>Tests beside which no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "memory";
}
