using System.Threading.Channels;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// Looks at each picture that goes out and does what is due of calls: prepares them, keeps their packs, looks at the
/// figures of actions and reminds who owes them. Several nodes may look at once, and one may be killed at any moment:
/// each step follows from what is in the journal and has one identity there, so that it is taken once.
/// </summary>
public sealed partial class CallWatcher(
    LiveState state, CallDesk desk, ICallPackMaker packs, FigureTrail trail, ILogger<CallWatcher> logger)
    : BackgroundService, IPictureSubscriber
{
    // Bound: the newest picture; one that was not looked at in time is not missed.
    private readonly Channel<Picture> _pictures = Channel.CreateBounded<Picture>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    // Said once for as long as it lasts: pictures come every second.
    private bool _isSaid;

    /// <inheritdoc />
    public ValueTask PublishAsync(PublishedPicture published)
    {
        ArgumentNullException.ThrowIfNull(published);
        _pictures.Writer.TryWrite(published.Picture);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var picture in _pictures.Reader.ReadAllAsync(stoppingToken))
            {
                if (state.Network is { } network)
                {
                    _isSaid = !await LookAsync(picture, network, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    // What could not be done is due still: the next picture asks again.
    private async Task<bool> LookAsync(Picture picture, NetworkMap network, CancellationToken stoppingToken)
    {
        var isDone = await TryAsync("its calls", async () =>
        {
            foreach (var due in CallWatch.Due(picture, network, state.Calls(), trail.IsFilled ? trail : null))
            {
                await desk.AppendAsync(due, []);
            }
        });
        foreach (var call in state.Calls())
        {
            isDone &= await TryAsync(call.Id, () => KeepPacksAsync(call, picture.At, stoppingToken));
        }

        return isDone;
    }

    private async Task KeepPacksAsync(Call call, DateTimeOffset now, CancellationToken stoppingToken)
    {
        for (var so = call; so is not null && CallWatch.PackDue(so, now) is { } at; so = desk.Find(call.Id))
        {
            // The board began after that instant: then the pack is of now, and says so.
            var pack = await packs.AtAsync(so, at, stoppingToken)
                ?? await packs.AtAsync(so, now, stoppingToken)
                ?? throw new JournalUnavailableException($"Nothing is known of {at:O}, nor of now.");
            await desk.AppendAsync(new CallPackKept(so.Id, so.Packs.Count + 1, pack), []);
        }
    }

    // Whatever is wrong with a pack, the wall goes on, and so do the other calls.
    private async Task<bool> TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!_isSaid)
            {
                LogNotDone(exception, what, exception.Message);
            }

            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "What is due of {What} could not be done; it is tried again: {Reason}")]
    private partial void LogNotDone(Exception exception, string what, string reason);

    [LoggerMessage(LogLevel.Debug, "The server stops; calls are no longer watched.")]
    private partial void LogStopped();
}
