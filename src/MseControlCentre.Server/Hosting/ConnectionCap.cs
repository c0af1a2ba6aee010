using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MseControlCentre.Server.Configuration;

namespace MseControlCentre.Server.Hosting;

/// <summary>Keeps one address from taking every connection of a door.</summary>
internal sealed class ConnectionCap(RequestLimits limits, Action refused)
{
    // Bound: the connections that are open, of which there are at most RequestLimits.MaxConnections.
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Puts a cap on a door, before anything reads from its connections.</summary>
    /// <param name="door">The door.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="refused">Told of every connection that is refused.</param>
    public static void On(ListenOptions door, RequestLimits limits, Action? refused = null)
    {
        var cap = new ConnectionCap(limits, refused ?? (static () => { }));
        door.Use(next => connection => cap.PassAsync(connection, next));
    }

    private async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        var most = address is null || IPAddress.IsLoopback(address)
            ? limits.ConnectionsFromThisMachine
            : limits.ConnectionsPerAddress;
        var sender = SenderAddress.Of(address);
        try
        {
            if (_open.AddOrUpdate(sender, 1, static (_, open) => open + 1) > most)
            {
                refused();
                connection.Abort(new ConnectionAbortedException("As many connections are open as one address may."));
                return;
            }

            await next(connection);
        }
        finally
        {
            Leave(sender);
        }
    }

    private void Leave(string sender)
    {
        var left = _open.AddOrUpdate(sender, 0, static (_, open) => open - 1);
        if (left == 0)
        {
            // Only if nobody has come meanwhile.
            _open.TryRemove(new KeyValuePair<string, int>(sender, 0));
        }
    }
}
