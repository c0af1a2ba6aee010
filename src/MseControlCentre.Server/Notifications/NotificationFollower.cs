using Microsoft.Data.Sqlite;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Live;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Browser;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Sending;

namespace MseControlCentre.Server.Notifications;

/// <summary>
/// Reads the journal from where it stopped and puts what there is to tell into the outbox: the deliveries of an entry
/// and the mark that it was read are written together, so that a crash neither loses one nor makes it twice.
/// </summary>
public sealed partial class NotificationFollower(
    IJournal journal,
    LiveState state,
    Readiness readiness,
    NetworkMap network,
    IEnumerable<IAnnouncer> announcers,
    DeliveryPlanner planner,
    OpenOutbox outbox,
    DeliverySender sender,
    BrowserNotices notices,
    TimeProvider boardClock,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<NotificationFollower> log) : BackgroundService
{
    // Entries that tell nothing are marked as read every so often; else they cost a little reading after a start.
    private const int MarkEvery = 10_000;

    // Entries read again after a start, for browsers: more than come while a notice is fresh. Mail and webhook have all
    // that the mark says; a browser was shown nothing when the server fell between the mark and the showing.
    private const int LookBack = 20_000;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<IAnnouncer> _announcers = [.. announcers];

    /// <summary>Why nothing new is told at the moment; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            while (true)
            {
                await FollowOrSayWhyNotAsync(stoppingToken);
                await Task.Delay(s_again, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    // The board does without it: people still see it, and the page and the log say that nobody is told.
    private async Task FollowOrSayWhyNotAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or ArgumentException
            or InvalidOperationException)
        {
            Trouble = exception.Message;
            LogBroken(exception, exception.Message);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        var told = outbox.Value.Reached.Sequence;
        var marked = told;
        await foreach (var batch in journal.FollowAsync(Math.Max(0, told - LookBack), stoppingToken))
        {
            foreach (var entry in batch)
            {
                var readers = _announcers.Where(one => one.Reads(entry.Event.Detail)).ToList();
                if (readers.Count == 0)
                {
                    continue;
                }

                if (entry.Sequence > told)
                {
                    await TellAsync(entry, readers, stoppingToken);
                    marked = entry.Sequence;
                }
                else if (boardClock.GetUtcNow() - entry.Event.OccurredAt < BrowserNotices.Fresh)
                {
                    await ShowAsync(entry, readers, stoppingToken);
                }
            }

            if (batch[^1].Sequence - marked >= MarkEvery)
            {
                marked = batch[^1].Sequence;
                outbox.Value.Add([], marked, batch[^1].Event.MessageId);
            }

            Trouble = null;
        }
    }

    private async Task TellAsync(JournalEntry entry, List<IAnnouncer> readers, CancellationToken stoppingToken)
    {
        await state.AppliedAsync(entry.Sequence, stoppingToken);
        var announcements = readers.SelectMany(reader => reader.Of(entry)).ToList();
        var (now, boardNow) = (clock.GetUtcNow(), boardClock.GetUtcNow());
        var map = state.Network ?? network;
        outbox.Value.Add(
            [.. announcements.SelectMany(told => planner.Of(told, map, now, boardNow))],
            entry.Sequence,
            entry.Event.MessageId);
        sender.Signal();
        foreach (var told in announcements)
        {
            await notices.TellAsync(told, boardNow);
        }
    }

    // What the mark says was told, but perhaps not in browsers.
    private async Task ShowAsync(JournalEntry entry, List<IAnnouncer> readers, CancellationToken stoppingToken)
    {
        await state.AppliedAsync(entry.Sequence, stoppingToken);
        foreach (var told in readers.SelectMany(reader => reader.Of(entry)))
        {
            await notices.TellAsync(told, boardClock.GetUtcNow());
        }
    }

    [LoggerMessage(LogLevel.Debug, "The server stops; nothing more is told.")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Error, "Nobody is told of what happens now; it is tried again: {Reason}")]
    private partial void LogBroken(Exception exception, string reason);
}
