using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MseControlCentre.Domain.Events;
using MseControlCentre.Journal;

namespace MseControlCentre.Feeds.Monitoring;

/// <summary>
/// Looks at the feeds every second and writes silences into the journal. What could not be written is kept and written
/// first at the next look; nothing new is looked for until then, so there is at most one change for each feed to keep.
/// </summary>
public sealed partial class SilenceWatch(FeedMonitor monitor, IJournal journal, ILogger<SilenceWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);
    private IReadOnlyList<FlowEvent> _unwritten = [];

    /// <summary>
    /// Marks every feed that sends as silent since the start; it is written at the first look. To be called once.
    /// </summary>
    public void MarkStart() => _unwritten = monitor.Start();

    /// <summary>Looks once.</summary>
    public async Task LookAsync()
    {
        if (_unwritten.Count > 0)
        {
            await WriteAsync();
        }

        if (_unwritten.Count == 0)
        {
            _unwritten = monitor.Tick();
            await WriteAsync();
        }
    }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before any door opens: what came in by then would be marked as silent afterwards.
        MarkStart();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WriteAsync();
        using var timer = new PeriodicTimer(s_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync();
        }
    }

    private async Task WriteAsync()
    {
        if (_unwritten.Count == 0)
        {
            return;
        }

        try
        {
            await journal.AppendAsync(_unwritten, CancellationToken.None);
            _unwritten = [];
        }
        catch (JournalUnavailableException unavailable)
        {
            LogUnwritten(_unwritten.Count, unavailable.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changes of feeds wait to be written: {Reason}")]
    private partial void LogUnwritten(int count, string reason);
}
