using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>Of which instants the packs of a call are kept.</summary>
public sealed class PackDueScenarios
{
    [Fact]
    public void GivenAPreparedCall_ThenOnePackIsOfItsPreparationAndOneOfItsBeginning()
    {
        var prepared = Told(At("09:30", Opened()));
        var first = Told(At("09:30", Opened()), At("09:30", Pack(1, "09:30")));
        var second = Told(At("09:30", Opened()), At("09:30", Pack(1, "09:30")), At("10:00", Pack(2, "10:00")));

        Assert.Equal(Board.Time("09:30"), Due(prepared, "09:30"));
        Assert.Null(Due(first, "09:59:59"));
        Assert.Equal(Board.Time("10:00"), Due(first, "10:00"));
        Assert.Null(Due(second, "23:00"));
    }

    [Fact]
    public void GivenTheChairBeganEarly_ThenTheSecondIsOfThen_AndABeginningThatIsLateIsOfTheTimeThatWasSaid()
    {
        FlowEvent[] prepared = [At("09:30", Opened()), At("09:30", Pack(1, "09:30"))];

        Assert.Equal(
            Board.Time("09:55"), Due(Told([.. prepared, At("09:55", new CallStarted(Id, 2))]), "09:56"));
        Assert.Equal(
            Board.Time("10:00"), Due(Told([.. prepared, At("10:07", new CallStarted(Id, 2))]), "10:07"));
    }

    [Fact]
    public void GivenNobodyWasThereAtTheTime_ThenThePackIsStillOfItsInstant()
    {
        Assert.Equal(Board.Time("09:30"), Due(Told(At("09:30", Opened())), "15:00"));
        Assert.Equal(Board.Time("10:00"), Due(Told(At("10:20", Opened())), "10:20"));
        Assert.Null(Due(Told(At("10:20", Opened()), At("10:21", Pack(1, "10:00"))), "15:00"));
    }

    [Fact]
    public void GivenACallThatWasClosedBeforeItsPackWasMade_ThenItIsMadeAllTheSame() => Assert.Equal(
        Board.Time("10:00"),
        Due(
            Told(
                At("09:30", Opened()), At("09:30", Pack(1, "09:30")), At("10:00", new CallStarted(Id, 2)),
                At("10:01", Closed())),
            "10:02"));

    [Fact]
    public void GivenACallThatIsNotHeld_ThenNoPackIsDue() => Assert.Null(
        Due(Told(At("09:30", Opened()), At("09:31", new CallNotHeld(Id, 2, "Nobody"))), "10:00"));

    private static DateTimeOffset? Due(Call call, string now) => CallWatch.PackDue(call, Board.Time(now));
}
