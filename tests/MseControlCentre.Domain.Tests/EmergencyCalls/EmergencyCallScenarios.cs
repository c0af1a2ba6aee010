using MseControlCentre.Domain.EmergencyCalls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Events.AmbulanceCategory;

namespace MseControlCentre.Domain.Tests.EmergencyCalls;

/// <summary>Response times by category, the stack of calls that wait, and the service's own levels.</summary>
public sealed class EmergencyCallScenarios
{
    [Fact]
    public void GivenAFeedThatTellsOfNoCall_WhenTheStackIsRead_ThenItIsNotKnownAndNotEmpty()
    {
        var board = new Board().Tell(Event("10:00", "RAJ12", new AmbulanceArrived("c_1")));

        Assert.Null(Figure(board, EmergencyCallMeasures.CallsWaiting));
        Assert.Null(Figure(board, EmergencyCallMeasures.WaitingByCategory[C2]));
        Assert.Null(Figure(board, EmergencyCallMeasures.Responses[C1]));
        Assert.Null(Figure(board, EmergencyCallMeasures.Mean[C1]));
        Assert.Null(Figure(board, EmergencyCallMeasures.CallsLongestWait));
    }

    [Fact]
    public void GivenCallsThatHaveAllLeft_WhenTheStackIsRead_ThenItIsEmpty()
    {
        var board = new Board()
            .Tell(Call("08:00", new EmergencyCallAnswered("i_1", C2)), Call("08:10", new EmergencyCallClosed("i_1")));
        board.RecordedAt = Board.Time("2026-11-26T12:00:00Z");
        board.Tell(Event("2026-11-26T12:00:00Z", "RAJ12", new AmbulanceArrived("c_1")));

        Assert.Equal(1, board.Centre.KeptStories);
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.CallsWaiting, "2026-11-26T12:00:00Z"));
        Assert.Equal(
            0,
            Figure(Board.Restore(board.Centre.Save()), EmergencyCallMeasures.CallsWaiting, "2026-11-26T12:00:00Z"));
    }

    [Fact]
    public void GivenNoCallForFiveWeeks_WhenTheStackIsRead_ThenItIsNotKnownAnyMore()
    {
        var board = new Board().Tell(Call("08:00", new EmergencyCallAnswered("i_1", C2)));
        Hear("2026-11-26T12:00:00Z");
        Hear("2026-12-27T07:00:00Z");

        Assert.Equal(0, Figure(board, EmergencyCallMeasures.CallsWaiting, "2026-12-27T07:00:00Z"));

        Hear("2026-12-28T12:00:00Z");

        Assert.Null(Figure(board, EmergencyCallMeasures.CallsWaiting, "2026-12-28T12:00:00Z"));

        void Hear(string time)
        {
            board.RecordedAt = Board.Time(time);
            board.Tell(Event(time, "RAJ12", new AmbulanceArrived("c_1")));
        }
    }

    [Fact]
    public void GivenResponses_WhenTheDayIsSummed_ThenEachCategoryHasItsMeanAndNinetiethCentile()
    {
        // Category 2, ten calls of 10, 12 ... 28 minutes: mean 190 / 10 = 19; by nearest rank the ninth of ten: 26.
        // Category 1: 6 and 9 minutes: mean 7.5; the 90th centile of two is the second.
        var board = new Board();
        for (var number = 0; number < 10; number++)
        {
            Respond(board, $"i_{number}", C2, Board.Time("08:00"), TimeSpan.FromMinutes(10 + (2 * number)));
        }

        Respond(board, "i_a", C1, Board.Time("08:00"), TimeSpan.FromMinutes(6));
        Respond(board, "i_b", C1, Board.Time("08:00"), TimeSpan.FromMinutes(9));

        Assert.Equal(19, Figure(board, EmergencyCallMeasures.Mean[C2]));
        Assert.Equal(26, Figure(board, EmergencyCallMeasures.Ninetieth[C2]));
        Assert.Equal(10, Figure(board, EmergencyCallMeasures.Responses[C2]));
        Assert.Equal(7.5, Figure(board, EmergencyCallMeasures.Mean[C1]));
        Assert.Equal(9, Figure(board, EmergencyCallMeasures.Ninetieth[C1]));
        Assert.Null(Figure(board, EmergencyCallMeasures.Mean[C3]));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.Responses[C3]));
    }

    [Fact]
    public void GivenACallOverMidnight_WhenTheResponseArrives_ThenItCountsInFullOnThatDay()
    {
        // Answered 23:50 yesterday, at the scene 00:10: 20 minutes, all of them today.
        var board = new Board();
        Respond(board, "i_1", C2, Board.Time("2026-11-21T23:50:00Z"), TimeSpan.FromMinutes(20));

        Assert.Equal(20, Figure(board, EmergencyCallMeasures.Mean[C2]));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.Responses[C2], "2026-11-21T23:59:59Z"));
    }

    [Fact]
    public void GivenARecategorisedCall_WhenTheResponseArrives_ThenItCountsByItsCategoryThenAndItsOwnClock()
    {
        // Category 3 at 10:00; Category 1 from 10:20, when the service starts the clock anew; at the scene 10:27.
        var board = new Board().Tell(
            Call("10:00", new EmergencyCallAnswered("i_1", C3)),
            Call("10:20", new EmergencyCallCategorised("i_1", C1, Board.Time("10:20"))),
            Call("10:22", new AmbulanceAllocated("i_1")),
            Call("10:27", new AmbulanceArrivedAtScene("i_1")),
            Call("10:40", new EmergencyCallCategorised("i_1", C4)));

        Assert.Equal(7, Figure(board, EmergencyCallMeasures.Mean[C1]));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.Responses[C3]));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.Responses[C4]));
    }

    [Fact]
    public void GivenACategoryWithoutAClockOfItsOwn_WhenTheResponseArrives_ThenTimeRunsFromTheAnswer()
    {
        var board = new Board().Tell(
            Call("10:00", new EmergencyCallAnswered("i_1")),
            Call("10:04", new EmergencyCallCategorised("i_1", C2)),
            Call("10:18", new AmbulanceArrivedAtScene("i_1")));

        Assert.Equal(18, Figure(board, EmergencyCallMeasures.Mean[C2]));
    }

    [Fact]
    public void GivenAClockToldToStartAfterTheArrival_WhenTheDayIsSummed_ThenThereIsNoTimeBelowZero()
    {
        var board = new Board().Tell(
            Call("10:00", new EmergencyCallAnswered("i_1")),
            Call("10:01", new EmergencyCallCategorised("i_1", C2, Board.Time("10:30"))),
            Call("10:18", new AmbulanceArrivedAtScene("i_1")));

        Assert.Equal(1, Figure(board, EmergencyCallMeasures.Responses[C2]));
        Assert.Null(Figure(board, EmergencyCallMeasures.Mean[C2]));
    }

    [Fact]
    public void GivenACallClosedWithoutAResponse_WhenTheDayIsSummed_ThenItHasNoResponseTime()
    {
        var board = new Board().Tell(
            Call("10:00", new EmergencyCallAnswered("i_1", C3)),
            Call("10:30", new EmergencyCallClosed("i_1", EmergencyCallOutcome.HearAndTreat)),
            Call("10:40", new AmbulanceArrivedAtScene("i_1")));

        Assert.Equal(0, Figure(board, EmergencyCallMeasures.Responses[C3]));
        Assert.Null(Figure(board, EmergencyCallMeasures.Mean[C3]));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.CallsWaiting));
    }

    [Fact]
    public void GivenCallsInTheStack_WhenItIsRead_ThenEachCategoryIsCountedAndTheLongestWaitIsToTheMinute()
    {
        var board = new Board().Tell(
            Call("10:00:30", new EmergencyCallAnswered("i_1", C3)),
            Call("10:20", new EmergencyCallAnswered("i_2", C2)),
            Call("10:25", new EmergencyCallAnswered("i_3")),
            Call("09:00", new EmergencyCallAnswered("i_4", C2)),
            Call("09:30", new AmbulanceAllocated("i_4")));

        Assert.Equal(3, Figure(board, EmergencyCallMeasures.CallsWaiting, "11:00"));
        Assert.Equal(1, Figure(board, EmergencyCallMeasures.WaitingByCategory[C2], "11:00"));
        Assert.Equal(1, Figure(board, EmergencyCallMeasures.WaitingByCategory[C3], "11:00"));
        Assert.Equal(0, Figure(board, EmergencyCallMeasures.WaitingByCategory[C1], "11:00"));

        // 59 minutes and 30 seconds.
        Assert.Equal(59, Figure(board, EmergencyCallMeasures.CallsLongestWait, "11:00"));
    }

    [Fact]
    public void GivenADeclarationOfLevels_WhenItIsReplacedOrExpires_ThenTheNewestCountsAndLevelsDoNotAddUp()
    {
        var board = new Board()
            .Tell(Event("09:00", "TST", new AmbulanceServiceDeclared(4, 3)))
            .Tell(Event("10:00", "RYC", new AmbulanceServiceDeclared(3, 2, Board.Time("18:00"), "strategic commander")));

        Assert.Equal(3, Figure(board, EmergencyCallMeasures.Reap, "17:00"));
        Assert.Equal(2, Figure(board, EmergencyCallMeasures.ClinicalSafetyPlan, "17:00"));
        Assert.Equal("strategic commander", board.At("17:00").Figures[EmergencyCallMeasures.Reap].Source);
        Assert.Equal(FigureQuality.Stale, board.At("18:01").Figures[EmergencyCallMeasures.Reap].Quality);
        Assert.Null(Figure(new Board(), EmergencyCallMeasures.Reap));
    }

    [Fact]
    public void GivenAMean_WhenTheFigureIsOpened_ThenItNamesTheCallAndItsEvents()
    {
        var board = new Board();
        Respond(board, "i_1", C2, Board.Time("10:00"), TimeSpan.FromMinutes(20));

        var evidence = board.Centre.EvidenceAt("TST:ambulance.category-2-mean", Board.Time("11:00"), 10);

        var one = Assert.Single(evidence!.Evidence);
        Assert.Equal(("i_1", 20d), (one.Subject, one.Value));
        Assert.Equal(["EmergencyCallAnswered", "AmbulanceArrivedAtScene"], one.Events.Select(e => e.Kind));
    }

    [Fact]
    public void GivenAWholeCall_WhenItIsToldInAnyOrder_ThenTheBoardIsTheSame()
    {
        FlowEvent[] story =
        [
            Call("10:00", new EmergencyCallAnswered("i_1", C3)),
            Call("10:20", new EmergencyCallCategorised("i_1", C2)),
            Call("10:22", new AmbulanceAllocated("i_1")),
            Call("10:27", new AmbulanceArrivedAtScene("i_1")),
            Call("11:00", new EmergencyCallClosed("i_1", EmergencyCallOutcome.SeeAndConvey)),
        ];

        Assert.All(Permutations.Of(story), order =>
        {
            var board = new Board().Tell(order).Tell(order[^1]);
            Assert.Equal(27, Figure(board, EmergencyCallMeasures.Mean[C2]));
            Assert.Equal(0, Figure(board, EmergencyCallMeasures.CallsWaiting));
        });
    }

    private static double? Figure(Board board, Measure measure, string at = "23:00") => board.At(at).Figures[measure].Value;

    private static void Respond(
        Board board, string incident, AmbulanceCategory category, DateTimeOffset answered, TimeSpan took) => board.Tell(
        Call(answered, new EmergencyCallAnswered(incident, category)),
        Call(answered + took, new AmbulanceArrivedAtScene(incident)));

    private static FlowEvent Call(string time, EmergencyCallEvent detail) => Call(Board.Time(time), detail);

    private static FlowEvent Call(DateTimeOffset at, EmergencyCallEvent detail) => new()
    {
        Source = "eeast-cad",
        MessageId = $"{at:O}/{detail.GetType().Name}/{detail.Incident}",
        OccurredAt = at,
        Site = "TST",
        Detail = detail,
    };

    private static FlowEvent Event(string time, string site, EventDetail detail) =>
        Board.Event(time, detail, site, "eeast-cad");
}
