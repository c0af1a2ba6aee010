using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Discharges;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Handovers;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Tests.Constraints;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>What the control centre does about calls by itself.</summary>
public sealed class CallWatchScenarios
{
    private static readonly FigureAim s_aim =
        new("RAJ12:" + HandoverMeasures.AmbulancesWaiting.Id, "Basildon: ambulances waiting", AimDirection.Down, 9);

    [Theory]
    [InlineData("2026-11-22T09:29:59", false)]
    [InlineData("2026-11-22T09:30", true)]
    [InlineData("2026-11-22T10:59:59", true)]
    [InlineData("2026-11-22T11:00", false)]
    [InlineData("2026-07-01T08:29:59", false)]
    [InlineData("2026-07-01T08:30", true)]
    [InlineData("2026-03-29T08:30", true)]
    [InlineData("2026-03-29T08:29:59", false)]
    [InlineData("2026-10-25T09:30", true)]
    [InlineData("2026-10-25T09:29:59", false)]
    public void GivenTheTimeOfDay_ThenTheCallIsPreparedFromHalfPastNineByLocalClocks(string now, bool isDue) =>
        Assert.Equal(isDue, Due(now).OfType<CallOpened>().Any());

    [Fact]
    public void GivenHalfPastNine_ThenTheCallAsksEverybodyAndLooksBackADay()
    {
        var opened = Assert.IsType<CallOpened>(Assert.Single(Due("2026-11-22T09:30")));

        Assert.Equal((Id, 1, CallKind.SituationalAwareness), (opened.Call, opened.Revision, opened.Kind));
        Assert.Equal((Board.Time("10:00"), Board.Time("09:50")), (opened.StartsAt, opened.StatementsBy));
        Assert.Equal(Board.Time("2026-11-21T10:00"), opened.Since);
        Assert.Equal(["TST", "RAJ12", "RAJ01", "EPUT", "ESSEX"], opened.Places);
        Assert.Null(opened.By);
    }

    [Theory]
    [InlineData("2026-03-29T08:30", "2026-03-28T10:00")]
    [InlineData("2026-10-25T09:30", "2026-10-24T09:00")]
    public void GivenADayOnWhichTheClocksChange_ThenItLooksBackToTenOfTheDayBefore(string now, string since) =>
        Assert.Equal(Board.Time(since), Assert.IsType<CallOpened>(Assert.Single(Due(now))).Since);

    [Fact]
    public void GivenACallThatIsHeldOnWeekdays_WhenItIsMonday_ThenItLooksBackToFriday()
    {
        var network = Map with
        {
            Calls = Plan with
            {
                Regular =
                [
                    Plan.Regular[0] with
                    {
                        Days =
                        [
                            DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
                        ],
                    },
                ],
            },
        };

        Assert.Empty(Due("2026-11-22T09:30", network));
        Assert.Equal(
            Board.Time("2026-11-20T10:00"),
            Assert.IsType<CallOpened>(Assert.Single(Due("2026-11-23T09:30", network))).Since);
    }

    [Fact]
    public void GivenTheCallIsPreparedOrWasHeld_ThenItIsNotPreparedAgain()
    {
        Assert.Empty(Due("2026-11-22T09:31", Told(At("09:30", Opened()))));
        Assert.Empty(Due("2026-11-22T10:40", Told([.. WholeCall().Take(10), At("10:30", Closed())])));
    }

    [Theory]
    [InlineData("2026-11-22T23:59", false)]
    [InlineData("2026-11-23T00:00", true)]
    public void GivenNobodyBeganIt_WhenItsDayHasGoneBy_ThenItWasNotHeld(string now, bool isDue)
    {
        var due = Due(now, Told(At("09:30", Opened())));

        Assert.Equal(isDue ? [new CallNotHeld(Id, 2, "Its day went by and nobody began it")] : [], due);
        Assert.Empty(Due(now, Told(At("09:30", Opened()), At("10:00", new CallStarted(Id, 2)))));
    }

    [Fact]
    public void GivenACallShortlyBeforeMidnight_WhenItsDayHasGoneBy_ThenItMayStillBegin()
    {
        var late = Told(At("23:40", Opened("tactical-20261122-1", "23:55")));

        Assert.Empty(Due("2026-11-23T05:54", late));
        Assert.IsType<CallNotHeld>(Assert.Single(Due("2026-11-23T05:55", late)));
    }

    [Theory]
    [InlineData(4.0, FigureQuality.Live, 4.0, true)]
    [InlineData(9.0, FigureQuality.Late, 9.0, false)]
    [InlineData(4.0, FigureQuality.Stale, null, null)]
    [InlineData(null, FigureQuality.Unknown, null, null)]
    public void GivenAnActionsTimeHasCome_ThenItsFigureIsLookedAtAndWhoOwesItIsReminded(
        double? now, FigureQuality quality, double? value, bool? moved)
    {
        var flow = new GivenFlow { At = Board.Time("12:00") }
            .With("RAJ12", HandoverMeasures.AmbulancesWaiting, now, quality);

        Assert.Equal(
            [new CallActionChecked(Id, 1, 1, Board.Time("12:00"), value, moved), new CallActionChased(Id, 1, 1)],
            CallWatch.Due(flow.Picture(), Map, [Owing(Agreed(aim: s_aim))], flow.Trail));
    }

    [Fact]
    public void GivenAnActionWithoutAFigure_WhenItsTimeHasCome_ThenItIsLookedAtAllTheSame() => Assert.Equal(
        new CallActionChecked(Id, 1, 1, Board.Time("12:00")), Due("2026-11-22T12:00", Owing(Agreed()))[0]);

    [Fact]
    public void GivenAnActionThatIsDoneOrNotDue_ThenNothingIsDue()
    {
        Assert.Empty(Due("2026-11-22T11:59:59", Owing(Agreed())));
        Assert.Empty(Due(
            "2026-11-22T12:30", Owing(Agreed(), At("11:00", new CallActionUpdated(Id, 2, 1, CallActionState.Done)))));
    }

    [Fact]
    public void GivenAnActionThatIsSaidToBeDone_WhenItsTimeHasCome_ThenItsFigureIsLookedAtAndNobodyIsReminded()
    {
        var flow = new GivenFlow { At = Board.Time("12:00") }
            .With("RAJ12", HandoverMeasures.AmbulancesWaiting, 9);
        var done = Owing(Agreed(aim: s_aim), At("11:00", new CallActionUpdated(Id, 2, 1, CallActionState.Done)));

        Assert.Equal(
            [new CallActionChecked(Id, 1, 1, Board.Time("12:00"), 9, false)],
            CallWatch.Due(flow.Picture(), Map, [done], flow.Trail));
    }

    [Theory]
    [InlineData(4.0, 4.0, true)]
    [InlineData(null, null, null)]
    public void GivenNobodyLookedAtTheTime_ThenWhatTheBoardShowedThenCounts(double? shown, double? value, bool? moved)
    {
        var flow = new GivenFlow { At = Board.Time("12:20") }
            .With("RAJ12", HandoverMeasures.AmbulancesWaiting, 99)
            .Showed("RAJ12", HandoverMeasures.AmbulancesWaiting, 50, shown);

        Assert.Equal(
            new CallActionChecked(Id, 1, 1, Board.Time("12:00"), value, moved),
            CallWatch.Due(flow.Picture(), Map, [Owing(Agreed(aim: s_aim))], flow.Trail)[0]);
        Assert.Empty(
            CallWatch.Due(flow.Picture(), Map, [Owing(Agreed(aim: s_aim))], trail: null).OfType<CallActionChecked>());
    }

    [Fact]
    public void GivenACountOfTheDay_WhenItIsOwedOnAnotherDay_ThenItIsNotSaidToHaveMoved()
    {
        var tomorrow = Board.Time("2026-11-23T10:00");
        var aim = new FigureAim("RAJ12:discharge.today", "discharges today", AimDirection.Up, 14);
        var flow = new GivenFlow { At = tomorrow }.With("RAJ12", DischargeMeasures.DischargesToday, 9);
        var so = Owing(Agreed(aim: aim) with { DueAt = tomorrow });

        Assert.Equal(
            new CallActionChecked(Id, 1, 1, tomorrow, 9),
            Assert.Single(CallWatch.Due(flow.Picture(), Map, [so], flow.Trail).OfType<CallActionChecked>()));
    }

    [Fact]
    public void GivenAnotherTimeByWhichItIsOwed_ThenThatTimeIsLookedAtToo()
    {
        var moved = Owing(
            Agreed(),
            At("12:00", new CallActionChecked(Id, 1, 1, Board.Time("12:00"))),
            At("12:00", new CallActionChased(Id, 1, 1)),
            At("12:10", new CallActionUpdated(Id, 2, 1, CallActionState.Owed, "Later", Board.Time("15:00"))));

        Assert.Empty(Due("2026-11-22T14:59", moved));
        Assert.Equal(
            [new CallActionChecked(Id, 2, 1, Board.Time("15:00")), new CallActionChased(Id, 2, 1)],
            Due("2026-11-22T15:00", moved));
    }

    [Fact]
    public void GivenAnActionThatStaysOwed_ThenItIsChasedEveryHourThreeTimes()
    {
        FlowEvent[] so = [At("12:00", new CallActionChecked(Id, 1, 1, Board.Time("12:00")))];

        foreach (var (number, time) in ((int, string)[])[(1, "12:00"), (2, "13:00"), (3, "14:00")])
        {
            Assert.Equal([new CallActionChased(Id, number, 1)], Due("2026-11-22T" + time, Owing(Agreed(), so)));
            so = [.. so, At(time, new CallActionChased(Id, number, 1))];
            Assert.Empty(Due($"2026-11-22T{time[..2]}:59", Owing(Agreed(), so)));
        }

        Assert.Empty(Due("2026-11-22T23:00", Owing(Agreed(), so)));
    }

    [Fact]
    public void GivenNobodyLookedForHours_ThenOneReminderIsDueAndNotAllAtOnce()
    {
        FlowEvent[] so =
        [
            At("12:00", new CallActionChecked(Id, 1, 1, Board.Time("12:00"))), At("17:00", new CallActionChased(Id, 1, 1)),
        ];

        Assert.Empty(Due("2026-11-22T17:30", Owing(Agreed(), so)));
        Assert.Single(Due("2026-11-22T18:00", Owing(Agreed(), so)));
    }

    [Fact]
    public void GivenANetworkThatChasesNobody_ThenFiguresAreLookedAtAllTheSame() => Assert.IsType<CallActionChecked>(
        Assert.Single(Due("2026-11-22T12:00", Map with { Calls = Plan with { Chase = null } }, Owing(Agreed()))));

    private static Call Owing(CallActionAgreed agreed, params FlowEvent[] more) => Told(
    [
        At("09:30", Opened()), At("10:00", new CallStarted(Id, 2)), At("10:15", agreed), At("10:30", Closed()), .. more,
    ]);

    private static IReadOnlyList<CallEvent> Due(string now, params Call[] calls) => Due(now, Map, calls);

    private static IReadOnlyList<CallEvent> Due(string now, NetworkMap network, params Call[] calls) =>
        CallWatch.Due(new GivenFlow { At = Board.Time(now) }.Picture(), network, calls, new GivenFlow().Trail);
}
