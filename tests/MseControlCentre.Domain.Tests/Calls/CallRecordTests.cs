using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;
using static MseControlCentre.Domain.Tests.Calls.GivenCall;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>What the chair signs for.</summary>
public sealed class CallRecordTests
{
    [Fact]
    public void HashOf_ARecord_IsAlwaysTheSame()
    {
        var hash = CallRecord.HashOf(Told(WholeCall()));

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, CallRecord.HashOf(Told(WholeCall())));
    }

    [Fact]
    public void HashOf_ARecordReadFromTheJournal_IsThatOfTheOneWritten()
    {
        FlowEvent[] read = [.. WholeCall().Select(one => one with
        {
            Detail = EventCatalogue.Decode(one.Kind, EventCatalogue.Encode(one.Detail)),
        })];

        Assert.Equal(CallRecord.HashOf(Told(WholeCall())), CallRecord.HashOf(Told(read)));
    }

    [Fact]
    public void Pack_InWhichNothingIsKnown_IsReadAsItWasWritten()
    {
        var unknown = new PackValue(null, FigureQuality.Unknown);
        var kept = Pack(1, "09:30");
        kept = kept with
        {
            Pack = kept.Pack with
            {
                Places =
                [
                    new PackPlace(
                        "RAJ12", "Basildon", new PackOpel(null, null, null),
                        [new PackStanding("RAJ12:x.y", "X", "", Better.Lower, unknown, unknown)], [], []),
                ],
                Constraints = [new PackConstraint("RAJ12", "X", Severity.Alarm, null, null, "", "RAJ12:x.y")],
                Escalations = [new PackEscalation("x", "RAJ12", "X", null, Board.Time("09:00"), null)],
            },
        };

        var read = (CallPackKept)EventCatalogue.Decode(nameof(CallPackKept), EventCatalogue.Encode(kept));

        Assert.Equal(EventCatalogue.Encode(kept), EventCatalogue.Encode(read));
        Assert.Equal(unknown, read.Pack.Places[0].Standing[0].Now);
        Assert.Null(read.Pack.Places[0].Opel.Declared);
        Assert.Null(read.Pack.Escalations[0].Owner);
    }

    public static TheoryData<CallEvent> OfTheRecord => new()
    {
        Opened() with { Name = "Another call" },
        Pack(2, "10:05"),
        Statement(2, "The lift is out of use again"),
        new CallAttendanceRecorded(Id, 1, "RAJ12", Attendance.Apologies, "The site manager", Controller),
        new CallOpelRecorded(Id, 1, "RAJ12", 4, "No cubicle", Controller),
        new CallNoted(Id, 1, "Southend offers two beds", "RAJ01", Controller),
        Agreed(2, "15:00"),
    };

    [Theory]
    [MemberData(nameof(OfTheRecord))]
    public void HashOf_ARecordInWhichOneThingDiffers_IsAnother(CallEvent other) => Assert.NotEqual(
        CallRecord.HashOf(Told(WholeCall())), CallRecord.HashOf(Told(Instead(other))));

    [Fact]
    public void HashOf_ARecord_DoesNotChangeWithWhatBecomesOfItsActions() => Assert.Equal(
        CallRecord.HashOf(Told([.. WholeCall().Take(13)])), CallRecord.HashOf(Told(WholeCall())));

    [Fact]
    public void Sign_ACall_CoversTheNewestOfEachPart()
    {
        var signed = CallRecord.Sign(Told([.. WholeCall().Take(12)]), Closed());

        Assert.Equal(
            [
                "action:1/1", "action:2/1", "attendance:RAJ12/1", "notes/1", "opel:RAJ12/1", "pack/2",
                "statement:RAJ01/1", "statement:RAJ12/2",
            ],
            signed.Covers!.Order(StringComparer.Ordinal));
        Assert.Equal(signed, EventCatalogue.Decode(nameof(CallClosed), EventCatalogue.Encode(signed)));
        Assert.Equal(
            signed.Record,
            CallRecord.HashOf(Told([.. WholeCall().Take(12), At("10:30", signed), .. WholeCall().Skip(13)])));
    }

    [Theory]
    [InlineData(AimDirection.Down, 9.0, null, 8.0, true)]
    [InlineData(AimDirection.Down, 9.0, null, 9.0, false)]
    [InlineData(AimDirection.Up, 9.0, null, 9.5, true)]
    [InlineData(AimDirection.Up, 9.0, null, 8.0, false)]
    [InlineData(AimDirection.Down, 9.0, 5.0, 6.0, false)]
    [InlineData(AimDirection.Down, 9.0, 5.0, 5.0, true)]
    [InlineData(AimDirection.Up, null, 5.0, 5.0, true)]
    [InlineData(AimDirection.Up, null, 5.0, 4.9, false)]
    [InlineData(AimDirection.Down, null, null, 4.0, null)]
    [InlineData(AimDirection.Down, 9.0, null, null, null)]
    [InlineData(AimDirection.Down, 9.0, 5.0, null, null)]
    public void IsMetBy_AValue_SaysWhetherItMovedAsItShould(
        AimDirection direction, double? was, double? target, double? now, bool? expected) =>
        Assert.Equal(expected, new FigureAim(Waiting, "Waiting", direction, was, target).IsMetBy(now));

    private static FlowEvent[] Instead(CallEvent other) =>
    [
        .. WholeCall().Select(one => one.Detail is CallEvent told
            && string.Equals(told.Part, other.Part, StringComparison.Ordinal) && told.Revision == other.Revision
                ? one with { Detail = other }
                : one),
    ];
}
