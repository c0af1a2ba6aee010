using System.Threading.Channels;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Journal;
using MseControlCentre.Server.Live;

namespace MseControlCentre.Server.Escalations;

/// <summary>
/// Looks at each picture that goes out and takes the steps that the network's plan asks for. Several nodes may look at
/// once: each step has one identity, and the journal takes it once.
/// </summary>
public sealed partial class EscalationWatcher(
    LiveState state, IFigureTrail trail, EscalationDesk desk, ILogger<EscalationWatcher> logger)
    : BackgroundService, IPictureSubscriber
{
    // Bound: the newest picture; one that was not looked at in time is not missed.
    private readonly Channel<Picture> _pictures = Channel.CreateBounded<Picture>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

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
        await foreach (var picture in _pictures.Reader.ReadAllAsync(stoppingToken))
        {
            if (state.Network is { Escalation.Triggers.Count: > 0 } network)
            {
                await TakeAsync(EscalationWatch.Due(picture, network, state.Escalations(), trail));
            }
        }
    }

    private async Task TakeAsync(IReadOnlyList<(string Scope, EscalationEvent Step)> due)
    {
        try
        {
            foreach (var (scope, step) in due)
            {
                await desk.AppendAsync(scope, step);
            }
        }
        catch (JournalUnavailableException unavailable)
        {
            // The next picture asks again; nothing was taken, so nobody was told.
            LogNotTaken(logger, unavailable.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "An escalation that is due could not be recorded: {Reason}")]
    private static partial void LogNotTaken(ILogger logger, string reason);
}
