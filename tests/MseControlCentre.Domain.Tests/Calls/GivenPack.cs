using MseControlCentre.Domain.Calls;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Domain.Tests.Calls;

/// <summary>
/// What was told before a call, and the pack of it. Every feed of the test network has been heard for two days; unless
/// told otherwise the pack is of Sunday 22 November 2026 at 10:00 and looks back on Saturday at 10:00.
/// </summary>
internal sealed class GivenPack : IFigureTrail
{
    public const string Call = "situational-awareness-20261122-1";

    private readonly List<FlowEvent> _told = [];
    private readonly FlowEvent? _network;

    public GivenPack(FlowEvent? network = null, bool areHeard = true)
    {
        _network = network;
        if (areHeard)
        {
            Tell("20 08:00", new PatientAdmitted("b1", new Place("MARY")))
                .Southend("20 08:00", new PatientAdmitted("s1", new Place("KING")))
                .Ambulance("20 08:00", new AmbulanceArrived("c0"))
                .Ambulance("20 08:10", new HandoverCompleted("c0"))
                .Hub("20 08:30", new CriteriaToResideAssessed("b1", true))
                .VirtualWard("20 08:00", new VirtualWardAdmitted("w1", "VW-FRAILTY"));
        }
    }

    /// <summary>The instant of the pack.</summary>
    public DateTimeOffset At { get; init; } = Time("22 10:00");

    /// <summary>From when on it looks back.</summary>
    public DateTimeOffset Since { get; init; } = Time("21 10:00");

    /// <summary>An instant of November 2026, such as <c>22 08:30</c>.</summary>
    public static DateTimeOffset Time(string text) => Board.Time($"2026-11-{text.Replace(' ', 'T')}Z");

    public GivenPack Southend(string time, EventDetail detail) => Tell(time, detail, "RAJ01", "southend-pas");

    public GivenPack Ambulance(string time, EventDetail detail) => Tell(time, detail, "RAJ12", "eeast-cad");

    public GivenPack Hub(string time, EventDetail detail, string site = "RAJ12") =>
        Tell(time, detail, site, "care-transfer-hub");

    public GivenPack VirtualWard(string time, EventDetail detail) => Tell(time, detail, "RAJ12", "virtual-wards");

    /// <summary>Tells of something at Basildon.</summary>
    public GivenPack Tell(
        string time, EventDetail detail, string site = "RAJ12", string source = "basildon-pas") =>
        Tell(Time(time), detail, site, source);

    public GivenPack Tell(
        DateTimeOffset at, EventDetail detail, string site = "RAJ12", string source = "basildon-pas")
    {
        _told.Add(new FlowEvent
        {
            Source = source,
            MessageId = $"m{_told.Count}",
            OccurredAt = at,
            Site = site,
            Detail = detail,
        });
        return this;
    }

    /// <summary>Everything that was told by an instant, each as it happened.</summary>
    public Board BoardBy(DateTimeOffset until)
    {
        var board = new Board();
        if (_network is not null)
        {
            board.RecordedAt = _network.OccurredAt;
            board.Tell(_network);
        }

        return board.TellAsTheyHappen(_told.Where(told => told.OccurredAt <= until));
    }

    /// <summary>The facts behind the pack.</summary>
    public PackFacts Facts() => BoardBy(At).Centre.PackFactsAt(At, Since);

    /// <summary>The pack.</summary>
    public CallPack Pack() => CallPacking.Of(Call, Facts(), Then(), this);

    /// <summary>The picture of when the pack begins to look back; null when nothing had been told by then.</summary>
    public Picture? Then() => _told.Exists(told => told.OccurredAt <= Since)
        ? BoardBy(Since).Centre.PictureAt(Since)
        : null;

    public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back) => [];

    /// <summary>One place of a pack.</summary>
    public static PackPlace Place(CallPack pack, string code) => pack.Places.Single(place => place.Code == code);
}
