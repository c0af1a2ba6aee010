using System.Globalization;
using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>A small system, told over a day and a night: every number of its pack, worked out by hand.</summary>
public sealed class PackScenarios
{
    [Fact]
    public void Standing_OfBasildon_IsWhatIsSoNowBesideThen() => Assert.Equal(
        [
            "Ambulances waiting 1 (1)",
            "Longest ambulance wait 50 (30)",
            "Crews to release now 1 (0)",
            "In ED 2 (1)",
            "Over 4 hours 1 (0)",
            "Over 12 hours from arrival 1 (0)",
            "Over 12 hours from decision to admit 1 (0)",
            "Waiting for a bed 1 (0)",
            "G&A beds open 30 (30)",
            "G&A beds occupied 2 (1)",
            "G&A beds free 28 (29)",
            "G&A occupancy 6.7 (3.3)",
            "Escalation beds open 0 (0)",
            "Critical care occupied 0 (0)",
            "Critical care open 8 (8)",
            "No criteria to reside 1 (0)",
            "Beds with no criteria to reside 50 (0)",
            "In hospital 21 nights or more 0 (0)",
            "On virtual wards 1 (1)",
        ],
        Standing(GivenPack.Place(Told().Pack(), "RAJ12")));

    [Fact]
    public void Flow_OfBasildon_CountsFromThenAndOfTheNight() => Assert.Equal(
        [
            "ED arrivals 3, night 2",
            "Four-hour performance 50, night 0",
            "Ambulance arrivals 2, night 1",
            "Handovers 2, night 1",
            "Handovers over 30 minutes 2, night 1",
            "Handovers over 60 minutes 1, night 1",
            "Hours lost in handover 1.5, night 0.9",
            "Emergency admissions 1, night 1",
            "Discharges 1, night 0",
            "Taken on by virtual wards 1, night 1",
            "Discharged by virtual wards 1, night 0",
        ],
        Flow(GivenPack.Place(Told().Pack(), "RAJ12")));

    [Fact]
    public void System_IsFirst_AndAddsItsSitesUp()
    {
        var pack = Told().Southend("22 03:00", new EdAttendanceRegistered("s2")).Pack();

        Assert.Equal(["TST", "RAJ12", "RAJ01"], pack.Places.Select(place => place.Code));
        var system = pack.Places[0];
        Assert.Contains("In ED 3 (1)", Standing(system));
        Assert.Contains("G&A beds occupied 3 (2)", Standing(system));
        Assert.Contains("Virtual-ward places free 4 (4)", Standing(system));
        Assert.Contains("999 calls waiting - (-)", Standing(system));
        Assert.Contains("ED arrivals 4, night 3", Flow(system));
        Assert.Contains("ED arrivals 1, night 1", Flow(pack.Places[2]));
    }

    [Fact]
    public void Spans_BeginWithTheirFirstInstantAndEndBeforeTheirLast()
    {
        var given = new GivenPack();
        foreach (var (index, time) in new[]
        {
            "21 09:59:59", "21 10:00:00", "21 19:59:59", "21 20:00:00", "22 07:59:59", "22 08:00:00", "22 10:00:00",
        }.Index())
        {
            given.Tell(time, new EdAttendanceRegistered($"e{index}"));
        }

        Assert.Equal("ED arrivals 5, night 2", Flow(GivenPack.Place(given.Pack(), "RAJ12"))[0]);
    }

    [Fact]
    public void VirtualWards_TellTheirRoom()
    {
        var ward = Assert.Single(Told()
            .VirtualWard("22 09:30", new VirtualWardReferred("w3", "VW-FRAILTY", VirtualWardRoute.StepUp))
            .Pack().VirtualWards);

        Assert.Equal(
            ("VW-FRAILTY", "Frailty", 5, 1, 4, 1),
            (ward.Code, ward.Name, ward.Capacity.Value, ward.Patients.Value, ward.Free.Value, ward.Waiting.Value));
    }

    [Fact]
    public void Opel_IsCalculatedAndDeclared_UntilTheDeclarationExpires()
    {
        var declared = new OpelDeclared(3, "No room", GivenPack.Time("22 09:00"), "Robin");
        var before = new GivenPack { At = GivenPack.Time("22 08:59") }.Tell("22 07:00", declared).Pack().Places[1].Opel;
        var after = new GivenPack().Tell("22 07:00", declared).Pack().Places[1].Opel;

        Assert.Equal(
            (3, "Robin", "No room", GivenPack.Time("22 07:00")),
            (before.Declared, before.DeclaredBy, before.Reason, before.DeclaredAt));
        Assert.Equal(((int?)null, (string?)null), (after.Declared, after.DeclaredBy));
        Assert.Null(after.Calculated);
    }

    [Fact]
    public void Facts_OfAnInstant_GiveTheSamePackHoweverTheStateGoesOn()
    {
        var given = Told();
        var board = given.BoardBy(given.At);
        var facts = board.Centre.PackFactsAt(given.At, given.Since);
        var at = Encoded(CallPacking.Of(GivenPack.Call, facts, given.Then(), given));

        board.RecordedAt = GivenPack.Time("22 11:00");
        board.Tell("09:00", new EdAttendanceRegistered("late")).Tell("10:30", new PatientDischarged("b1"));

        Assert.Equal(at, Encoded(CallPacking.Of(GivenPack.Call, facts, given.Then(), given)));
        Assert.NotEqual(at, Encoded(CallPacking.Of(
            GivenPack.Call, board.Centre.PackFactsAt(given.At, given.Since), given.Then(), given)));
    }

    [Fact]
    public void Facts_ThatWouldLookBackOnWhatHasNotBegun_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Board().Centre.PackFactsAt(GivenPack.Time("22 10:00"), GivenPack.Time("22 10:00")));

    private static GivenPack Told() => new GivenPack()
        .Tell("21 09:00", new EdAttendanceRegistered("e1"))
        .Ambulance("21 09:30", new AmbulanceArrived("c1"))
        .Ambulance("21 10:20", new HandoverCompleted("c1"))
        .Tell("21 10:30", new EdDeparted("e1", EdOutcome.Discharged))
        .Hub("21 12:00", new CriteriaToResideAssessed("b1", false, DischargePathway.P1, "home-care-unavailable", "ESSEX"))
        .Tell("21 15:00", new PatientAdmitted("b2", new Place("AMU")))
        .Tell("21 21:00", new EdAttendanceRegistered("e2"))
        .Tell("21 21:30", new EdAttendanceRegistered("e4"))
        .Tell("21 21:45", new EdDecisionToAdmit("e4"))
        .Ambulance("21 22:00", new AmbulanceArrived("c2"))
        .Tell("21 23:00", new EdDecisionToAdmit("e2"))
        .Ambulance("21 23:10", new HandoverCompleted("c2"))
        .VirtualWard("22 01:00", new VirtualWardAdmitted("w2", "VW-FRAILTY"))
        .Tell("22 02:00", new PatientAdmitted("e2", new Place("AMU")))
        .Tell("22 08:30", new EdAttendanceRegistered("e3"))
        .Tell("22 09:00", new PatientDischarged("b2"))
        .VirtualWard("22 09:00", new VirtualWardDischarged("w1", "VW-FRAILTY"))
        .Ambulance("22 09:10", new AmbulanceArrived("c3"));

    private static string Encoded(CallPack pack) =>
        Convert.ToHexString(EventCatalogue.Encode(new CallPackKept(GivenPack.Call, 1, pack)));

    private static string[] Standing(PackPlace place) =>
        [.. place.Standing.Select(line => $"{line.Name} {Said(line.Now)} ({Said(line.Then)})")];

    private static string[] Flow(PackPlace place) =>
        [.. place.Flow.Select(line => $"{line.Name} {Said(line.Since)}, night {Said(line.Night)}")];

    private static string Said(PackValue value) =>
        value.Value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-";
}
