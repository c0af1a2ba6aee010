using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Journal;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Hosting;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Browser;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Sending;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications;

/// <summary>What tells people who are not looking.</summary>
public static partial class NotificationsSetup
{
    /// <summary>Adds it.</summary>
    public static void AddNotifications(this IServiceCollection services, NotificationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton<OpenOutbox>();
        services.AddSingleton<DeliveryPlanner>();
        services.AddSingleton<BrowserNotices>();
        services.AddSingleton<BrowserDeliveries>();
        services.AddSingleton<IAnnouncer, EscalationAnnouncer>();
        services.AddSingleton<IAnnouncer, CallAnnouncer>();
        services.AddSingleton(new BackOff(settings.Retries, Random.Shared));
        services.AddSingleton<IReadOnlyList<IMessageSender>>(provider =>
            [.. settings.Channels.Select(channel => SenderOf(channel, provider))]);
        services.AddSingleton<DeliverySender>();
        services.AddSingleton<NotificationFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliverySender>());
        services.AddHostedService(provider => provider.GetRequiredService<NotificationFollower>());
        services.AddHostedService(provider => provider.GetRequiredService<BrowserDeliveries>());
    }

    /// <summary>Opens the outbox, before anything can happen that people are told of.</summary>
    /// <exception cref="StartRefusedException">It can be neither read nor made.</exception>
    public static async Task OpenNotificationsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        var journal = services.GetRequiredService<IJournal>();
        var file = services.GetRequiredService<DataDirectory>().OutboxFile;
        var settings = services.GetRequiredService<NotificationSettings>();
        try
        {
            var outbox = await DeliveryOutbox.OpenAsync(
                file,
                sequence => EntryAsync(journal, sequence, cancellationToken),
                journal.LastSequence,
                services.GetRequiredKeyedService<TimeProvider>(AccountsSetup.RealTime));
            services.GetRequiredService<OpenOutbox>().Take(outbox);
            outbox.GiveUpUnknown(settings);
            if (outbox.Origin.Words is { } words)
            {
                LogPutAside(services.GetRequiredService<ILogger<DeliveryOutbox>>(), words);
            }
        }
        catch (Exception exception)
            when (exception is Microsoft.Data.Sqlite.SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                ExitCodes.DataUnusable,
                "--data",
                $"{file} cannot be opened ({exception.Message}). Let this user read and write it, or move it away: "
                + "what it still has to send is then not sent.",
                exception);
        }
    }

    private static async Task<string?> EntryAsync(
        IJournal journal, long sequence, CancellationToken cancellationToken)
    {
        if (sequence < 1 || sequence > journal.LastSequence)
        {
            return null;
        }

        await foreach (var batch in journal.ReadAsync(sequence - 1, cancellationToken))
        {
            return batch[0].Event.MessageId;
        }

        return null;
    }

    private static IMessageSender SenderOf(NotificationChannel channel, IServiceProvider services)
    {
        var settings = services.GetRequiredService<NotificationSettings>();
        var address = services.GetRequiredService<OwnAddress>();
        var board = services.GetRequiredService<TimeProvider>();
        var local = LocalTime.Of(services.GetRequiredService<NetworkMap>().TimeZone);
        return channel switch
        {
            EmailChannel mail => new EmailSender(
                mail, Write, address.Name, services.GetRequiredKeyedService<TimeProvider>(AccountsSetup.RealTime)),
            WebhookChannel webhook => new WebhookSender(webhook, Write, WebhookSender.Client()),
            _ => throw new InvalidOperationException($"The channel {channel.Id} has no sender."),
        };

        MessageText Write(OutgoingMessage message) =>
            MessageText.Of(message, board.GetUtcNow(), local, settings.SaysOldAfter, address.Public);
    }

    [LoggerMessage(LogLevel.Error, "{Words}")]
    private static partial void LogPutAside(ILogger log, string words);
}
