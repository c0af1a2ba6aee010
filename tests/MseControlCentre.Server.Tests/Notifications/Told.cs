using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>Things to tell, for tests.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Somebody whose name and words must never leave the board.</summary>
    public static readonly StaffMember Jo = new("p_jo", "Jo Bloggs", "Site manager");

    public static Announcement Of(
        int number = 1,
        string about = "RAJ12-HandoverDelay-20261123-1",
        AnnouncedStep step = AnnouncedStep.Raised,
        string scope = "RAJ12",
        string? level = "site-manager",
        string topic = "handoverDelay",
        DateTimeOffset? at = null,
        string? asked = null) => new(
            about, number, topic, step, scope, "Basildon", level, "Site manager",
            "Basildon: 3 ambulances over 30 min, longest 34 min", "Raised: a limit is reached", at ?? Morning,
            (at ?? Morning).AddMinutes(10), "/escalations/" + about, asked);

    public static NotificationRule Rule(
        string id = "managers",
        string channel = "mail",
        IReadOnlyList<string>? to = null,
        IReadOnlyList<string>? scopes = null,
        IReadOnlyList<string>? topics = null,
        string? fromLevel = null,
        IReadOnlyList<AnnouncedStep>? steps = null,
        QuietHours? quiet = null) => new(
            id, "Site managers of Basildon", channel, to ?? ["site.manager@example.nhs.uk"], scopes ?? [],
            topics ?? [], fromLevel, steps ?? [AnnouncedStep.Raised, AnnouncedStep.PassedUp], quiet);

    public static NewDelivery Delivery(
        int number = 1,
        string rule = "managers",
        string recipient = "site.manager@example.nhs.uk",
        string channel = "mail",
        DateTimeOffset? due = null,
        DeliveryState state = DeliveryState.Waiting) => new(
            Of(number), rule, "Site managers of Basildon", channel, recipient, due ?? Morning, state);

    public static FlowEvent Event(EscalationEvent step, DateTimeOffset at, string site = "RAJ12") => new()
    {
        Source = EscalationIdentity.Source,
        MessageId = EscalationIdentity.Message(step.Escalation, step.Step),
        OccurredAt = at,
        Site = site,
        Detail = step,
    };

    public static EscalationRaised Raised(string id, StaffMember? by = null) => new(
        id, 1, EscalationKind.HandoverDelay, "Basildon: 3 ambulances over 30 min, longest 34 min", "site-manager",
        by is null ? null : "Mr Smith of bed 4, 943 476 5919", By: by);
}
