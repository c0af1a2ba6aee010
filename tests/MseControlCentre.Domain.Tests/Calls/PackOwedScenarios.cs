using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>What was agreed before, and what is escalated, in the pack of today.</summary>
public sealed class PackOwedScenarios
{
    private const string Yesterday = "situational-awareness-20261121-1";
    private static readonly FigureAim s_aim =
        new("RAJ12:ed.in-department", "In ED, Basildon", AimDirection.Down, 3, 1);

    [Fact]
    public void Action_ThatIsOwed_HasItsFigureOfNowUntilItIsDue()
    {
        var owed = Assert.Single(Agreed(due: "22 12:00").Tell("22 09:00", new EdAttendanceRegistered("e1")).Pack().Owed);

        Assert.Equal(
            (Yesterday, 1, "10:00 call", GivenPack.Time("21 10:02"), "Open the lounge", "RAJ12", GivenPack.Time("22 12:00")),
            (owed.Call, owed.Number, owed.CallName, owed.CallAt, owed.Words, owed.Owner, owed.DueAt));
        Assert.Equal(
            (CallActionState.Owed, "In ED, Basildon", 3, 1, (bool?)null),
            (owed.State, owed.Figure, owed.Was, owed.Value, owed.Moved));
        Assert.Null(owed.LastWords);
    }

    [Fact]
    public void Action_ThatWasLookedAt_HasWhatItsFigureWasWhenItWasDue()
    {
        var owed = Assert.Single(Agreed(due: "21 16:00")
            .Told("21 16:00", new CallActionChecked(Yesterday, 1, 1, GivenPack.Time("21 16:00"), 5, false))
            .Tell("22 09:00", new EdAttendanceRegistered("e1"))
            .Pack().Owed);

        Assert.Equal((5, false, CallActionState.Owed), (owed.Value, owed.Moved, owed.State));
    }

    [Fact]
    public void Action_OfAStaleFigure_HasNoValue() => Assert.Null(Assert.Single(Agreed(due: "22 12:00")
        .Tell(
            GivenPack.Time("22 07:22"),
            new FeedSilenced("basildon-pas", SilenceReason.NothingHeard, GivenPack.Time("22 07:12")),
            source: "control-centre")
        .Pack().Owed).Value);

    [Fact]
    public void Actions_ThatEnded_AreShownWhenTheyEndedSinceThen()
    {
        var done = Agreed(due: "21 16:00")
            .Told("21 15:00", new CallActionUpdated(Yesterday, 2, 1, CallActionState.Done, "It is open"));
        var owed = Assert.Single(done.Pack().Owed);
        var later = new GivenPack { Since = GivenPack.Time("21 15:01") };

        Assert.Equal((CallActionState.Done, "It is open"), (owed.State, owed.LastWords));
        Assert.Empty(Agreed("21 16:00", later)
            .Told("21 15:00", new CallActionUpdated(Yesterday, 2, 1, CallActionState.Done, "It is open"))
            .Pack().Owed);
    }

    [Fact]
    public void Actions_OfTheCallItself_AreNotOwedToItFromBefore() => Assert.Empty(new GivenPack()
        .Told("22 09:30", Opened(GivenPack.Call))
        .Told("22 09:40", new CallActionAgreed(GivenPack.Call, 1, 1, "Now", "RAJ12", GivenPack.Time("22 12:00")))
        .Pack().Owed);

    [Fact]
    public void Actions_BeyondTheBound_AreSaidToBeLeftOut()
    {
        var given = Agreed(due: "22 12:00");
        for (var number = 2; number <= CallPack.MostOwed + 2; number++)
        {
            given.Told(
                "21 10:30", new CallActionAgreed(Yesterday, 1, number, "More", "RAJ12", GivenPack.Time("22 11:00")));
        }

        var pack = given.Pack();

        Assert.Equal(CallPack.MostOwed, pack.Owed.Count);
        Assert.Equal(2, pack.Owed[0].Number);
        Assert.Contains(pack.Doubts, doubt => doubt.Words == "2 more actions than the pack shows");
    }

    [Fact]
    public void Escalations_ThatAreOpen_AreShownLongestFirst()
    {
        var pack = new GivenPack()
            .Tell(GivenPack.Time("22 09:00"), Raised("RAJ12-HandoverDelay-20261122-1"), source: EscalationIdentity.Source)
            .Tell(GivenPack.Time("22 08:00"), Raised("RAJ12-Other-20261122-1"), source: EscalationIdentity.Source)
            .Tell(GivenPack.Time("22 07:00"), Raised("RAJ12-Other-20261122-2"), source: EscalationIdentity.Source)
            .Tell(
                GivenPack.Time("22 07:30"),
                new EscalationResolved("RAJ12-Other-20261122-2", 2, "Over"),
                source: EscalationIdentity.Source)
            .Pack();

        Assert.Equal(
            [("RAJ12-Other-20261122-1", GivenPack.Time("22 08:00")), ("RAJ12-HandoverDelay-20261122-1", GivenPack.Time("22 09:00"))],
            pack.Escalations.Select(one => (one.Id, one.RaisedAt)));
        Assert.All(pack.Escalations, one => Assert.Equal(("RAJ12", "Full", (string?)null), (one.Scope, one.Headline, one.Owner)));
    }

    private static GivenPack Agreed(string due, GivenPack? given = null) => (given ?? new GivenPack())
        .Told("21 09:30", Opened(Yesterday))
        .Told("21 10:02", new CallStarted(Yesterday, 2, new StaffMember("a-1", "Ashley", "Controller")))
        .Told("21 10:20", new CallActionAgreed(
            Yesterday, 1, 1, "Open the lounge", "RAJ12", GivenPack.Time(due), Figure: s_aim));

    private static CallOpened Opened(string call) => new(
        call, 1, CallKind.SituationalAwareness, "10:00 call", GivenPack.Time("21 10:00"), GivenPack.Time("20 10:00"), ["RAJ12"]);

    private static EscalationRaised Raised(string id) => new(id, 1, EscalationKind.Other, "Full", null, "No room", null);
}

file static class Telling
{
    public static GivenPack Told(this GivenPack given, string time, CallEvent told) =>
        given.Tell(GivenPack.Time(time), told, "TST", CallIdentity.Source);
}
