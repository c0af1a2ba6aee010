using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Events;

/// <summary>Who looked at the flow is no part of it: wherever it stands in the journal, the board is the same.</summary>
public sealed class AccessRecordedTests
{
    private static readonly FlowEvent[] s_day =
    [
        Board.Event("08:00", new EdAttendanceRegistered("v_1", Place: new Place("ED"))),
        Board.Event("09:00", new EdDecisionToAdmit("v_1")),
        Board.Event("10:00", new PatientAdmitted("v_1", new Place("MARY", "1"))),
        Board.Event("11:00", new PatientAdmitted("v_2", new Place("AMU", "2"))),
        Board.Event("12:00", new PatientDischarged("v_1")),
        Board.Event("12:30", new AmbulanceArrived("c_1", AmbulanceCategory.C2)),
    ];

    [Fact]
    public void GivenADay_WhenAnybodyLooksAtAnyTime_ThenTheBoardIsTheSame()
    {
        var expected = Shown(new Board().Tell(s_day));
        var looked = Gen.Choose(0, s_day.Length).ListOf(5);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(looked), places => Shown(new Board().Tell(With(places))) == expected));
    }

    [Fact]
    public void GivenStoriesThatEnded_WhenOnlySomebodyLooksDaysLater_ThenNothingLeavesBecauseOfIt()
    {
        var board = new Board().Tell(s_day);
        var kept = board.Centre.KeptStories;
        board.RecordedAt = Board.Time("2026-12-20T13:00:00Z");

        board.Tell(Look(1));

        Assert.Equal(kept, board.Centre.KeptStories);
    }

    [Fact]
    public void GivenSomebodyLooked_WhenTheStateIsKeptAndRestored_ThenTheNextEntryFollows()
    {
        var board = new Board().Tell(s_day).Tell(Look(1));

        var restored = Board.Restore(board.Centre.Save()).Tell(Look(2)).Tell("13:00", new PatientDischarged("v_2"));

        Assert.Equal(board.Centre.Sequence + 2, restored.Centre.Sequence);
        Assert.Equal(Shown(new Board().Tell(s_day).Tell("13:00", new PatientDischarged("v_2"))), Shown(restored));
    }

    [Fact]
    public void GivenAnAct_WhenItIsWrittenAndRead_ThenItIsTheSame()
    {
        var detail = Look(1).Detail;

        Assert.Equal(detail, EventCatalogue.Decode(nameof(AccessRecorded), EventCatalogue.Encode(detail)));
    }

    private static IEnumerable<FlowEvent> With(IEnumerable<int> places)
    {
        var looked = places.ToList();
        for (var place = 0; place <= s_day.Length; place++)
        {
            foreach (var number in looked.Index().Where(one => one.Item == place))
            {
                yield return Look(number.Index);
            }

            if (place < s_day.Length)
            {
                yield return s_day[place];
            }
        }
    }

    private static string Shown(Board board)
    {
        var picture = board.At("23:00");
        return board.Centre.StateHash() + JsonSerializer.Serialize(picture with { Sequence = 0 });
    }

    private static FlowEvent Look(int number) => new()
    {
        Source = "control-centre",
        MessageId = $"access/{number}",
        OccurredAt = Board.Time("12:00"),
        Site = "TST",
        Detail = new AccessRecorded(
            Board.Time("12:00"),
            "Saw",
            Allowed: true,
            "p_1",
            "A. Person",
            "Controller",
            "SeePatients",
            "RAJ12",
            Address: "10.0.0.1",
            Page: "/sites/RAJ12",
            Answer: 200),
    };
}
