using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Sending;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>What a message says.</summary>
public sealed class MessageTextTests
{
    private static readonly LocalTime s_local = LocalTime.Of("Europe/London");

    [Fact]
    public void Message_SaysPlaceLevelTimesAndWhereToLook()
    {
        var text = TextOf(Told.Morning.AddMinutes(1), 1);

        Assert.Equal(
            "Basildon: 3 ambulances over 30 min, longest 34 min (Raised: a limit is reached)", text.Subject);
        var step = Assert.Single(text.Steps);
        Assert.Equal(
            [
                ("Place", "Basildon"), ("Level", "Site manager"), ("When", "23 Nov 10:00"),
                ("Answer by", "23 Nov 10:10, Site manager"),
            ],
            step.Facts);
        Assert.Equal(
            "https://board.example.nhs.uk/escalations/RAJ12-HandoverDelay-20261123-1", step.Link.AbsoluteUri);
        Assert.Null(step.Old);
        Assert.Contains("Site managers of Basildon", text.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, "This is 15 minutes old. The board shows what is so now.")]
    [InlineData(185, "This is 3 hours 5 minutes old. The board shows what is so now.")]
    public void OldStep_SaysThatItIsOld(int minutes, string? words) =>
        Assert.Equal(words, TextOf(Told.Morning.AddMinutes(minutes), 1).Steps[0].Old);

    [Fact]
    public void WhatWasHeld_IsOneMessageOfSeveralSteps()
    {
        var text = TextOf(Told.Morning.AddHours(8), 3);

        Assert.StartsWith("3 steps of the quiet hours: Basildon", text.Subject, StringComparison.Ordinal);
        Assert.Equal(3, text.Steps.Count);
        Assert.All(text.Steps, step => Assert.NotNull(step.Old));
    }

    private static MessageText TextOf(DateTimeOffset now, int steps) => MessageText.Of(
        new OutgoingMessage("m", [.. Enumerable.Range(1, steps).Select(Delivery)]),
        now,
        s_local,
        TimeSpan.FromMinutes(15),
        new Uri("https://board.example.nhs.uk/"));

    private static Delivery Delivery(int number) => new(
        number, Told.Of(number), "managers", "Site managers of Basildon", "mail", "a@example.nhs.uk",
        DeliveryState.Sending, 1, null, Told.Morning, Told.Morning, "m", false);
}
