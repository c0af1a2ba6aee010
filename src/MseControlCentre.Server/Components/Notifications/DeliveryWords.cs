using System.Globalization;
using MseControlCentre.Server.Components.Shared;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Components.Notifications;

/// <summary>Deliveries in words.</summary>
/// <param name="local">Times as people of the system read them.</param>
internal sealed class DeliveryWords(LocalTime local)
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
        string.Equals(delivery.Channel, delivery.Recipient, StringComparison.Ordinal)
            ? delivery.Channel
            : $"{delivery.Channel}: {MailAddresses.Masked(delivery.Recipient)}",
        States.First(one => one.State == delivery.State).Text,
        LevelOf(delivery),
        WordsOf(delivery),
        delivery.State switch
        {
            DeliveryState.Sending => null,
            DeliveryState.Waiting or DeliveryState.Held => "Send now",
            _ => "Send again",
        },
        delivery.State is DeliveryState.Waiting or DeliveryState.Held);

    /// <summary>What is wrong with a channel.</summary>
    public string Trouble(ChannelTrouble trouble) => string.Create(
        CultureInfo.InvariantCulture,
        $"The channel {trouble.Channel} has failed {trouble.Failures} times since "
        + $"{local.DayAndClock(trouble.Since)}: {trouble.Words}. What is due there "
        + $"is tried again by itself; tell people in another way until it is mended.");

    private static Level LevelOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.GivenUp => Level.Alarm,
        DeliveryState.Waiting or DeliveryState.Sending when delivery.Tries > 1 => Level.Watch,
        DeliveryState.Waiting when delivery.Tries > 0 => Level.Watch,
        _ => Level.Normal,
    };

    private string? WordsOf(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Waiting when delivery.Tries > 0 =>
            $"{Tried(delivery)}, next at {local.ClockSeconds(delivery.Due)}: {delivery.Words}",
        DeliveryState.Held => $"until {local.DayAndClock(delivery.Due)}",
        DeliveryState.Sent when delivery.IsOneOfSeveral =>
            $"{local.DayAndClock(delivery.ChangedAt)}, in one message for the quiet hours",
        DeliveryState.Sent => local.DayAndClock(delivery.ChangedAt),
        DeliveryState.GivenUp when delivery.Tries > 0 =>
            $"{local.DayAndClock(delivery.ChangedAt)}, {Tried(delivery)}: {delivery.Words}",
        DeliveryState.GivenUp => $"{local.DayAndClock(delivery.ChangedAt)}: {delivery.Words}",
        _ => null,
    };

    private static string Tried(Delivery delivery) => delivery.Tries == 1
        ? "tried once"
        : string.Create(CultureInfo.InvariantCulture, $"tried {delivery.Tries} times");
}
