using MseControlCentre.Domain.Escalations;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Escalations.GivenEscalation;

namespace MseControlCentre.Domain.Tests.Escalations;

public sealed class EscalationScenarios
{
    [Fact]
    public void GivenARaisedOne_WhenNobodyHasAnswered_ThenBothClocksRunFromThen()
    {
        var so = Told(At("09:02", Raised(by: SiteManager)));

        Assert.Equal((EscalationState.Raised, "site", true), (so.State, so.Level, so.IsOpen));
        Assert.Equal((Board.Time("09:02"), Board.Time("09:02")), (so.RaisedAt, so.LevelSince));
        Assert.Equal(("RAJ12", "No room", "Cohort area full"), (so.Scope, so.Raised.Reason, so.Raised.Tried));
        Assert.Null(so.AcknowledgedAt);
    }

    [Fact]
    public void GivenItIsAcknowledgedThenTaken_WhenRead_ThenTheFirstAnswerStopsTheFirstClock()
    {
        var so = Told(
            At("09:02", Raised()),
            At("09:05", new EscalationAcknowledged(Id, 2, Controller)),
            At("09:07", new EscalationTaken(Id, 3, SiteManager)));

        Assert.Equal((Board.Time("09:05"), Controller), (so.AcknowledgedAt, so.AcknowledgedBy));
        Assert.Equal((EscalationState.Taken, SiteManager), (so.State, so.Owner));
    }

    [Fact]
    public void GivenItIsTakenAtOnce_WhenRead_ThenThatAcknowledgesItToo()
    {
        var so = Told(At("09:02", Raised()), At("09:07", new EscalationTaken(Id, 2, SiteManager)));

        Assert.Equal((Board.Time("09:07"), SiteManager), (so.AcknowledgedAt, so.AcknowledgedBy));
    }

    [Fact]
    public void GivenItIsPassedUp_WhenRead_ThenTheNewLevelHasToAcknowledgeAndItsOwnerStays()
    {
        var so = Told(
            At("09:02", Raised()),
            At("09:04", new EscalationTaken(Id, 2, SiteManager)),
            At("09:20", new EscalationPassedUp(Id, 3, "system", "No beds")));

        Assert.Equal((EscalationState.Raised, "system"), (so.State, so.Level));
        Assert.Equal((Board.Time("09:20"), Board.Time("09:02")), (so.LevelSince, so.RaisedAt));
        Assert.Null(so.AcknowledgedAt);
        Assert.Equal(SiteManager, so.Owner);
    }

    [Fact]
    public void GivenItIsAcknowledgedAnewByAnOwner_WhenRead_ThenItIsTakenStill()
    {
        var so = Told(
            At("09:02", Raised()),
            At("09:04", new EscalationTaken(Id, 2, SiteManager)),
            At("09:20", new EscalationPassedUp(Id, 3, "system", "No beds")),
            At("09:21", new EscalationAcknowledged(Id, 4, Controller)));

        Assert.Equal((EscalationState.Taken, Controller), (so.State, so.AcknowledgedBy));
    }

    [Fact]
    public void GivenActionsAndHelp_WhenTheyEnd_ThenEachSaysHowAndTheOthersAreOwed()
    {
        var so = Told(
            At("09:02", Raised()),
            At("09:03", new EscalationActionTaken(Id, 2, "Open it", "cohort", "Nurse", Board.Time("09:30"))),
            At("09:04", new EscalationActionTaken(Id, 3, "Call the hub")),
            At("09:05", new EscalationHelpAsked(Id, 4, "RAJ01", "Two patients", "Southend has 4 majors spaces free")),
            At("09:10", new EscalationActionEnded(Id, 5, 2, true, "Open with 6 spaces", SiteManager)),
            At("09:12", new EscalationHelpAnswered(Id, 6, 4, false, "No porters", Controller)));

        Assert.Equal([(2, Board.Time("09:10")), (3, null)], so.Actions.Select(one => (one.Step, one.EndedAt)));
        Assert.Equal("Open with 6 spaces", so.Actions[0].Ended?.Words);
        var help = Assert.Single(so.Helps);
        Assert.Equal((Board.Time("09:12"), false), (help.AnsweredAt, help.Answer?.Given));
    }

    [Fact]
    public void GivenItIsResolved_WhenRead_ThenItsOutcomeAndEveryStepAreThere()
    {
        var so = Told(
            At("09:02", Raised()),
            At("09:03", new EscalationNoted(Id, 2, "Porters on the way", Controller)),
            At("09:40", new EscalationResolved(Id, 3, "All handed over", SiteManager)));

        Assert.Equal((EscalationState.Resolved, false), (so.State, so.IsOpen));
        Assert.Equal((Board.Time("09:40"), "All handed over"), (so.EndedAt, so.Outcome));
        Assert.Equal([1, 2, 3], so.Steps.Select(step => step.Number));
    }

    [Fact]
    public void GivenEveryOrderAndARepetition_WhenTold_ThenItIsTheSameEscalation()
    {
        FlowEvent[] steps =
        [
            At("09:02", Raised()),
            At("09:04", new EscalationTaken(Id, 2, SiteManager)),
            At("09:20", new EscalationPassedUp(Id, 3, "system", "No beds")),
            At("09:21", new EscalationAcknowledged(Id, 4, Controller)),
            At("09:40", new EscalationResolved(Id, 5, "Over", SiteManager)),
        ];
        var expected = Written(Told(steps));

        foreach (var order in Permutations.Of(steps))
        {
            Assert.Equal(expected, Written(Told([.. order, order[0]])));
        }
    }

    [Fact]
    public void GivenStepsWithoutTheFirst_WhenRead_ThenNothingIsShownUntilItComes()
    {
        var board = new Board().Tell(At("09:04", new EscalationTaken(Id, 2, SiteManager)));
        Assert.Empty(board.Centre.Escalations());

        board.Tell(At("09:02", Raised()));
        Assert.Equal(SiteManager, Assert.Single(board.Centre.Escalations()).Owner);
    }

    [Fact]
    public void GivenASnapshot_WhenItIsLoaded_ThenTheEscalationsAreAsTheyWere()
    {
        var board = new Board().Tell(
            At("09:02", Raised()), At("09:04", new EscalationActionTaken(Id, 2, "Open it", By: SiteManager)));

        var restored = Board.Restore(board.Centre.Save());

        Assert.Equal(
            Written(Assert.Single(board.Centre.Escalations())),
            Written(Assert.Single(restored.Centre.Escalations())));
    }

    [Fact]
    public void GivenAWeekAfterItsEnd_WhenTheHourTurns_ThenItLeaves_AndAnOpenOneStays()
    {
        const string Other = "RAJ12-Staffing-20261122-1";
        var board = new Board().TellAsTheyHappen(
            At("09:02", Raised()),
            At("09:03", Raised(Other)),
            At("09:40", new EscalationResolved(Id, 2, "Over")));

        board.RecordedAt = Board.Time("2026-11-29T09:20");
        board.Tell(At("09:50", new EscalationNoted(Other, 2, "Still so")));
        Assert.Equal(2, board.Centre.Escalations().Count);

        board.RecordedAt = Board.Time("2026-11-29T10:01");
        board.Tell(At("09:51", new EscalationNoted(Other, 3, "Still so")));
        Assert.Equal(Other, Assert.Single(board.Centre.Escalations()).Id);
    }

    private static string Written(Escalation so) => string.Join(
        '\n',
        so.State,
        so.Level,
        so.LevelSince,
        so.AcknowledgedAt,
        so.AcknowledgedBy,
        so.Owner,
        so.EndedAt,
        so.Outcome,
        string.Join('\n', so.Actions),
        string.Join('\n', so.Steps));
}
