using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Notifications;

/// <summary>Says who is told of something, and when.</summary>
/// <param name="settings">The rules.</param>
public sealed class DeliveryPlanner(NotificationSettings settings)
{
    /// <summary>The deliveries of an announcement.</summary>
    /// <param name="announcement">What there is to tell.</param>
    /// <param name="network">Its levels and its time zone.</param>
    /// <param name="now">Real time: quiet hours are those of the people.</param>
    /// <param name="boardNow">The board's time, by which the step is old or new.</param>
    public IEnumerable<NewDelivery> Of(
        Announcement announcement, NetworkMap network, DateTimeOffset now, DateTimeOffset boardNow)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(network);
        var isTooLate = boardNow - announcement.At > settings.Retries.GivenUpAfter;
        foreach (var rule in settings.Rules.Where(rule => rule.Wants(announcement, network.Escalation)))
        {
            var held = rule.BreaksThrough(announcement, network.Escalation)
                ? null
                : rule.Quiet?.EndOf(now, TimeZoneInfo.FindSystemTimeZoneById(network.TimeZone));
            foreach (var recipient in rule.Recipients)
            {
                yield return new NewDelivery(
                    announcement,
                    rule.Id,
                    rule.For,
                    rule.Channel,
                    recipient,
                    isTooLate ? now : held ?? now,
                    isTooLate ? DeliveryState.GivenUp : held is null ? DeliveryState.Waiting : DeliveryState.Held,
                    isTooLate ? "The server was not running when it happened; it was too old to tell." : null);
            }
        }
    }
}
