using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>What partners declare: community beds and slots, NHS 111 demand, alternatives, staffing, cohort
/// areas.</summary>
public sealed class Declarations
{
    private readonly WorldContext _world;
    private readonly IReadOnlyList<Hospital> _hospitals;
    private readonly RandomStream _random;
    private readonly EventWriter _community;
    private readonly EventWriter _calls;
    private int _offered;
    private int _answered;
    private int _abandoned;
    private int _toDepartment;

    /// <summary>Speaks for the partners of a world.</summary>
    public Declarations(WorldContext world, IReadOnlyList<Hospital> hospitals)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _hospitals = hospitals;
        _random = new RandomStream(world.Seed, "declarations");
        _community = new EventWriter(world.Outbox, world.Feed("Json", "Community", null)?.Id);
        var calls = world.Network.Feeds.FirstOrDefault(feed => feed.Id.Contains("111", StringComparison.Ordinal));
        _calls = new EventWriter(world.Outbox, calls?.Id);
    }

    private string System => _world.Network.Code;

    private long Now => _world.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start()
    {
        _world.Agenda.At(Now + 60, DeclareCommunity);
        _world.Agenda.At(Now + 120, DeclareStaffing);
        _world.Agenda.At(Now + 3600 - (Now % 3600), DeclareCalls);
        _world.Agenda.At(Now + 1800, WatchQueues);
    }

    private void DeclareCommunity()
    {
        foreach (var unit in _world.Network.CommunityUnits)
        {
            var occupied = Math.Min(unit.Capacity, _random.Round(unit.Capacity * (0.9 + (0.05 * _random.Normal()))));
            _community.Write(
                System,
                "CommunityCapacityDeclared",
                Now,
                ("unit", unit.Code),
                ("capacity", unit.Capacity),
                ("occupied", Math.Max(0, occupied)),
                ("declaredBy", "community bed bureau"));
        }

        _world.Agenda.At(Now + (4 * 3600), DeclareCommunity);
    }

    private void DeclareStaffing()
    {
        foreach (var hospital in _hospitals)
        {
            var required = Math.Max(4, hospital.AdultCoreBeds / 7);
            hospital.Lists.Write(
                hospital.Code,
                "StaffingDeclared",
                Now,
                ("staffGroup", "registered nurses"),
                ("required", required),
                ("filled", _random.Round(required * (0.93 + (0.03 * _random.Normal())))),
                ("declaredBy", "site operations team"));
        }

        _world.Agenda.At(Now + (12 * 3600), DeclareStaffing);
    }

    private void DeclareCalls()
    {
        if (_world.Calendar.Midnight(Now) > Now - 3600)
        {
            (_offered, _answered, _abandoned, _toDepartment) = (0, 0, 0, 0);
        }

        var hour = _world.Calendar.Hour(Now);
        var calls = _random.Poisson(1100 * _world.Figures.AttendanceHour.Value[hour] / 100 * _world.Demand(Now));
        _offered += calls;
        _abandoned += _random.Round(calls * 0.04);
        _answered += _random.Round(calls * 0.78);
        _toDepartment += _random.Round(calls * 0.11);
        _calls.Write(
            System,
            "Nhs111DemandDeclared",
            Now,
            ("callsOffered", _offered),
            ("answeredWithin60Seconds", Math.Min(_answered, _offered)),
            ("abandoned", _abandoned),
            ("edDispositions", _toDepartment));
        _calls.Write(
            System,
            "AlternativeServiceDeclared",
            Now,
            ("service", "urgent-community-response"),
            ("open", hour is >= 8 and < 20),
            ("capacity", _random.Below(9)),
            ("waitMinutes", 30 + _random.Below(90)));
        _world.Agenda.At(Now + 3600, DeclareCalls);
    }

    // A cohort area opens while more than six ambulances wait at a hospital, and closes when at most two do.
    private void WatchQueues()
    {
        foreach (var hospital in _hospitals)
        {
            var waiting = hospital.Conveyances.Count(conveyance => conveyance.ArrivedAt is not null);
            if (!hospital.CohortIsOpen && waiting > 6)
            {
                hospital.CohortIsOpen = true;
                hospital.Ambulance.Write(
                    hospital.Code, "CohortOpened", Now, ("area", "handover unit"), ("capacity", 6),
                        ("declaredBy", "hospital ambulance liaison"));
            }
            else if (hospital.CohortIsOpen && waiting <= 2)
            {
                hospital.CohortIsOpen = false;
                hospital.Ambulance.Write(
                    hospital.Code, "CohortClosed", Now, ("area", "handover unit"),
                        ("declaredBy", "hospital ambulance liaison"));
            }
        }

        _world.Agenda.At(Now + 600, WatchQueues);
    }
}
