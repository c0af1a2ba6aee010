using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>How long calls stay in the state, and that a snapshot keeps them.</summary>
public sealed class CallBookScenarios
{
    private const string Other = "tactical-20261122-1";

    [Fact]
    public void GivenASnapshot_WhenItIsLoaded_ThenTheCallsAreAsTheyWere()
    {
        var board = new Board().Tell(WholeCall());

        var restored = Board.Restore(board.Centre.Save());

        Assert.Equal(
            Written(Assert.Single(board.Centre.Calls())), Written(Assert.Single(restored.Centre.Calls())));
    }

    [Fact]
    public void GivenACall_WhenTheStateIsHashed_ThenTheHashIsThatOfTheFlowAlone()
    {
        var without = new Board().Centre.StateHash();

        Assert.Equal(without, new Board().Tell(WholeCall()).Centre.StateHash());
    }

    [Fact]
    public void GivenAWeekAfterItsEnd_WhenTheHourTurns_ThenItLeaves_AndAnOpenOneStays()
    {
        var board = new Board().TellAsTheyHappen(
            At("09:30", Opened()), At("09:31", Opened(Other)), At("09:55", new CallNotHeld(Id, 2, "Nobody")));

        Turn(board, "2026-11-29T09:40");
        Assert.Equal(2, board.Centre.Calls().Count);

        Turn(board, "2026-11-29T10:01");
        Assert.Equal(Other, Assert.Single(board.Centre.Calls()).Id);
    }

    [Fact]
    public void GivenSomethingIsOwed_WhenTwoMonthsHaveGone_ThenItLeavesOnlyThen()
    {
        var board = new Board().TellAsTheyHappen(
            At("09:30", Opened()), At("10:01", new CallStarted(Id, 2)), At("10:15", Agreed()), At("10:30", Closed()));

        Turn(board, "2027-01-21T10:00");
        Assert.Single(board.Centre.Calls());

        Turn(board, "2027-01-21T11:00");
        Assert.Empty(board.Centre.Calls());
    }

    [Fact]
    public void GivenMoreCallsThanStay_WhenTheHourTurns_ThenTheOldestLeave()
    {
        var first = Board.Time("2026-11-22T00:00");
        var board = new Board();
        for (var number = 1; number <= CallBook.Most + 2; number++)
        {
            board.Tell(At("09:00", Opened($"tactical-20261122-{number}") with { StartsAt = first.AddMinutes(number) }));
        }

        Turn(board, "2026-11-22T13:01");

        var kept = board.Centre.Calls();
        Assert.Equal(CallBook.Most, kept.Count);
        Assert.Equal($"tactical-20261122-{CallBook.Most + 2}", kept[0].Id);
        Assert.Equal("tactical-20261122-3", kept[^1].Id);
    }

    private static void Turn(Board board, string time)
    {
        board.RecordedAt = Board.Time(time);
        board.Tell(Board.Event("09:00", new StaffingDeclared("nurses", 1, 1)) with { MessageId = time });
    }
}
