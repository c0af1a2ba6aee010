using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>The outbox holds each delivery once, through crashes, and says what happened to a file that is lost.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly ManualClock _clock = new(Told.Morning);

    private string OutboxFile => Path.Combine(_folder.Path, "notifications.db");

    [Fact]
    public async Task NewOutbox_BeginsAtTheEndOfTheJournal()
    {
        using var outbox = await OpenAsync(end: 4711);

        Assert.Equal((4711L, "m4711"), outbox.Reached);
        Assert.Null(outbox.Origin.Words);
        Assert.Empty(outbox.Find(null, null, 10));
    }

    [Fact]
    public async Task DeliveriesAndPlace_AreKeptTogetherAndOnce()
    {
        using (var outbox = await OpenAsync())
        {
            outbox.Add([Told.Delivery(1), Told.Delivery(2)], 5, "m5");
            outbox.Add([Told.Delivery(2), Told.Delivery(3)], 6, "m6");
        }

        using var again = await OpenAsync(end: 9);

        Assert.Equal((6L, "m6"), again.Reached);
        Assert.Equal([3, 2, 1], again.Find(null, null, 10).Select(one => one.Announcement.Number));
        Assert.Equal(Told.Of(3), again.Find(null, null, 1)[0].Announcement);
    }

    [Fact]
    public async Task MessageThatWasBeingSent_IsSentAgainAfterACrashUnderItsIdentity()
    {
        string identity;
        using (var outbox = await OpenAsync())
        {
            outbox.Add([Told.Delivery()], 5, "m5");
            identity = outbox.Outgoing.Take("mail")!.Identity;
            Assert.Null(outbox.Outgoing.Take("mail"));
        }

        using var again = await OpenAsync(end: 9);
        again.Outgoing.TakeBack("mail");
        var message = again.Outgoing.Take("mail")!;

        Assert.Equal((identity, 2), (message.Identity, message.Tries));
        again.Outgoing.MarkSent(message);
        again.Outgoing.TakeBack("mail");
        Assert.Null(again.Outgoing.Take("mail"));
    }

    [Fact]
    public async Task Identities_DifferByStepRuleAndRecipient_AndAreTheSameEachTime()
    {
        using var outbox = await OpenAsync();
        outbox.Add(
            [
                Told.Delivery(1), Told.Delivery(2), Told.Delivery(1, rule: "directors"),
                Told.Delivery(1, recipient: "b@example.nhs.uk"),
            ],
            5,
            "m5");

        var identities = Enumerable.Range(0, 4).Select(_ => outbox.Outgoing.Take("mail")!.Identity).ToList();

        Assert.Equal(4, identities.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(
            MessageIdentity.Of(
                "RAJ12-HandoverDelay-20261123-1", 2, "managers", "mail", "site.manager@example.nhs.uk", 0),
            identities);
        Assert.All(identities, one => Assert.Matches("^[A-Za-z0-9._-]+$", one));
    }

    [Fact]
    public async Task WhatWasHeld_LeavesTogetherOncePerRuleAndRecipient()
    {
        using var outbox = await OpenAsync();
        var seven = Told.Morning.AddHours(21);
        outbox.Add(
            [
                Told.Delivery(1, due: seven, state: DeliveryState.Held),
                Told.Delivery(2, due: seven, state: DeliveryState.Held),
                Told.Delivery(1, recipient: "b@example.nhs.uk", due: seven, state: DeliveryState.Held),
            ],
            5,
            "m5");
        Assert.Null(outbox.Outgoing.Take("mail"));
        Assert.Equal(seven, outbox.Outgoing.NextDue("mail"));

        _clock.Advance(TimeSpan.FromHours(21));
        var first = outbox.Outgoing.Take("mail")!;
        var second = outbox.Outgoing.Take("mail")!;

        Assert.Equal([1, 2], first.Deliveries.Select(one => one.Announcement.Number));
        Assert.Equal("b@example.nhs.uk", Assert.Single(second.Deliveries).Recipient);
        Assert.Null(outbox.Outgoing.Take("mail"));

        // Tried again, it carries the same.
        outbox.Outgoing.MarkFailed(first, "the mail server answered 451", _clock.GetUtcNow(), isOfChannel: true);
        var again = outbox.Outgoing.Take("mail")!;
        Assert.Equal(first.Identity, again.Identity);
        Assert.Equal([1, 2], again.Deliveries.Select(one => one.Announcement.Number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OutboxThatCannotBeUsed_IsPutAsideAndSaysSo(bool isDamaged)
    {
        using (var outbox = await OpenAsync())
        {
            outbox.Add([Told.Delivery()], 5, "m5");
        }

        if (isDamaged)
        {
            await File.WriteAllTextAsync(OutboxFile, "this was a database once, before somebody wrote into it. ".PadRight(4096));
        }

        using var anew = await DeliveryOutbox.OpenAsync(
            OutboxFile, sequence => Task.FromResult<string?>($"other{sequence}"), 7, _clock);

        Assert.Equal((7L, "other7"), anew.Reached);
        Assert.Empty(anew.Find(null, null, 10));
        Assert.Contains("was put aside as notifications.db.unreadable-", anew.Origin.Words, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, anew.Origin.Words!.Split(" as ")[1].Split(';')[0])));
    }

    [Fact]
    public async Task File_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var outbox = await OpenAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OutboxFile));
    }

    [Fact]
    public async Task WhatABrowserShows_IsNoMatterOfTheFile_AndNobodyElseSendsIt()
    {
        using var outbox = await OpenAsync();
        outbox.Browsers.Add([OfBrowser()]);

        outbox.GiveUpUnknown(NotificationSettings.None);
        var row = Assert.Single(outbox.Find(null, null, 9));

        Assert.Equal(DeliveryState.Sending, row.State);
        Assert.False(outbox.SendAgain(row.Id));
        Assert.False(outbox.GiveUp(row.Id, "by hand"));
    }

    [Fact]
    public async Task WhatABrowserDoesNotAnswer_IsGivenUp_AndIsSentWhenItAnswersAfterAll()
    {
        using var outbox = await OpenAsync();
        outbox.Browsers.Add([OfBrowser()]);
        outbox.Browsers.GiveUpUnanswered(Told.Morning, "no answer");
        var early = Assert.Single(outbox.Of(Told.Of().About)).State;

        outbox.Browsers.GiveUpUnanswered(Told.Morning.AddMinutes(1), "no answer");
        var late = Assert.Single(outbox.Of(Told.Of().About));
        Assert.True(outbox.Browsers.Answer(Told.Of().About, 1, "p_jo", DeliveryState.Sent, null, null));
        outbox.Browsers.GiveUpUnanswered(Told.Morning.AddDays(1), "no answer");

        Assert.Equal(DeliveryState.Sending, early);
        Assert.Equal((DeliveryState.GivenUp, "no answer"), (late.State, late.Words));
        Assert.Equal((DeliveryState.Sent, null), Ended(outbox));
        Assert.False(outbox.Browsers.Answer(Told.Of().About, 1, "p_jo", DeliveryState.Held, null, null));
        Assert.False(outbox.Browsers.Answer(Told.Of().About, 2, "p_jo", DeliveryState.Sent, null, null));
        Assert.False(outbox.Browsers.Answer(Told.Of().About, 1, "p_max", DeliveryState.Sent, null, null));

        static (DeliveryState, string?) Ended(DeliveryOutbox outbox) =>
            Assert.Single(outbox.Of(Told.Of().About)) is var one ? (one.State, one.Words) : default;
    }

    private static NewDelivery OfBrowser() => Told.Delivery(
        1, BrowserOffers.Channel, "p_jo", BrowserOffers.Channel, Told.Morning, DeliveryState.Sending);

    [Fact]
    public async Task WhatTheFileNoLongerNames_IsGivenUp()
    {
        using var outbox = await OpenAsync();
        outbox.Add([Told.Delivery(1), Told.Delivery(1, recipient: "left@example.nhs.uk")], 5, "m5");

        outbox.GiveUpUnknown(NotificationSettings.None with { Rules = [Told.Rule()] });

        Assert.Equal("left@example.nhs.uk", Assert.Single(outbox.Find(DeliveryState.GivenUp, null, 9)).Recipient);
        Assert.Equal("site.manager@example.nhs.uk", outbox.Outgoing.Take("mail")!.Recipient);
    }

    [Fact]
    public async Task WhatTheFileNoLongerNames_IsGivenUpThoughItWasBeingSentWhenTheServerStopped()
    {
        using (var outbox = await OpenAsync())
        {
            outbox.Add([Told.Delivery(1, recipient: "left@example.nhs.uk")], 5, "m5");
            Assert.NotNull(outbox.Outgoing.Take("mail"));
        }

        using var again = await OpenAsync();
        again.GiveUpUnknown(NotificationSettings.None with { Rules = [Told.Rule()] });
        again.Outgoing.TakeBack("mail");

        Assert.Equal("left@example.nhs.uk", Assert.Single(again.Find(DeliveryState.GivenUp, null, 9)).Recipient);
        Assert.Null(again.Outgoing.Take("mail"));
    }

    [Fact]
    public async Task WhatWasHeldInALongNight_LeavesInMessagesThatAReceiverTakes()
    {
        using var outbox = await OpenAsync();
        var seven = Told.Morning.AddHours(21);
        outbox.Add(
            [
                .. Enumerable.Range(1, OutgoingMessages.MostTogether + 5)
                    .Select(number => Told.Delivery(number, due: seven, state: DeliveryState.Held)),
            ],
            5,
            "m5");
        _clock.Advance(TimeSpan.FromHours(21));

        int[] messages =
        [
            outbox.Outgoing.Take("mail")!.Deliveries.Count,
            outbox.Outgoing.Take("mail")!.Deliveries.Count,
        ];

        Assert.Equal([OutgoingMessages.MostTogether, 5], messages);
        Assert.Null(outbox.Outgoing.Take("mail"));
    }

    [Fact]
    public async Task SentAgain_HasAnIdentityOfItsOwn_AndGivenUpKeepsIts()
    {
        using var outbox = await OpenAsync();
        outbox.Add([Told.Delivery()], 5, "m5");
        var first = outbox.Outgoing.Take("mail")!;
        outbox.Outgoing.MarkFailed(first, "the mail server answered 550", null, isOfChannel: false);
        var id = first.Deliveries[0].Id;

        Assert.True(outbox.SendAgain(id));
        var second = outbox.Outgoing.Take("mail")!;
        Assert.False(outbox.SendAgain(id));
        outbox.Outgoing.MarkSent(second);
        Assert.False(outbox.GiveUp(id, "by hand"));
        Assert.True(outbox.SendAgain(id));
        var third = outbox.Outgoing.Take("mail")!;

        Assert.Equal(first.Identity, second.Identity);
        Assert.NotEqual(first.Identity, third.Identity);
        Assert.False(outbox.SendAgain(9999));
    }

    [Fact]
    public async Task WhatEndedLongAgo_Leaves()
    {
        using var outbox = await OpenAsync();
        outbox.Add([Told.Delivery(1), Told.Delivery(2, due: Told.Morning.AddDays(60))], 5, "m5");
        outbox.Outgoing.MarkSent(outbox.Outgoing.Take("mail")!);

        _clock.Advance(DeliveryOutbox.Kept + TimeSpan.FromMinutes(1));
        outbox.Release();

        Assert.Equal(2, Assert.Single(outbox.Find(null, null, 9)).Announcement.Number);
    }

    public void Dispose() => _folder.Dispose();

    private Task<DeliveryOutbox> OpenAsync(long end = 4) => DeliveryOutbox.OpenAsync(
        OutboxFile, sequence => Task.FromResult<string?>($"m{sequence}"), end, _clock);
}
