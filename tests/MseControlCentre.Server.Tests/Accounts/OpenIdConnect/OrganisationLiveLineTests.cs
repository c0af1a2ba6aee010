using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MseControlCentre.Server.Accounts.Organisation;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Accounts.Sessions;
using MseControlCentre.Server.Tests.Given;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Accounts.OpenIdConnect;

/// <summary>The live line of somebody whom the provider vouches for.</summary>
public sealed class OrganisationLiveLineTests(ProviderFixture provider) : IClassFixture<ProviderFixture>
{
    [FactWithProvider]
    public async Task Line_WithoutARealSessionIsRefused()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        await browser.SignInAsync("controller");
        var real = browser.Session!;

        foreach (var session in (string?[])[null, "made up", real[..50] + "AAAA" + real[54..]])
        {
            using var socket = new ClientWebSocket();
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(socket, server, session));
            Assert.Contains("401", refused.Message, StringComparison.Ordinal);
        }
    }

    [FactWithProvider]
    public async Task Line_EndsWithItsSessionAndNoOtherDoes()
    {
        await using var server = await provider.ServeAsync();
        using var browser = new Traveller(server);
        using var another = new Traveller(server);
        await browser.SignInAsync("controller");
        await another.SignInAsync("controller");
        using var ends = new ClientWebSocket();
        using var stays = new ClientWebSocket();
        await ConnectAsync(ends, server, browser.Session);
        await ConnectAsync(stays, server, another.Session);
        await SayHelloAsync(ends);
        await SayHelloAsync(stays);
        var sessions = server.Application.Services.GetRequiredService<LiveLineSessions>();
        await sessions.EndOverAsync(CancellationToken.None);
        await PingedAsync(ends);

        using var visitor = new Visitor(server);
        visitor.Cookies.Add(browser.Cookies.GetCookies(server.Application.HttpAddress));
        (await visitor.SendAsync("sign-in", "sign-out")).Dispose();
        await sessions.EndOverAsync(CancellationToken.None);

        await Assert.ThrowsAsync<WebSocketException>(() => PingedAsync(ends));
        await PingedAsync(stays);
    }

    private static Task ConnectAsync(ClientWebSocket socket, RunningServer server, string? session)
    {
        socket.Options.SetRequestHeader(SignedIn.Header, SignedIn.Written(Actor.Nobody));
        if (session is not null)
        {
            socket.Options.SetRequestHeader("Cookie", $"{OrganisationSessions.Cookie}={session}");
        }

        var address = new UriBuilder(server.Application.HttpAddress) { Scheme = "ws", Path = "/hubs/picture" }.Uri;
        return socket.ConnectAsync(address, CancellationToken.None);
    }

    // The protocol's first words, which the server answers when the line is up.
    private static async Task SayHelloAsync(ClientWebSocket socket)
    {
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await ReceiveAsync(socket);
    }

    // The line answers a call, which an ended one does not.
    private static async Task PingedAsync(ClientWebSocket socket)
    {
        await SendAsync(socket, """{"type":1,"invocationId":"1","target":"WatchPage","arguments":["nothing"]}""");
        while (!(await ReceiveAsync(socket)).Contains("\"type\":3", StringComparison.Ordinal))
        {
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(message + "\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        var buffer = new byte[16 * 1024];
        var received = await socket.ReceiveAsync(buffer, limit.Token);
        return received.MessageType is WebSocketMessageType.Close
            ? throw new WebSocketException("The line was closed.")
            : Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
