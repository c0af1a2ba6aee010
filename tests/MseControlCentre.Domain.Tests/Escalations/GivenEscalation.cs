using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Tests.Constraints;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Escalations;

/// <summary>A plan with three levels, and the steps of one escalation at Basildon.</summary>
internal static class GivenEscalation
{
    public const string Id = "RAJ12-HandoverDelay-20261122-1";

    public static readonly StaffMember SiteManager = new("a-1", "Robin", "Site manager");
    public static readonly StaffMember Controller = new("a-2", "Ashley", "Controller");

    public static readonly EscalationPlan Plan = new(
        [
            new EscalationLevel("site", "Site manager", Minutes(10), Minutes(60)),
            new EscalationLevel("release", "Release to respond", Minutes(5)),
            new EscalationLevel("system", "Site director and SCC"),
        ],
        [
            Trigger(EscalationKind.HandoverDelay, "site", 30, "minutes"),
            Trigger(EscalationKind.HandoverDelay, "release", 45, "minutes"),
            Trigger(EscalationKind.HandoverDelay, "system", 60, "minutes"),
            Trigger(EscalationKind.WardClosed, "site", 4, "beds"),
            Trigger(EscalationKind.FeedSilent, "site", 20, "minutes"),
            Trigger(EscalationKind.VirtualWardFull, "system", 2, "patients"),
            Trigger(EscalationKind.OpelChange, "site", 3, "level"),
        ],
        Minutes(30),
        Minutes(60),
        [
            new ActionCard(EscalationKind.HandoverDelay, [], [new CardAction("cohort", "Open it", "Nurse")], "tests"),
            new ActionCard(
                EscalationKind.HandoverDelay, ["RAJ01"], [new CardAction("sdec", "Send on", "Nurse")], "tests"),
        ]);

    public static NetworkMap Map => GivenFlow.Map with { Escalation = Plan };

    public static EscalationRaised Raised(string id = Id, StaffMember? by = null, string? level = "site") => new(
        id, 1, EscalationKind.HandoverDelay, "Basildon: 9 ambulances", level, "No room", "Cohort area full", by);

    public static FlowEvent At(string time, EscalationEvent step, string scope = "RAJ12") => new()
    {
        Source = EscalationIdentity.Source,
        MessageId = EscalationIdentity.Message(step.Escalation, step.Step),
        OccurredAt = Board.Time(time),
        Site = scope,
        Detail = step,
    };

    public static Escalation Told(params FlowEvent[] steps) =>
        Assert.Single(new Board().Tell(steps).Centre.Escalations());

    private static Threshold Minutes(double value) => new(value, "minutes", "made up for tests");

    private static EscalationTrigger Trigger(EscalationKind kind, string level, double limit, string unit) =>
        new(kind, level, new Threshold(limit, unit, "made up for tests"));
}
