using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Hubs;

/// <summary>
/// One connection, with its own pump: it is told that there is something new, takes the newest frame when its line is
/// free, and so never holds up the publisher or another viewer.
/// </summary>
public sealed class Viewer(ISingleClientProxy client, PictureFeed feed, TimeProvider clock)
{
    /// <summary>Boards that one connection may watch.</summary>
    public const int MostBoards = 8;

    /// <summary>Silence after which a viewer is told that the server lives, in real time.</summary>
    private static readonly TimeSpan s_heartbeatAfter = TimeSpan.FromMilliseconds(900);

    private readonly Lock _gate = new();

    // Bound: one signal; the newest picture is read when it is taken.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    // Bound: MostBoards.
    private readonly List<Watched> _watched = [];
    private long _lastSent;
    private bool _gone;

    /// <summary>Says that there may be something new. Returns at once.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <summary>Watches a board from its beginning; again from its beginning when it is watched already.</summary>
    /// <exception cref="HubException">Too many boards.</exception>
    public void Watch(LiveBoard board, string method)
    {
        lock (_gate)
        {
            var known = _watched.Find(watched => ReferenceEquals(watched.Board, board));
            if (known is not null)
            {
                known.Seen = 0;
            }
            else if (_gone)
            {
                return;
            }
            else if (_watched.Count < MostBoards)
            {
                board.Join();
                _watched.Add(new Watched(board, method));
            }
            else
            {
                throw new HubException($"One connection may watch {MostBoards} boards. Open another for more.");
            }
        }

        Signal();
    }

    /// <summary>The connection has ended: its boards have a viewer less.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _gone = true;
            _watched.ForEach(watched => watched.Board.Leave());
            _watched.Clear();
        }
    }

    /// <summary>Sends everything again: the viewer has missed a version.</summary>
    public void Resync()
    {
        lock (_gate)
        {
            _watched.ForEach(watched => watched.Seen = 0);
        }

        Signal();
    }

    /// <summary>Sends frames until the connection ends.</summary>
    public async Task PumpAsync(CancellationToken connectionAborted)
    {
        while (await _signal.Reader.WaitToReadAsync(connectionAborted))
        {
            _signal.Reader.TryRead(out _);
            if (await SendFramesAsync(connectionAborted))
            {
                _lastSent = clock.GetTimestamp();
            }
            else if (feed.Current is { } current && clock.GetElapsedTime(_lastSent) >= s_heartbeatAfter)
            {
                var heartbeat = new Heartbeat(
                    current.Version, current.Picture.Sequence, current.Clock.Now, current.Clock.Speed);
                await client.SendAsync("heartbeat", heartbeat, connectionAborted);
                _lastSent = clock.GetTimestamp();
            }
        }
    }

    private async Task<bool> SendFramesAsync(CancellationToken connectionAborted)
    {
        var sent = false;
        foreach (var (watched, frame) in NewFrames())
        {
            await client.SendAsync(watched.Method, frame, connectionAborted);
            sent = true;
        }

        return sent;
    }

    private List<(Watched Watched, PreparedFrame Frame)> NewFrames()
    {
        lock (_gate)
        {
            var frames = new List<(Watched, PreparedFrame)>(_watched.Count);
            foreach (var watched in _watched)
            {
                if (watched.Board.FrameSince(watched.Seen) is { } frame)
                {
                    watched.Seen = frame.Version;
                    frames.Add((watched, frame));
                }
            }

            return frames;
        }
    }

    private sealed class Watched(LiveBoard board, string method)
    {
        public LiveBoard Board { get; } = board;

        public string Method { get; } = method;

        public long Seen { get; set; }
    }
}

/// <summary>Nothing has changed; the server lives.</summary>
/// <param name="Version">Version of the newest picture.</param>
/// <param name="Sequence">Newest journal entry that the picture knows.</param>
/// <param name="ServerTime">The server's time (UTC).</param>
/// <param name="Speed">Seconds of that time in a real one.</param>
public sealed record Heartbeat(long Version, long Sequence, DateTimeOffset ServerTime, double Speed);
