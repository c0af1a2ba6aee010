using System.Globalization;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Components.Notifications;

/// <summary>Deliveries in words.</summary>
/// <param name="local">Times as people of the system read them.</param>
/// <param name="clock">Real time.</param>
internal sealed class DeliveryWords(LocalTime local, TimeProvider clock)
{
    /// <summary>States as the form offers them: what stands in the address, and what is read.</summary>
    public static readonly IReadOnlyList<(DeliveryState State, string Value, string Text)> States =
    [
        (DeliveryState.Waiting, "waiting", "Waiting"),
        (DeliveryState.Held, "held", "Held for quiet hours"),
        (DeliveryState.Sending, "sending", "Being sent"),
        (DeliveryState.Sent, "sent", "Sent"),
        (DeliveryState.GivenUp, "given-up", "Given up"),
    ];

    /// <summary>The state that an address asks for; null for every.</summary>
    public static DeliveryState? StateOf(string? value) => States
        .Where(one => string.Equals(one.Value, value, StringComparison.Ordinal))
        .Select(one => (DeliveryState?)one.State).FirstOrDefault();

    /// <summary>A row.</summary>
    public DeliveryRow Row(Delivery delivery) => new(
        delivery.Id,
        delivery.Announcement.Headline,
        delivery.Announcement.What,
        local.DayAndClock(delivery.Announcement.At),
        delivery.Announcement.Path,
        delivery.For,
        WayOf(delivery),
        States.First(one => one.State == delivery.State).Text,
        LevelOf(delivery),
        WordsOf(delivery),
        delivery.State switch
        {
            _ when IsOfBrowser(delivery) => null,
            DeliveryState.Sending => null,
            DeliveryState.Waiting or DeliveryState.Held => "Send now",
            _ => "Send again",
        },
        delivery.State is DeliveryState.Waiting or DeliveryState.Held && !IsOfBrowser(delivery));

    /// <summary>What is wrong with a channel.</summary>
    public string Trouble(ChannelTrouble trouble) => string.Create(
        CultureInfo.InvariantCulture,
        $"The channel {trouble.Channel} has failed {trouble.Failures} times since "
        + $"{local.DayAndClock(trouble.Since)}: {trouble.Words}. What is due there "
        + $"is tried again by itself; tell people in another way until it is mended.");

    private static bool IsOfBrowser(Delivery delivery) =>
        string.Equals(delivery.Channel, BrowserOffers.Channel, StringComparison.Ordinal);

    private static string WayOf(Delivery delivery) => delivery switch
    {
        _ when IsOfBrowser(delivery) => "in their browser",
        _ when string.Equals(delivery.Channel, delivery.Recipient, StringComparison.Ordinal) => delivery.Channel,
        _ => $"{delivery.Channel}: {MailAddresses.Masked(delivery.Recipient)}",
    };

    // Whoever has closed their browser meanwhile is no fault of a channel.
    private static Level LevelOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.GivenUp when IsOfBrowser(delivery) => Level.Watch,
        DeliveryState.GivenUp => Level.Alarm,
        DeliveryState.Waiting or DeliveryState.Sending when delivery.Tries > 1 => Level.Watch,
        DeliveryState.Waiting when delivery.Tries > 0 => Level.Watch,
        _ => Level.Normal,
    };

    private string? WordsOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting when delivery.Tries > 0 =>
            $"{Tried(delivery)}, {NextOf(delivery)}: {delivery.Words}",
        DeliveryState.Held => $"until {local.DayAndClock(delivery.Due)}",
        DeliveryState.Sent when delivery.IsOneOfSeveral =>
            $"{local.DayAndClock(delivery.ChangedAt)}, in one message for the quiet hours",
        DeliveryState.Sent when delivery.Words is { } words => $"{local.DayAndClock(delivery.ChangedAt)}, {words}",
        DeliveryState.Sent => local.DayAndClock(delivery.ChangedAt),
        DeliveryState.GivenUp when delivery.Tries > 0 =>
            $"{local.DayAndClock(delivery.ChangedAt)}, {Tried(delivery)}: {delivery.Words}",
        DeliveryState.GivenUp => $"{local.DayAndClock(delivery.ChangedAt)}: {delivery.Words}",
        _ => null,
    };

    // While its channel fails, a delivery waits for the one that tries the channel.
    private string NextOf(Delivery delivery) => delivery.Due > clock.GetUtcNow()
        ? $"next at {local.ClockSeconds(delivery.Due)}"
        : "next within a minute";

    private static string Tried(Delivery delivery) => delivery.Tries == 1
        ? "tried once"
        : string.Create(CultureInfo.InvariantCulture, $"tried {delivery.Tries} times");
}
