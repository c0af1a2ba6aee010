using System.Threading.Channels;
using MseControlCentre.Server.Clock;

namespace MseControlCentre.Server.Live;

/// <summary>
/// Takes the newest picture and hands it on: at most every <see cref="ShortestInterval"/> however much happens, and at
/// least every <see cref="LongestInterval"/> though nothing happens, so that waits grow and viewers know it lives.
/// Signals coalesce: the newest picture wins.
/// </summary>
public sealed class PictureFeed(
    IPictureSource source, IEnumerable<IPictureSubscriber> subscribers, TimeProvider clock) : BackgroundService
{
    /// <summary>Shortest time between two pictures, real time.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest time between two pictures, real time.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

    private readonly IPictureSubscriber[] _subscribers = [.. subscribers];

    // Bound: one signal. More of them mean the same thing.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private volatile PublishedPicture? _current;

    /// <summary>The newest picture; null until the journal has been read.</summary>
    public PublishedPicture? Current => _current;

    /// <summary>Says that something has changed. Returns at once.</summary>
    public void Signal() => _changed.Writer.TryWrite(true);

    /// <summary>Takes a picture and hands it to the subscribers.</summary>
    public async ValueTask PublishAsync()
    {
        var reading = ClockReading.Of(clock);
        var picture = source.PictureAt(reading.Now);
        var published = new PublishedPicture((_current?.Version ?? 0) + 1, picture, reading);
        foreach (var subscriber in _subscribers)
        {
            await subscriber.PublishAsync(published);
        }

        _current = published;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first signal comes when the journal has been read.
        await _changed.Reader.ReadAsync(stoppingToken);
        while (true)
        {
            await PublishAsync();
            await Task.Delay(ShortestInterval, clock, stoppingToken);
            await SignalOrAsync(LongestInterval - ShortestInterval, stoppingToken);
        }
    }

    private async Task SignalOrAsync(TimeSpan longest, CancellationToken stoppingToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var signal = _changed.Reader.ReadAsync(enough.Token).AsTask();
        var pause = Task.Delay(longest, clock, enough.Token);
        await Task.WhenAny(signal, pause);
        await enough.CancelAsync();
        await Task.WhenAll(signal, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        if (signal.IsFaulted)
        {
            await signal;
        }
    }
}
