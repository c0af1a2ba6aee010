using Microsoft.Extensions.Logging.Abstractions;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Sending;
using MseControlCentre.Server.Notifications.Settings;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>What fails is tried again, later each time, and given up visibly.</summary>
public sealed class DeliverySenderTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly ManualClock _clock = new(Told.Morning);
    private readonly OpenOutbox _outbox = new();

    [Fact]
    public void BackOff_DoublesUpToItsBoundAndVariesALittle()
    {
        var times = new RetryTimes(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(60), TimeSpan.FromHours(1));
        var waits = Enumerable.Range(1, 40).Select(tries => new BackOff(times, new Random(tries)).After(tries)).ToList();

        for (var tries = 1; tries <= 40; tries++)
        {
            var middle = Math.Min(4 * Math.Pow(2, tries - 1), 60);
            Assert.InRange(waits[tries - 1].TotalSeconds, middle * 0.75, middle * 1.25);
        }

        Assert.True(waits.Skip(5).Distinct().Count() > 20);
        Assert.Equal(new BackOff(times, new Random(7)).After(3), new BackOff(times, new Random(7)).After(3));
    }

    [Fact]
    public async Task Failure_OfTheChannel_HoldsTheOthersBack_AndRecoverySendsThemAll()
    {
        await OpenAsync();
        _outbox.Value.Add([Told.Delivery(1), Told.Delivery(2), Told.Delivery(3)], 5, "m5");
        var receiver = new Receiver { Fails = _ => new DeliveryFailedException("the mail server cannot be reached", true) };
        using var sender = Sender(receiver);

        var (next, isHeldUp) = await sender.SendDueAsync(receiver, CancellationToken.None);

        Assert.Equal((1, true), (receiver.Tried.Count, isHeldUp));
        Assert.InRange(next!.Value - _clock.GetUtcNow(), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(7));
        Assert.Equal(1, Assert.Single(_outbox.Value.Troubles()).Failures);

        receiver.Fails = _ => null;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await sender.SendDueAsync(receiver, CancellationToken.None);

        Assert.Equal(3, _outbox.Value.Find(DeliveryState.Sent, null, 9).Count);
        Assert.Empty(_outbox.Value.Troubles());
    }

    [Fact]
    public async Task Client_ThatGivesUpByItself_IsAFailureOfItsChannel_AndNotTheEndOfSending()
    {
        await OpenAsync();
        _outbox.Value.Add([Told.Delivery()], 5, "m5");

        // What HttpClient throws when no connection is made in its time.
        var receiver = new Receiver { Fails = _ => new TaskCanceledException("", new TimeoutException()) };
        using var sender = Sender(receiver);

        var (_, isHeldUp) = await sender.SendDueAsync(receiver, CancellationToken.None);

        Assert.True(isHeldUp);
        Assert.Equal("no connection was made in time", Assert.Single(_outbox.Value.Troubles()).Words);
        Assert.Single(_outbox.Value.Find(DeliveryState.Waiting, null, 9));
    }

    [Fact]
    public async Task Failure_OfOneRecipient_HoldsNobodyElseBack()
    {
        await OpenAsync();
        _outbox.Value.Add([Told.Delivery(1, recipient: "gone@example.nhs.uk"), Told.Delivery(1)], 5, "m5");
        var receiver = new Receiver
        {
            Fails = message => message.Recipient.StartsWith("gone", StringComparison.Ordinal)
                ? new DeliveryFailedException("the mail server did not take the recipient (550)", false)
                : null,
        };
        using var sender = Sender(receiver);

        var (_, isHeldUp) = await sender.SendDueAsync(receiver, CancellationToken.None);

        Assert.False(isHeldUp);
        Assert.Equal(2, receiver.Tried.Count);
        Assert.Equal("site.manager@example.nhs.uk", Assert.Single(_outbox.Value.Find(DeliveryState.Sent, null, 9)).Recipient);
        Assert.Equal(
            "the mail server did not take the recipient (550)",
            Assert.Single(_outbox.Value.Find(DeliveryState.Waiting, null, 9)).Words);
    }

    [Fact]
    public async Task WhatFailsForADay_IsGivenUpWithItsReason()
    {
        await OpenAsync();
        _outbox.Value.Add([Told.Delivery()], 5, "m5");
        var receiver = new Receiver { Fails = _ => new DeliveryFailedException("the webhook answered 503", true) };
        using var sender = Sender(receiver);

        for (var minute = 0; minute < 25 * 60; minute++)
        {
            await sender.SendDueAsync(receiver, CancellationToken.None);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var given = Assert.Single(_outbox.Value.Find(DeliveryState.GivenUp, null, 9));
        Assert.Equal("the webhook answered 503", given.Words);
        Assert.InRange(given.Tries, 90, 120);
        Assert.Single(receiver.Tried.Select(message => message.Identity).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RetryAfter_OfTheReceiver_IsKept()
    {
        await OpenAsync();
        _outbox.Value.Add([Told.Delivery()], 5, "m5");
        var receiver = new Receiver
        {
            Fails = _ => new DeliveryFailedException("the webhook answered 429", true, TimeSpan.FromMinutes(2)),
        };
        using var sender = Sender(receiver);

        await sender.SendDueAsync(receiver, CancellationToken.None);

        Assert.Equal(_clock.GetUtcNow().AddMinutes(2), _outbox.Value.Outgoing.NextDue("mail"));
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _folder.Dispose();
    }

    private async Task OpenAsync() => _outbox.Take(await DeliveryOutbox.OpenAsync(
        Path.Combine(_folder.Path, "notifications.db"), _ => Task.FromResult<string?>("m"), 4, _clock));

    private DeliverySender Sender(Receiver receiver) => new(
        [receiver],
        _outbox,
        NotificationSettings.None,
        new BackOff(RetryTimes.Usual, new Random(1)),
        _clock,
        NullLogger<DeliverySender>.Instance);

    private sealed class Receiver : IMessageSender
    {
        public List<OutgoingMessage> Tried { get; } = [];

        public Func<OutgoingMessage, Exception?> Fails { get; set; } = _ => null;

        public string Channel => "mail";

        public Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Tried.Add(message);
            return Fails(message) is { } failure ? Task.FromException(failure) : Task.CompletedTask;
        }
    }
}
