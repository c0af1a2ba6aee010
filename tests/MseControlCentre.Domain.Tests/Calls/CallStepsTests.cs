using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>What may follow, and which revision it follows.</summary>
public sealed class CallStepsTests
{
    private static readonly Call s_prepared = Told(At("09:30", Opened()));
    private static readonly Call s_running = Told(At("09:30", Opened()), At("10:00", new CallStarted(Id, 2, Controller)));
    private static readonly Call s_closed = Told(WholeCall());

    private static readonly Call s_notHeld =
        Told(At("09:30", Opened()), At("09:55", new CallNotHeld(Id, 2, "Nobody", Controller)));

    public static TheoryData<string, CallEvent, string?> Steps => new()
    {
        { "prepared", Opened(), "prepared already" },
        { "prepared", new CallStarted(Id, 2), null },
        { "running", new CallStarted(Id, 3, Controller), "running already" },
        { "running", new CallStarted(Id, 3, SiteManager), null },
        { "closed", new CallStarted(Id, 4), "as it was signed" },
        { "not held", new CallStarted(Id, 3), "as it was signed" },
        { "prepared", new CallNotHeld(Id, 2, "Nobody"), null },
        { "running", new CallNotHeld(Id, 3, "Nobody"), "close it instead" },
        { "closed", new CallNotHeld(Id, 4, "Nobody"), "as it was signed" },
        { "prepared", Closed(2), "has not begun" },
        { "running", Closed(), null },
        { "closed", Closed(4), "as it was signed" },
        { "not held", Closed(3), "as it was signed" },
        { "prepared", Statement(1, "So"), null },
        { "running", Statement(1, "So"), null },
        { "closed", Statement(3, "So"), "as it was signed" },
        { "closed", new CallAttendanceRecorded(Id, 2, "RAJ12", Attendance.Absent), "as it was signed" },
        { "closed", new CallOpelRecorded(Id, 2, "RAJ12", 4), "as it was signed" },
        { "closed", new CallNoted(Id, 2, "So"), "as it was signed" },
        { "closed", Agreed(3), "as it was signed" },
        { "running", new CallOpelRecorded(Id, 1, "RAJ12", 0), "levels 1 to 4" },
        { "running", new CallOpelRecorded(Id, 1, "RAJ12", 5), "levels 1 to 4" },
        { "running", new CallOpelRecorded(Id, 1, "RAJ12", 4), null },
        { "running", new CallActionUpdated(Id, 2, 1, CallActionState.Done), "no such action" },
        { "closed", new CallActionUpdated(Id, 2, 2, CallActionState.Done), null },
        { "closed", Pack(3, "10:30"), null },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Refusal_OfAStep_SaysWhy(string state, CallEvent next, string? words)
    {
        var refusal = CallSteps.Refusal(CallOf(state), next);

        if (words is null)
        {
            Assert.Null(refusal);
        }
        else
        {
            Assert.Contains(words, refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LastRevision_OfEachPart_IsThatOfItsNewestEntry()
    {
        (CallEvent Next, int Last)[] parts =
        [
            (Statement(9, "So"), 2), (Statement(9, "So", "RAJ01"), 1), (Statement(9, "So", "TST"), 0),
            (new CallAttendanceRecorded(Id, 9, "RAJ12", Attendance.Absent), 1),
            (new CallOpelRecorded(Id, 9, "RAJ01", 1), 0), (new CallNoted(Id, 9, "So"), 1),
            (Agreed(1), 3), (Agreed(2, "14:00"), 1), (Agreed(3), 0),
            (new CallActionUpdated(Id, 9, 1, CallActionState.Done), 3),
            (new CallActionUpdated(Id, 9, 2, CallActionState.Done), 1),
            (new CallActionChecked(Id, 9, 1, Board.Time("13:00")), 1), (new CallActionChased(Id, 9, 1), 1),
            (new CallActionChased(Id, 9, 2), 0), (Pack(9, "10:00"), 2), (new CallStarted(Id, 9), 3),
        ];

        Assert.All(parts, part => Assert.Equal(part.Last, CallSteps.LastRevision(s_closed, part.Next)));
        Assert.Equal(2, CallSteps.LastRevision(s_notHeld, new CallStarted(Id, 3)));
        Assert.Equal(2, CallSteps.LastRevision(s_running, Closed()));
        Assert.Equal(0, CallSteps.LastRevision(s_prepared, Pack(1, "09:30")));
    }

    [Fact]
    public void NewestOf_APart_SaysWhoWasFirst()
    {
        Assert.Equal(SiteManager, CallSteps.NewestOf(s_closed, Statement(2, "So"))?.By);
        Assert.Equal(SiteManager, CallSteps.NewestOf(s_closed, new CallActionUpdated(Id, 3, 1, CallActionState.Done))?.By);
        Assert.Equal(Controller, CallSteps.NewestOf(s_notHeld, new CallStarted(Id, 2, SiteManager))?.By);
        Assert.Null(CallSteps.NewestOf(s_closed, Pack(2, "10:00"))?.By);
    }

    private static Call CallOf(string state) => state switch
    {
        "prepared" => s_prepared,
        "running" => s_running,
        "closed" => s_closed,
        _ => s_notHeld,
    };
}
