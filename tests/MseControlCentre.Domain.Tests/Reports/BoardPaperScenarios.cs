using System.Text.Json;
using System.Text.Json.Nodes;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Reports;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Reports;

/// <summary>What counts in which month of a board paper. The paper is that of November 2026 unless said.</summary>
public sealed class BoardPaperScenarios
{
    private long _sequence;

    [Fact]
    public void GivenStaysOfFourHoursAndMore_WhenTheMonthIsCounted_ThenExactlyFourIsNoBreach()
    {
        var paper = Paper("2026-11", [
            .. Attendance("v_1", "2026-11-03T10:00:00Z", "2026-11-03T14:00:00Z"),
            .. Attendance("v_2", "2026-11-03T10:00:00Z", "2026-11-03T14:00:01Z"),
            .. Attendance("v_3", "2026-11-03T10:00:00Z", "2026-11-03T11:00:00Z", "03"),
        ]);

        var month = Assert.Single(paper.Departments);
        Assert.Equal((2, 1, 50.0), (month.Attendances, month.Breaches, month.Performance));
    }

    [Fact]
    public void GivenAnAttendanceOverTheEndOfAMonth_WhenItEnds_ThenItCountsByTheLocalClockOfItsEnd()
    {
        // 31 March 2026 is in summer time: 22:59:59 UTC is 23:59:59, 23:00 UTC is 1 April.
        FlowEvent[] events =
        [
            .. Attendance("v_1", "2026-03-31T20:00:00Z", "2026-03-31T22:59:59Z"),
            .. Attendance("v_2", "2026-03-31T18:00:00Z", "2026-03-31T23:00:00Z"),
        ];

        var april = Paper("2026-04", events);

        Assert.Equal([("2026-03", 1, 0), ("2026-04", 1, 1)], april.Departments
            .Select(month => (month.Month.ToString(), month.Attendances ?? -1, month.Breaches ?? -1)));
    }

    [Fact]
    public void GivenMonthsWithoutAnything_WhenTheyArePrinted_ThenTheyAreNotKnownAndTheFirstThatIsHeldBegins()
    {
        var paper = Paper("2026-11", [.. Attendance("v_1", "2026-09-03T10:00:00Z", "2026-09-03T11:00:00Z")]);

        Assert.Equal(["2026-09", "2026-10", "2026-11"], paper.Departments.Select(month => month.Month.ToString()));
        Assert.Equal([1, null, null], paper.Departments.Select(month => month.Attendances));
        Assert.Null(paper.Departments[1].Performance);
        Assert.Null(paper.Handovers.Completed);
        Assert.Null(paper.LostReduction);
        Assert.Null(paper.LongDelayReduction);
        Assert.All(paper.ResponseTimes, row => Assert.Null(row.Mean));
    }

    [Fact]
    public void GivenMonthsMoreThanAYearAgo_WhenThePaperIsMade_ThenItHasTwelveAtMost()
    {
        var paper = Paper("2026-11", [
            .. Attendance("v_1", "2025-11-03T10:00:00Z", "2025-11-03T11:00:00Z"),
            .. Attendance("v_2", "2025-12-03T10:00:00Z", "2025-12-03T11:00:00Z"),
            .. Attendance("v_3", "2026-12-03T10:00:00Z", "2026-12-03T11:00:00Z"),
        ]);

        Assert.Equal(12, paper.Departments.Count);
        Assert.Equal("2025-12", paper.Departments[0].Month.ToString());
        Assert.Equal(1, paper.Departments.Sum(month => month.Attendances));
    }

    [Fact]
    public void GivenAttendancesWithoutAType_WhenTheMonthIsCounted_ThenTheWardTellsIt()
    {
        FlowEvent[] events =
        [
            .. Attendance("v_1", "2026-11-03T10:00:00Z", "2026-11-03T11:00:00Z", type: null),
            Event("basildon-pas", "p", "2026-11-03T10:30:00Z", new EncounterUpdated("v_1", Place: new Place("ED"))),
        ];

        var untold = Paper("2026-11", events);
        var told = Paper("2026-11", events, file => DepartmentOf(file)["departmentType"] = "01");
        var other = Paper("2026-11", events, file => DepartmentOf(file)["departmentType"] = "03");

        Assert.Equal((null, 1), (untold.Departments[^1].Attendances, untold.WithoutType));
        Assert.Equal((1, 0), (told.Departments[^1].Attendances, told.WithoutType));
        Assert.Equal((null, 0), (other.Departments[^1].Attendances, other.WithoutType));
    }

    [Fact]
    public void GivenHandovers_WhenTheMonthIsCounted_ThenTheLimitsThemselvesAreWithin()
    {
        // November: 15 minutes lose none, 60 lose 45 and are no long delay, 60:30 lose 45:30 and are one. October: 30
        // and 100 minutes lose 15 + 85. So 100 - 90.5 = 9.5 minutes fewer, and as many long delays.
        var paper = Paper("2026-11", [
            .. Handover("c_1", "2026-10-05T10:00:00Z", "2026-10-05T10:30:00Z"),
            .. Handover("c_2", "2026-10-05T10:00:00Z", "2026-10-05T11:40:00Z"),
            .. Handover("c_3", "2026-11-05T10:00:00Z", "2026-11-05T10:15:00Z"),
            .. Handover("c_4", "2026-11-05T10:00:00Z", "2026-11-05T11:00:00Z"),
            .. Handover("c_5", "2026-11-05T10:00:00Z", "2026-11-05T11:00:30Z"),
            Event("eeast-cad", "x", "2026-11-05T12:00:00Z", new HandoverCompleted("c_6")),
        ]);

        Assert.Equal((3, 1), (paper.Handovers.Completed, paper.Handovers.LongDelays));
        Assert.Equal(TimeSpan.FromMinutes(90.5), paper.Handovers.Lost);
        Assert.Equal(TimeSpan.FromMinutes(9.5), paper.LostReduction);
        Assert.Equal(0, paper.LongDelayReduction);
    }

    [Fact]
    public void GivenMoreLongDelaysThanBefore_WhenTheReductionIsRead_ThenItIsBelowZero()
    {
        // From 1 to 2: 100% more.
        var paper = Paper("2026-11", [
            .. Handover("c_1", "2026-10-05T10:00:00Z", "2026-10-05T11:40:00Z"),
            .. Handover("c_2", "2026-11-05T10:00:00Z", "2026-11-05T11:40:00Z"),
            .. Handover("c_3", "2026-11-05T10:00:00Z", "2026-11-05T11:40:00Z"),
        ]);

        Assert.Equal(-100, paper.LongDelayReduction);
        Assert.Equal(TimeSpan.FromMinutes(-85), paper.LostReduction);
    }

    [Fact]
    public void GivenStoriesThatHaveLeft_WhenThePaperIsMade_ThenTheyCountOnceWhateverHappenedSince()
    {
        FlowEvent[] events =
        [
            .. Attendance("v_1", "2026-11-03T10:00:00Z", "2026-11-03T14:30:00Z"),
            .. Handover("c_1", "2026-11-03T09:00:00Z", "2026-11-03T10:40:00Z"),
            Event("eeast-cad", "i1", "2026-11-03T09:00:00Z", new EmergencyCallAnswered("i_1", AmbulanceCategory.C2), "TST"),
            Event("eeast-cad", "i2", "2026-11-03T09:20:00Z", new AmbulanceArrivedAtScene("i_1"), "TST"),
        ];

        foreach (var paper in new[] { Paper("2026-11", events), Paper("2026-11", [.. events, .. Later()]) })
        {
            Assert.Equal(1, Assert.Single(paper.Departments).Breaches);
            Assert.Equal(TimeSpan.FromMinutes(85), paper.Handovers.Lost);
            Assert.Equal((1, TimeSpan.FromMinutes(20)), (paper.ResponseTimes[1].Responses, paper.ResponseTimes[1].Mean));
        }
    }

    [Fact]
    public void GivenAnEventThatCameTooLateForTheBoard_WhenThePaperIsMade_ThenItSaysHowMany()
    {
        // Recorded 90 hours after it happened, of a conveyance that nobody knows: the test network keeps 72.
        var paper = Paper("2026-11", [
            Event("eeast-cad", "x", "2026-11-07T10:00:00Z", new AmbulanceArrived("c_1")),
            Event("eeast-cad", "y", "2026-11-03T16:00:00Z", new HandoverCompleted("c_2")),
        ]);

        Assert.Equal(1, paper.TooLate);
        Assert.Null(paper.Handovers.Completed);
    }

    [Fact]
    public void GivenAMonthThatGoesOn_WhenThePaperIsMade_ThenItIsInPart()
    {
        FlowEvent[] events =
        [
            Event("basildon-pas", "a", "2026-10-30T10:00:00Z", new EncounterUpdated("v_0")),
            Event("southend-pas", "a", "2026-10-30T10:00:00Z", new EncounterUpdated("v_0"), "RAJ01"),
            .. Attendance("v_1", "2026-11-03T10:00:00Z", "2026-11-03T14:30:00Z"),
        ];
        FlowEvent[] more = [.. events, .. Attendance("v_2", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z")];

        Assert.False(Paper("2026-11", events).Departments[^1].IsWhole);
        Assert.True(Paper("2026-11", more).Departments[^1].IsWhole);
        Assert.False(Paper("2026-10", more).Departments[^1].IsWhole);
    }

    [Fact]
    public void GivenNoNetwork_WhenThePaperIsAskedFor_ThenThereIsNone()
    {
        Assert.True(CalendarMonth.TryParse("2026-11", out var month));

        Assert.Null(new BoardPaperFold(month).Paper());
    }

    private BoardPaper Paper(string month, IEnumerable<FlowEvent> events, Action<JsonNode>? change = null)
    {
        Assert.True(CalendarMonth.TryParse(month, out var parsed));
        var file = JsonNode.Parse(TestNetwork.Json)!;
        change?.Invoke(file);
        var fold = new BoardPaperFold(parsed);
        _sequence = 0;
        var recorded = DateTimeOffset.MinValue;
        var adoption = TestNetwork.Adoption() with
        {
            OccurredAt = Board.Time("2025-01-01T00:00:00Z"),
            Detail = new NetworkAdopted("1", JsonElement.Parse(file.ToJsonString())),
        };
        foreach (var flowEvent in events.Prepend(adoption))
        {
            // Recorded as it happens; the journal's clock never goes back.
            recorded = flowEvent.OccurredAt > recorded ? flowEvent.OccurredAt : recorded;
            fold.Apply(new JournalEntry(++_sequence, recorded, flowEvent));
        }

        return Assert.IsType<BoardPaper>(fold.Paper());
    }

    private static JsonNode DepartmentOf(JsonNode file) => file["sites"]![0]!["wards"]![0]!;

    /// <summary>Events a week later: everything before has left by then.</summary>
    private static IEnumerable<FlowEvent> Later() =>
        [Event("basildon-pas", "later", "2026-11-10T10:00:00Z", new EdAttendanceRegistered("v_later"))];

    private static IEnumerable<FlowEvent> Attendance(string visit, string arrived, string left, string? type = "01") =>
    [
        Event("basildon-pas", visit + "a", arrived, new EdAttendanceRegistered(visit, DepartmentType: type)),
        Event("basildon-pas", visit + "d", left, new EdDeparted(visit)),
    ];

    private static IEnumerable<FlowEvent> Handover(string conveyance, string arrived, string handedOver) =>
    [
        Event("eeast-cad", conveyance + "a", arrived, new AmbulanceArrived(conveyance)),
        Event("eeast-cad", conveyance + "h", handedOver, new HandoverCompleted(conveyance)),
    ];

    private static FlowEvent Event(string source, string id, string time, EventDetail detail, string site = "RAJ12") => new()
    {
        Source = source,
        MessageId = id,
        OccurredAt = Board.Time(time),
        Site = site,
        Detail = detail,
    };
}
