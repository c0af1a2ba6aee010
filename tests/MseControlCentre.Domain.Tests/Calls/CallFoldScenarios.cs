using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

public sealed class CallFoldScenarios
{
    private const int Shuffles = 300;

    [Fact]
    public void GivenAWholeCall_WhenRead_ThenEachPartHasItsNewest()
    {
        var so = Told(WholeCall());

        Assert.Equal((CallState.Closed, 3, Controller), (so.State, so.CourseRevision, so.Chair));
        Assert.Equal((Board.Time("09:30"), Board.Time("10:01"), Board.Time("10:30")), (so.OpenedAt, so.StartedAt, so.EndedAt));
        Assert.Equal([Board.Time("09:30"), Board.Time("10:00")], so.Packs.Select(pack => pack.At));
        Assert.Equal((2, "Lift back"), (so.Statements["RAJ12"].Revision, so.Statements["RAJ12"].Told.Answers[0].Words));
        Assert.Equal(Attendance.Present, so.Attendance["RAJ12"].Told.Attendance);
        Assert.Equal(3, so.Opel["RAJ12"].Told.Level);
        Assert.Equal([1, 2], so.Actions.Select(action => action.Number));
        Assert.True(so.OwesSomething);
    }

    [Fact]
    public void GivenAnActionThatWasMovedCheckedChasedAndDone_WhenRead_ThenItSaysAllOfIt()
    {
        var action = Told(WholeCall()).Actions[0];

        Assert.Equal((CallActionState.Done, 3, Board.Time("13:00")), (action.State, action.Revision, action.DueAt));
        Assert.Equal(Board.Time("13:30"), action.EndedAt);
        Assert.True(action.IsChecked);
        Assert.Equal([Board.Time("13:01")], action.ChasedAt);
        Assert.Equal(Id + "/1", action.Id);
        Assert.False(action.IsOverdue(Board.Time("15:00")));
    }

    [Fact]
    public void GivenEveryOrderOfItsCourse_WhenTold_ThenItIsTheSameCall()
    {
        FlowEvent[] events =
        [
            At("09:30", Opened()),
            At("09:40", Statement(1, "First")),
            At("09:45", Statement(2, "Second")),
            At("10:01", new CallStarted(Id, 2, Controller)),
            At("10:15", Agreed()),
            At("10:30", Closed()),
        ];
        var expected = Written(Told(events));

        foreach (var order in Permutations.Of(events))
        {
            Assert.Equal(expected, Written(Told([.. order, order[0]])));
        }
    }

    [Fact]
    public void GivenAWholeCallInManyOrdersWithRepetitions_WhenTold_ThenItIsTheSameCall()
    {
        var events = WholeCall();
        var expected = Written(Told(events));

        for (var seed = 0; seed < Shuffles; seed++)
        {
            var random = new Random(seed);
            FlowEvent[] order = [.. events, events[random.Next(events.Length)], events[random.Next(events.Length)]];
            random.Shuffle(order);
            Assert.True(string.Equals(expected, Written(Told(order)), StringComparison.Ordinal), $"Seed {seed}.");
        }
    }

    [Fact]
    public void GivenPartsWithoutTheFirst_WhenRead_ThenNothingIsShownUntilItComes()
    {
        var board = new Board().Tell(At("09:40", Statement(1, "Early")));
        Assert.Empty(board.Centre.Calls());

        board.Tell(At("09:30", Opened()));
        Assert.Equal("Early", Assert.Single(board.Centre.Calls()).Statements["RAJ12"].Told.Answers[0].Words);
    }

    [Fact]
    public void GivenACallThatIsNotHeld_WhenRead_ThenItHasEnded()
    {
        var so = Told(At("09:30", Opened()), At("09:55", new CallNotHeld(Id, 2, "Nobody is there", Controller)));

        Assert.Equal((CallState.NotHeld, false, Board.Time("09:55")), (so.State, so.IsOpen, so.EndedAt));
        Assert.Equal("Nobody is there", so.NotHeld?.Reason);
    }

    [Fact]
    public void GivenAStatementAtTheMomentOfTheSignature_WhenItIsNotCovered_ThenTheRecordStaysAsSignedInEveryOrder()
    {
        var signed = CallRecord.Sign(Told([.. WholeCall().Where(one => one.Detail is not CallClosed)]), Closed());
        FlowEvent[] events =
        [
            .. WholeCall().Where(one => one.Detail is CallOpened or CallStarted or CallStatementMade
                or CallPackKept or CallAttendanceRecorded or CallOpelRecorded or CallNoted or CallActionAgreed),
            At("10:30", signed),
        ];
        FlowEvent[] late = [At("10:30", Statement(3, "Too late")), At("10:30", Agreed(3)), At("10:30", Pack(3, "10:30"))];

        foreach (var order in Permutations.Of([.. late, At("10:30", signed)]))
        {
            var so = Told([.. events[..^1], .. order]);
            Assert.Equal((2, 2), (so.Statements["RAJ12"].Revision, so.Actions.Count));
            Assert.Equal(3, so.Packs.Count);
            Assert.Equal(signed.Record, CallRecord.HashOf(so));
        }

        Assert.False(CallRecord.Covers(signed, Statement(3, "Too late")));
        Assert.True(CallRecord.Covers(signed, new CallActionUpdated(Id, 9, 1, CallActionState.Done)));
    }
}
