using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Notifications;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Notifications.Outbox;
using MseControlCentre.Server.Notifications.Settings;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>Who is told what, and when.</summary>
public sealed class NotificationRuleTests
{
    private static readonly NetworkMap s_network = AdoptableNetwork.Read(Repository.NetworkFile).Map;

    [Fact]
    public void Sites_LimitWhoIsTold()
    {
        var rule = Told.Rule(scopes: ["RAJ12"]);

        Assert.True(Wants(rule, Told.Of(scope: "RAJ12")));
        Assert.False(Wants(rule, Told.Of(scope: "RAJ01")));
        Assert.False(Wants(rule, Told.Of(scope: s_network.Code)));
        Assert.True(Wants(Told.Rule(), Told.Of(scope: s_network.Code)));
    }

    [Fact]
    public void WhoIsAskedForHelpOrToAttend_IsConcernedToo()
    {
        Assert.True(Wants(Told.Rule(scopes: ["RAJ01"], steps: [AnnouncedStep.HelpAsked]),
            Told.Of(scope: "RAJ12", step: AnnouncedStep.HelpAsked, asked: "RAJ01")));
        Assert.True(Wants(CallRule("RAJ01"), Call()));
        Assert.True(Wants(CallRule("essex-council"), Call()));
        Assert.False(Wants(CallRule("RAJ32"), Call()));
        Assert.True(Wants(CallRule(), Call()));
        Assert.False(Wants(CallRule() with { FromLevel = "site-manager" }, Call()));
    }

    [Fact]
    public void ActionOfACall_IsToldToItsOwner_AndQuietHoursHoldIt()
    {
        var action = Call() with { Step = AnnouncedStep.ActionChased, Scope = "essex-council", Places = null };
        var rule = Told.Rule(scopes: ["essex-council"], steps: [AnnouncedStep.ActionChased]) with
        {
            Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "site-director-and-scc"),
        };
        var night = new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero);

        Assert.True(Wants(rule, action));
        Assert.False(Wants(rule with { Scopes = ["RAJ12"] }, action));
        var held = Assert.Single(Planned(rule, action with { At = night }, night));
        Assert.Equal((DeliveryState.Held, night.AddHours(8)), (held.State, held.Due));
    }

    [Theory]
    [InlineData("release-to-respond", "site-manager", false)]
    [InlineData("release-to-respond", "release-to-respond", true)]
    [InlineData("release-to-respond", "site-director-and-scc", true)]
    [InlineData("site-manager", null, false)]
    [InlineData(null, null, true)]
    public void Levels_CountFromTheOneThatIsNamed(string? from, string? level, bool told) =>
        Assert.Equal(told, Wants(Told.Rule(fromLevel: from), Told.Of(level: level)));

    [Fact]
    public void TopicsAndSteps_LimitWhatIsTold()
    {
        Assert.False(Wants(Told.Rule(topics: ["wardClosed"]), Told.Of()));
        Assert.True(Wants(Told.Rule(topics: ["handoverDelay"]), Told.Of()));
        Assert.False(Wants(Told.Rule(), Told.Of(step: AnnouncedStep.Resolved)));
        Assert.True(Wants(
            Told.Rule(steps: [AnnouncedStep.Acknowledged]), Told.Of(step: AnnouncedStep.AcknowledgedLate)));
        Assert.False(Wants(
            Told.Rule(steps: [AnnouncedStep.AcknowledgedLate]), Told.Of(step: AnnouncedStep.Acknowledged)));
    }

    [Fact]
    public void QuietHours_HoldUntilTheirEnd_UnlessTheLevelBreaksThrough()
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0), "site-director-and-scc");
        var night = new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero);

        var held = Assert.Single(Planned(Told.Rule(quiet: quiet), Told.Of(at: night), night));
        var told = Assert.Single(
            Planned(Told.Rule(quiet: quiet), Told.Of(at: night, level: "site-director-and-scc"), night));
        var byDay = Assert.Single(Planned(Told.Rule(quiet: quiet), Told.Of(), Told.Morning));

        Assert.Equal((DeliveryState.Held, night.AddHours(8)), (held.State, held.Due));
        Assert.Equal((DeliveryState.Waiting, night), (told.State, told.Due));
        Assert.Equal(DeliveryState.Waiting, byDay.State);
    }

    [Fact]
    public void EachRecipient_HasADelivery_AndWhatIsTooOldIsGivenUpAtOnce()
    {
        var rule = Told.Rule(to: ["a@example.nhs.uk", "b@example.nhs.uk"]);

        Assert.Equal(
            ["a@example.nhs.uk", "b@example.nhs.uk"],
            Planned(rule, Told.Of(), Told.Morning).Select(one => one.Recipient));
        Assert.All(Planned(rule, Told.Of(), Told.Morning.AddHours(25)), one =>
        {
            Assert.Equal(DeliveryState.GivenUp, one.State);
            Assert.NotNull(one.Words);
        });
    }

    private static NotificationRule CallRule(params string[] scopes) =>
        Told.Rule(scopes: scopes, topics: ["situationalAwarenessCall"], steps: [AnnouncedStep.PackReady]);

    private static Announcement Call() => Told.Of(
        about: "situational-awareness-20261123-1/pack", step: AnnouncedStep.PackReady, scope: s_network.Code, level: null,
        topic: "situationalAwarenessCall") with
    {
        Places = [s_network.Code, "RAJ12", "RAJ01", "essex-council"],
    };

    private static List<NewDelivery> Planned(NotificationRule rule, Announcement told, DateTimeOffset now) =>
        [.. new DeliveryPlanner(NotificationSettings.None with { Rules = [rule] }).Of(told, s_network, now, now)];

    private static bool Wants(NotificationRule rule, Announcement told) => rule.Wants(told, s_network.Escalation);
}
