using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Network;
using MseControlCentre.Server.Configuration;
using MseControlCentre.Server.Notifications.Announcements;
using MseControlCentre.Server.Tests.Calls;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Server.Tests.Calls.CallsGiven;

namespace MseControlCentre.Server.Tests.Notifications;

/// <summary>What an event of a call says: neither a person's name nor what somebody typed.</summary>
public sealed class CallAnnouncerTests
{
    private const string Regular = "situational-awareness-20261129-1";
    private const string Tactical = "tactical-20261129-1";

    private static readonly DateTimeOffset s_ten = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly NetworkMap s_network = AdoptableNetwork.Read(Repository.NetworkFile).Map;

    private static readonly CallEvent[] s_events =
    [
        Opened(Regular, s_ten, CallKind.SituationalAwareness),
        new CallPackKept(Regular, 1, CallsGiven.Pack(s_ten.AddMinutes(-30))),
        new CallPackKept(Regular, 2, CallsGiven.Pack(s_ten)),
        new CallStarted(Regular, 2, Controller),
        new CallStarted(Regular, 3, SiteManager),
        new CallStatementMade(
            Regular, 1, Basildon, [new StatementAnswer("position", "Mr Smith of bed 4")], true, SiteManager),
        new CallNoted(Regular, 1, "Mr Smith of bed 4", null, SiteManager),
        Agreed(Regular, 1, s_ten.AddHours(2), aim: new FigureAim("RAJ12:x.y", "Mr Smith of bed 4", AimDirection.Down, 4)),
        Agreed(Regular, 2, s_ten.AddHours(2), "essex-council"),
        Closed(Regular, 4, "Mr Smith of bed 4"),
        new CallActionUpdated(Regular, 2, 1, CallActionState.Owed, "Mr Smith of bed 4", s_ten.AddHours(3), SiteManager),
        new CallActionChecked(Regular, 1, 1, s_ten.AddHours(3), 4, false),
        new CallActionChased(Regular, 1, 1),
        new CallActionChased(Regular, 1, 2),
    ];

    [Fact]
    public void Events_ThatPeopleAreToldOf_SayWhatIsSoInOurOwnWords()
    {
        var told = Told(s_events);

        Assert.Equal(
            [
                "PackReady: The pack of the 10:00 situational-awareness call is there | Statements by 09:50",
                "Started: 10:00 situational-awareness call | Begun by controller",
                "ActionAgreed: Basildon: an action is owed by 29 Nov 12:00 | Agreed in the 10:00 situational-awareness call",
                "ActionAgreed: Essex County Council: an action is owed by 29 Nov 12:00 | "
                    + "Agreed in the 10:00 situational-awareness call",
                "Closed: 10:00 situational-awareness call | Closed and signed by controller, 2 actions agreed",
                "ActionChased: Basildon: an action of the 10:00 situational-awareness call is due now | "
                    + "Its figure has not moved as agreed",
                "ActionChased: Essex County Council: an action of the 10:00 situational-awareness call is overdue by "
                    + "1 hour | Say what came of it",
            ],
            told.Select(one => $"{one.Step}: {one.Headline} | {one.What}"));
        Assert.All(told, one =>
        {
            Assert.DoesNotContain("Smith", one.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Bloggs", one.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("p_", one.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ACallForAReason_IsNamedByItsKind()
    {
        var told = Told(
            [
                Opened(Tactical, s_ten, by: SiteManager), new CallPackKept(Tactical, 1, CallsGiven.Pack(s_ten)),
                Agreed(Tactical, 1, s_ten.AddHours(2)), new CallNotHeld(Tactical, 2, "Mr Smith has left", SiteManager),
            ]);

        Assert.Equal(
            [
                "Called: Tactical call at 10:00 | Called by site manager",
                "ActionAgreed: Basildon: an action is owed by 29 Nov 12:00 | Agreed in the tactical call at 10:00",
                "NotHeld: Tactical call at 10:00 | Not held, said by site manager",
            ],
            told.Select(one => $"{one.Step}: {one.Headline} | {one.What}"));
        Assert.Equal(
            "Multi-agency discharge event at 10:00",
            Told([Opened("discharge-event-20261129-1", s_ten, CallKind.DischargeEvent, Controller)]).Single().Headline);
    }

    [Fact]
    public void Identities_AreThoseOfTheJournal_AndLeadToThePage()
    {
        var told = Told(s_events);

        Assert.Equal(
            [
                $"{Regular}/pack/1", $"{Regular}/course/2", $"{Regular}/action:1/1", $"{Regular}/action:2/1",
                $"{Regular}/course/4", $"{Regular}/chase:1/1", $"{Regular}/chase:2/1",
            ],
            told.Select(one => $"{one.About}/{one.Number}"));
        Assert.Equal($"/call/{Regular}", told[0].Path);
        Assert.Equal($"/call/{Regular}/actions/2", told[3].Path);
        Assert.Equal(("callAction", "essex-council", s_ten.AddHours(2)), (told[3].Topic, told[3].Scope, told[3].AnswerBy));
        Assert.Equal(("situationalAwarenessCall", s_network.Code), (told[0].Topic, told[0].Scope));
        Assert.True(told[0].Concerns(Basildon) && told[0].Concerns("essex-council") && !told[0].Concerns("RAJ01"));
        Assert.True(told[3].Concerns("essex-council") && !told[3].Concerns(Basildon));
    }

    [Theory]
    [InlineData(true, "Its figure has moved as agreed; say what came of it")]
    [InlineData(false, "Its figure has not moved as agreed")]
    [InlineData(null, "Whether its figure has moved is not known")]
    public void Reminder_SaysWhetherTheFigureMoved(bool? moved, string what) => Assert.Equal(
        what,
        Told([.. s_events.Select(one => one is CallActionChecked check ? check with { Moved = moved } : one)])
            .First(one => one.Step is AnnouncedStep.ActionChased).What);

    [Fact]
    public void AnActionThatTheSignatureDoesNotCover_IsToldToNobody()
    {
        var agreed = Agreed(Regular, 2, s_ten.AddHours(2));
        CallEvent[] before = [Opened(Regular, s_ten, CallKind.SituationalAwareness), new CallStarted(Regular, 2, Controller)];
        var signed = CallRecord.Sign(CallFold.Of(before.Select(one => Event(one, s_ten)))!, Closed(Regular, 3));

        Assert.DoesNotContain(Told([.. before, agreed, signed]), one => one.Step is AnnouncedStep.ActionAgreed);
    }

    [Fact]
    public void EveryStep_BelongsToATopic()
    {
        Assert.All(Enum.GetValues<AnnouncedStep>(), step => Assert.Contains(Topics.All, topic => Topics.Has(topic, step)));
        Assert.True(Topics.Has("handoverDelay", AnnouncedStep.Raised));
        Assert.False(Topics.Has("handoverDelay", AnnouncedStep.Called));
        Assert.False(Topics.Has("tacticalCall", AnnouncedStep.ActionChased));
        Assert.All(Told(s_events), one => Assert.True(Topics.Has(one.Topic, one.Step)));
    }

    // Reminded at 13:00: the first action had been put off until then, the second was owed at 12:00.
    private static List<Announcement> Told(IReadOnlyList<CallEvent> events)
    {
        var call = CallFold.Of(events.Select(one => Event(one, AtOf(one))))!;
        var announcer = new CallAnnouncer(new Server.Live.LiveState());
        return
        [
            .. events.Where(announcer.Reads)
                .Select(one => CallAnnouncer.Of(call, one, AtOf(one), s_network)).OfType<Announcement>(),
        ];
    }

    private static DateTimeOffset AtOf(CallEvent told) =>
        told is CallActionChased or CallActionChecked ? s_ten.AddHours(3) : s_ten;
}
