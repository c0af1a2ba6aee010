using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications.Sending;

/// <summary>
/// Sends what is due, one message after another on each channel, and tries again what was not taken. Before a message
/// leaves it is marked as being sent, and afterwards as sent: a crash between the two sends it again under the same
/// identity.
/// </summary>
/// <param name="senders">One for each channel.</param>
/// <param name="outbox">What is to be sent.</param>
/// <param name="settings">How long it is tried.</param>
/// <param name="backOff">How long to wait between tries.</param>
/// <param name="clock">Real time.</param>
/// <param name="log">Tells of what was not taken.</param>
public sealed partial class DeliverySender(
    IReadOnlyList<IMessageSender> senders,
    OpenOutbox outbox,
    NotificationSettings settings,
    BackOff backOff,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<DeliverySender> log) : BackgroundService
{
    /// <summary>How long one message may take.</summary>
    public static readonly TimeSpan LongestSending = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Channel<bool>> _signals = senders.ToDictionary(
        sender => sender.Channel,
        // Bound: one signal; what is due is read from the outbox.
        _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }),
        StringComparer.Ordinal);

    /// <summary>Says that there may be something to send. Returns at once.</summary>
    public void Signal()
    {
        foreach (var signal in _signals.Values)
        {
            signal.Writer.TryWrite(true);
        }
    }

    /// <summary>Sends what is due on a channel, until nothing is or the channel itself fails.</summary>
    /// <returns>When to look again, and whether the channel is left alone until then.</returns>
    public async Task<(DateTimeOffset? Next, bool IsHeldUp)> SendDueAsync(
        IMessageSender sender, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sender);
        while (outbox.Value.Outgoing.Take(sender.Channel) is { } message)
        {
            var failed = await TryAsync(sender, message, cancellationToken);
            if (failed is null)
            {
                outbox.Value.Outgoing.MarkSent(message);
                LogSent(message.Identity, sender.Channel, message.Tries);
                continue;
            }

            var due = DueAfter(message, failed);
            outbox.Value.Outgoing.MarkFailed(message, failed.Message, due, failed.IsOfChannel);
            if (due is null)
            {
                LogGivenUp(message.Identity, sender.Channel, message.Tries, failed.Message);
            }
            else
            {
                LogFailed(message.Identity, sender.Channel, message.Tries, failed.Message);
            }

            if (failed.IsOfChannel)
            {
                // The others would fail too; each would wait out its own time.
                return (clock.GetUtcNow() + WaitAfter(FailuresOf(sender.Channel), failed), true);
            }
        }

        return (outbox.Value.Outgoing.NextDue(sender.Channel), false);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(senders.Select(sender => RunAsync(sender, stoppingToken)));

    private async Task RunAsync(IMessageSender sender, CancellationToken stoppingToken)
    {
        // Off the thread that starts the server.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            DateTimeOffset? next;
            bool isHeldUp;
            try
            {
                outbox.Value.Outgoing.TakeBack(sender.Channel);
                outbox.Value.Release();
                (next, isHeldUp) = await SendDueAsync(sender, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (SqliteException unwritable)
            {
                LogOutbox(unwritable.Message);
                (next, isHeldUp) = (null, true);
            }
            catch (Exception unexpected)
            {
                // One message must not end the others, nor the control centre.
                LogUnexpected(unexpected, sender.Channel);
                (next, isHeldUp) = (null, true);
            }

            await WaitAsync(sender.Channel, next, isHeldUp, stoppingToken);
        }
    }

    private async Task<DeliveryFailedException?> TryAsync(
        IMessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestSending, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await sender.SendAsync(message, either.Token);
            return null;
        }
        catch (DeliveryFailedException failed)
        {
            return failed;
        }
        catch (OperationCanceledException slow) when (patience.IsCancellationRequested)
        {
            return new DeliveryFailedException(
                $"no answer within {LongestSending.TotalSeconds:0} seconds", isOfChannel: true, inner: slow);
        }
        catch (OperationCanceledException cancelled) when (!cancellationToken.IsCancellationRequested)
        {
            // A client gives up by itself with this: HttpClient when no connection is made in its time.
            return new DeliveryFailedException("no connection was made in time", isOfChannel: true, inner: cancelled);
        }
    }

    private DateTimeOffset? DueAfter(OutgoingMessage message, DeliveryFailedException failed)
    {
        var due = clock.GetUtcNow() + WaitAfter(message.Tries, failed);
        return due < outbox.Value.Outgoing.FirstDue(message) + settings.Retries.GivenUpAfter ? due : null;
    }

    private TimeSpan WaitAfter(int tries, DeliveryFailedException failed)
    {
        var wait = backOff.After(tries);
        var asked = failed.RetryAfter ?? TimeSpan.Zero;
        return asked > wait ? (asked < settings.Retries.Longest ? asked : settings.Retries.Longest) : wait;
    }

    private int FailuresOf(string channel) => outbox.Value.Troubles()
        .FirstOrDefault(trouble => string.Equals(trouble.Channel, channel, StringComparison.Ordinal))?.Failures ?? 0;

    private async Task WaitAsync(string channel, DateTimeOffset? next, bool isHeldUp, CancellationToken stoppingToken)
    {
        var wait = next is { } due && due - clock.GetUtcNow() < s_look ? due - clock.GetUtcNow() : s_look;
        using var timer = new CancellationTokenSource(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stoppingToken);
        try
        {
            // A channel that fails is left alone until its time: what comes new waits too.
            if (isHeldUp)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, either.Token);
            }

            await _signals[channel].Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Its time has come, or the server stops.
        }
    }

    [LoggerMessage(LogLevel.Information, "Message {Message} was taken by the channel {Channel} at try {Tries}.")]
    private partial void LogSent(string message, string channel, int tries);

    [LoggerMessage(LogLevel.Warning, "Message {Message} was not taken by the channel {Channel} at try {Tries}: {Why}")]
    private partial void LogFailed(string message, string channel, int tries, string why);

    [LoggerMessage(
        LogLevel.Error, "Message {Message} is given up on the channel {Channel} after {Tries} tries: {Why}")]
    private partial void LogGivenUp(string message, string channel, int tries, string why);

    [LoggerMessage(LogLevel.Error, "Sending on the channel {Channel} broke off, and is tried again.")]
    private partial void LogUnexpected(Exception why, string channel);

    [LoggerMessage(LogLevel.Error, "What is to be sent cannot be read or kept now, and is tried again: {Why}")]
    private partial void LogOutbox(string why);
}
