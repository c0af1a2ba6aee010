using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Hubs;

/// <summary>The viewers connected to this node.</summary>
public sealed class Viewers(
    IHubContext<PictureHub> hub, Lazy<PictureFeed> feed, TimeProvider clock, ILogger<Viewers> logger)
{
    /// <summary>Bound of the viewers of one node; more of them go to another node.</summary>
    public const int MostViewers = 5000;

    // Bound: MostViewers; a viewer leaves when its connection ends.
    private readonly ConcurrentDictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many are connected.</summary>
    public int Count => _viewers.Count;

    /// <summary>The viewer of a connection, from its first request on.</summary>
    /// <exception cref="HubException">This node has as many viewers as it may.</exception>
    public Viewer Of(string connectionId, CancellationToken connectionAborted)
    {
        if (_viewers.TryGetValue(connectionId, out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _count) > MostViewers)
        {
            Interlocked.Decrement(ref _count);
            throw new HubException($"This server has its {MostViewers} viewers. Use another node.");
        }

        var viewer = new Viewer(hub.Clients.Client(connectionId), feed.Value, clock);
        if (!_viewers.TryAdd(connectionId, viewer))
        {
            Interlocked.Decrement(ref _count);
            return _viewers[connectionId];
        }

        _ = RunAsync(connectionId, viewer, connectionAborted);
        return viewer;
    }

    /// <summary>Tells every viewer that there may be something new. Returns at once.</summary>
    public void SignalAll()
    {
        foreach (var (_, viewer) in _viewers)
        {
            viewer.Signal();
        }
    }

    private async Task RunAsync(string connectionId, Viewer viewer, CancellationToken connectionAborted)
    {
        try
        {
            await viewer.PumpAsync(connectionAborted);
        }
        catch (OperationCanceledException) when (connectionAborted.IsCancellationRequested)
        {
            // The viewer has gone: this is how a pump ends.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Sending to viewer {Connection} failed; it will reconnect.", connectionId);
        }
        finally
        {
            viewer.Leave();
            _viewers.TryRemove(connectionId, out _);
            Interlocked.Decrement(ref _count);
        }
    }
}
