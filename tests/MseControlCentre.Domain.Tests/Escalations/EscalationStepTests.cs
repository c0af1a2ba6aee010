using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Escalations.GivenEscalation;

namespace MseControlCentre.Domain.Tests.Escalations;

/// <summary>Which step may follow which.</summary>
public sealed class EscalationStepTests
{
    private static readonly Escalation s_worked = Told(
        At("09:02", Raised()),
        At("09:03", new EscalationTaken(Id, 2, SiteManager)),
        At("09:04", new EscalationActionTaken(Id, 3, "Open it")),
        At("09:05", new EscalationHelpAsked(Id, 4, "RAJ01", "Two patients")),
        At("09:06", new EscalationPassedUp(Id, 5, "release", "No beds")));

    [Fact]
    public void Refusal_OfWhatMayFollow_IsNone()
    {
        EscalationEvent[] may =
        [
            new EscalationAcknowledged(Id, 6, Controller),
            new EscalationTaken(Id, 6, Controller),
            new EscalationActionTaken(Id, 6, "Call"),
            new EscalationActionEnded(Id, 6, 3, false),
            new EscalationHelpAsked(Id, 6, "RAJ01", "Two more"),
            new EscalationHelpAnswered(Id, 6, 4, true, "Send them"),
            new EscalationPassedUp(Id, 6, "system", "Worse"),
            new EscalationNoted(Id, 6, "Word"),
            new EscalationResolved(Id, 6, "Over"),
            new EscalationStoodDown(Id, 6, "Over"),
        ];

        Assert.All(may, step => Assert.Null(EscalationSteps.Refusal(s_worked, step, Plan)));
    }

    [Fact]
    public void Refusal_OfWhatMayNotFollow_SaysWhy()
    {
        (EscalationEvent Step, string Why)[] not =
        [
            (Raised(), "raised already"),
            (new EscalationTaken(Id, 6, SiteManager), "yours already"),
            (new EscalationActionEnded(Id, 6, 4, true), "no longer open"),
            (new EscalationHelpAnswered(Id, 6, 3, true, "Yes"), "answered already"),
            (new EscalationPassedUp(Id, 6, "release", "Again"), "higher level"),
            (new EscalationPassedUp(Id, 6, "nowhere", "Again"), "higher level"),
        ];

        Assert.All(not, one => Assert.Contains(
            one.Why, EscalationSteps.Refusal(s_worked, one.Step, Plan), StringComparison.Ordinal));
    }

    [Fact]
    public void Refusal_OfASecondAcknowledgement_NamesWhoWasFirst()
    {
        var so = Told(At("09:02", Raised()), At("09:03", new EscalationAcknowledged(Id, 2, Controller)));

        var refusal = EscalationSteps.Refusal(so, new EscalationAcknowledged(Id, 3, SiteManager), Plan);

        Assert.Contains("Ashley", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_AfterTheEnd_IsOfEverything()
    {
        var over = Told(At("09:02", Raised()), At("09:03", new EscalationStoodDown(Id, 2, "Nothing")));

        Assert.Contains(
            "stood down already",
            EscalationSteps.Refusal(over, new EscalationNoted(Id, 3, "Word"), Plan),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Identity_OfTheNext_CountsThoseOfThatKindPlaceAndDay()
    {
        var day = new DateOnly(2026, 11, 22);
        string[] known = [Id, "RAJ12-HandoverDelay-20261121-7", "RAJ12-Staffing-20261122-1", "RAJ01-HandoverDelay-20261122-4"];

        Assert.Equal(
            "RAJ12-HandoverDelay-20261122-2",
            EscalationIdentity.Next("RAJ12", EscalationKind.HandoverDelay, day, known));
    }

    [Fact]
    public void Plan_ActionsOfASite_AreThoseOfEveryCardForIt()
    {
        Assert.Equal(["cohort"], Plan.ActionsOf(EscalationKind.HandoverDelay, "RAJ12").Select(one => one.Code));
        Assert.Equal(["cohort", "sdec"], Plan.ActionsOf(EscalationKind.HandoverDelay, "RAJ01").Select(one => one.Code));
        Assert.Empty(Plan.ActionsOf(EscalationKind.Staffing, "RAJ12"));
    }
}
