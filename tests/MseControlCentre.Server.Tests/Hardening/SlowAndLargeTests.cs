using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Hardening;

/// <summary>What is too large, too slow or too many is cut off, and the server goes on for the others.</summary>
public sealed class SlowAndLargeTests
{
    private static readonly TimeSpan s_patience = Eventually.Patience;

    [Fact]
    public async Task Form_LargerThanAllowed_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new FormUrlEncodedContent([new("declared_by", new string('x', 200_000))]);

        using var answer = await server.Http.PostAsync(new Uri("sitreps/opel", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Head_LargerThanAllowed_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("wall", UriKind.Relative));
        request.Headers.Add("X-Large", new string('x', 20_000));

        using var answer = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /wall HTTP/1.1\r\nHost: local")]
    [InlineData("POST /api/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n[")]
    public async Task Request_ThatNeverEnds_IsCutOff(string start)
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = new RequestLimits { HeadTime = TimeSpan.FromSeconds(1), SlowBodyGrace = TimeSpan.FromSeconds(2) },
        });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Application.HttpAddress.Port);
        using var limit = new CancellationTokenSource(s_patience);

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(start), limit.Token);
        var told = await ReadToEndAsync(client.GetStream(), limit.Token);

        Assert.DoesNotContain(" 200 ", told, StringComparison.Ordinal);
        using var next = await server.Http.GetAsync(new Uri("wall", UriKind.Relative), limit.Token);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Connections_OfOneAddress_AreBoundedAtEachDoor()
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = new RequestLimits { ConnectionsFromThisMachine = 1 },
        });
        var port = server.Application.MllpPort;
        bool refusedBeside;
        using (var held = await MllpSender.ConnectAsync(port))
        {
            await held.SendAsync("no HL7");
            refusedBeside = await MllpSender.IsRefusedAsync(port);
        }

        Assert.True(refusedBeside);

        // The one that is closed makes room for the next.
        await Eventually.TrueAsync(async () => !await IsCutAsync(port), "room for another connection");
    }

    [Fact]
    public async Task LiveLines_MoreThanAllowed_AreRefused()
    {
        await using var server = await RunningServer.StartAsync(options => options with
        {
            Limits = new RequestLimits { MaxLiveLines = 1 },
        });
        var line = new UriBuilder(server.Application.HttpAddress) { Scheme = "ws", Path = "hubs/picture" }.Uri;
        using var first = new ClientWebSocket();
        using var second = new ClientWebSocket();
        await first.ConnectAsync(line, CancellationToken.None);

        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(line, CancellationToken.None));

        Assert.Equal(WebSocketState.Open, first.State);
    }

    [Fact]
    public async Task LiveLine_ThatSendsTooMuch_IsClosed()
    {
        await using var server = await RunningServer.StartAsync();
        var line = new UriBuilder(server.Application.HttpAddress) { Scheme = "ws", Path = "hubs/picture" }.Uri;
        using var socket = new ClientWebSocket();
        using var limit = new CancellationTokenSource(s_patience);
        await socket.ConnectAsync(line, limit.Token);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, limit.Token);

        await socket.SendAsync(new byte[64 * 1024], WebSocketMessageType.Text, true, limit.Token);

        Assert.True(await EndsAsync(socket, limit.Token));
    }

    private static async Task<bool> EndsAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, cancellationToken)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without a farewell.
        }

        return true;
    }

    // Whether a connection to the MLLP port is closed before it has sent anything that could be answered.
    private static async Task<bool> IsCutAsync(int port)
    {
        try
        {
            using var sender = await MllpSender.ConnectAsync(port);
            await sender.SendAsync("no HL7");
            return false;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return true;
        }
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        try
        {
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
