using Microsoft.Data.Sqlite;
using MseControlCentre.Server.Accounts;
using MseControlCentre.Server.Accounts.Rules;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Outbox;

namespace MseControlCentre.Server.Notifications.Browser;

/// <summary>
/// What became of each step in people's browsers, in the outbox beside mail and webhook. Only a browser knows whether
/// it showed something: until it says so a step is being sent, and one of which it says nothing is given up, in sight.
/// </summary>
/// <param name="outbox">Where it is kept.</param>
/// <param name="clock">Real time.</param>
/// <param name="log">Tells of an outbox that cannot be written.</param>
public sealed partial class BrowserDeliveries(
    OpenOutbox outbox,
    [FromKeyedServices(AccountsSetup.RealTime)] TimeProvider clock,
    ILogger<BrowserDeliveries> log) : BackgroundService
{
    /// <summary>How long a browser may take to answer, after which it is held to have shown nothing.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(10);

    private const string Unanswered = "The browser did not say that it showed it.";

    // Quiet hours are of a day.
    private static readonly TimeSpan s_longestQuiet = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    /// <summary>A step is about to be offered to people over their lines. Each of them has it once.</summary>
    public void Offer(Announcement told, IEnumerable<Actor> readers)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<NewDelivery> offered =
        [
            .. readers.DistinctBy(reader => reader.Id, StringComparer.Ordinal).Select(reader => new NewDelivery(
                told,
                BrowserOffers.Channel,
                reader.Name,
                BrowserOffers.Channel,
                reader.Id,
                now,
                DeliveryState.Sending)),
        ];
        OrSayWhyNot(() => outbox.Value.Browsers.Add(offered));
    }

    /// <summary>
    /// Somebody's browser says what it did with a step. What was never offered to them is passed over.
    /// </summary>
    /// <param name="reader">Whose browser.</param>
    /// <param name="about">Identity of what the step is about.</param>
    /// <param name="number">The step's number.</param>
    /// <param name="outcome">What it did.</param>
    /// <param name="until">When its quiet hours end (UTC); null when it keeps none.</param>
    public void Answer(Actor reader, string about, int number, NoticeOutcome outcome, DateTimeOffset? until)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var latest = clock.GetUtcNow() + s_longestQuiet;
        OrSayWhyNot(() => outbox.Value.Browsers.Answer(
            about,
            number,
            reader.Id,
            outcome is NoticeOutcome.Quiet ? DeliveryState.Held : DeliveryState.Sent,
            outcome is NoticeOutcome.Looked ? "the board was looked at" : null,
            outcome is NoticeOutcome.Quiet && until < latest ? until : null));
    }

    /// <summary>Gives up what no browser has answered in time, and lets go of what ended long ago.</summary>
    public void GiveUpUnanswered() => OrSayWhyNot(() =>
    {
        outbox.Value.Browsers.GiveUpUnanswered(clock.GetUtcNow() - AnswerWithin, Unanswered);
        outbox.Value.Release();
    });

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                GiveUpUnanswered();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    // People are shown it all the same: what became of it is then not known, and the log says why.
    private void OrSayWhyNot(Action write)
    {
        try
        {
            write();
        }
        catch (SqliteException unwritable)
        {
            LogUnwritten(unwritable.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The server stops; what browsers answer is no longer kept.")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Error, "What browsers show cannot be kept now: {Why}")]
    private partial void LogUnwritten(string why);
}
