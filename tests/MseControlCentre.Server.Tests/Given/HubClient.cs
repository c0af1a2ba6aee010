using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Given;

/// <summary>A viewer on the live line.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private readonly HubConnection _connection;

    // Bound: what one test receives.
    private readonly Channel<(string Method, JsonElement Frame)> _frames =
        Channel.CreateBounded<(string, JsonElement)>(10_000);

    private HubClient(HubConnection connection) => _connection = connection;

    /// <summary>Connects to a running server.</summary>
    public static async Task<HubClient> ConnectAsync(Uri server, Actor? actor = null, string query = "")
    {
        var address = new UriBuilder(server) { Scheme = "ws", Path = "/hubs/picture", Query = query }.Uri;
        var connection = new HubConnection(
            new WebSocketConnections(actor),
            new JsonHubProtocol(),
            new UriEndPoint(address),
            new ServiceCollection().BuildServiceProvider(),
            NullLoggerFactory.Instance);
        var client = new HubClient(connection);
        foreach (var method in new[] { "picture", "page", "heartbeat", "notice" })
        {
            connection.On<JsonElement>(method, frame => client._frames.Writer.TryWrite((method, frame.Clone())));
        }

        await connection.StartAsync();
        return client;
    }

    /// <summary>Calls a method of the hub.</summary>
    public Task CallAsync(string method, params object?[] arguments) => _connection.InvokeCoreAsync(method, arguments);

    /// <summary>The next frame of a kind that meets a condition; others are passed over.</summary>
    public async Task<JsonElement> NextAsync(string method, Func<JsonElement, bool>? condition = null)
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        await foreach (var (found, frame) in _frames.Reader.ReadAllAsync(limit.Token))
        {
            if (string.Equals(found, method, StringComparison.Ordinal) && condition?.Invoke(frame) is not false)
            {
                return frame;
            }
        }

        throw new InvalidOperationException("The connection ended.");
    }

    /// <summary>The next frame, whatever its kind.</summary>
    public async Task<(string Method, JsonElement Frame)> NextAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Patience);
        return await _frames.Reader.ReadAsync(limit.Token);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>Opens web sockets: the client's core package leaves that to its user.</summary>
    private sealed class WebSocketConnections(Actor? actor) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(
            EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            if (actor is not null)
            {
                socket.Options.SetRequestHeader(SignedIn.Header, SignedIn.Written(actor));
            }

            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            return new WebSocketConnection(socket);
        }
    }
}
