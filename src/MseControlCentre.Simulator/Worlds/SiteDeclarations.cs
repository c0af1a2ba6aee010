using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>What the hospitals and the system declare: staffing, critical care by level, OPEL.</summary>
public sealed class SiteDeclarations
{
    private const int Hour = 3600;
    private static readonly (string Group, double BedsForEach)[] s_staff =
        [("registered nurses", 7), ("healthcare support workers", 8), ("doctors", 20)];
    private readonly WorldContext _world;
    private readonly IReadOnlyList<Hospital> _hospitals;
    private readonly RandomStream _random;
    private readonly EventWriter _system;

    /// <summary>Speaks for the hospitals of a world.</summary>
    public SiteDeclarations(WorldContext world, IReadOnlyList<Hospital> hospitals)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _hospitals = hospitals;
        _random = new RandomStream(world.Seed, "site-declarations");
        _system = new EventWriter(world.Outbox, world.Feed("Json", "Community", null)?.Id);
    }

    private long Now => _world.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start()
    {
        _world.Agenda.At(Now + 120, DeclareStaffing);
        _world.Agenda.At(Now + 130, DeclareCriticalCare);
        _world.Agenda.At(Now + 140, DeclareOpel);
    }

    private void DeclareStaffing()
    {
        foreach (var hospital in _hospitals)
        {
            foreach (var (group, beds) in s_staff)
            {
                var required = Math.Max(4, (int)(hospital.AdultCoreBeds / beds));
                var filled = _random.Round(required * Math.Min(1, 0.93 + (0.03 * _random.Normal())));
                _world.Declared.Set("staffing", hospital.Code, group, required, filled);
                hospital.Lists.Write(
                    hospital.Code,
                    "StaffingDeclared",
                    Now,
                    ("staffGroup", group),
                    ("required", required),
                    ("filled", filled),
                    ("expiresAt", new Moment(Now + (14 * Hour))),
                    ("declaredBy", "site operations team"));
            }
        }

        _world.Agenda.At(Now + (12 * Hour), DeclareStaffing);
    }

    // Three in five beds of an intensive care unit are for level 3; a high dependency unit has level 2 alone.
    private void DeclareCriticalCare()
    {
        foreach (var hospital in _hospitals)
        {
            foreach (var ward in hospital.CriticalWards)
            {
                var isHighDependency = ward.Entry.Name.Contains("dependency", StringComparison.OrdinalIgnoreCase);
                var third = isHighDependency ? 0 : (int)(ward.CoreOpen * 0.6);
                var patients = hospital.Present.Count(visit => visit.IsInpatient && visit.Ward == ward);
                var ill = Math.Min(third, (int)(patients * 0.6));
                _world.Declared.Set("critical-care", hospital.Code, ward.Entry.Code, ward.CoreOpen - third, third);
                hospital.Lists.Write(
                    hospital.Code,
                    "CriticalCareDeclared",
                    Now,
                    ("ward", ward.Entry.Code),
                    ("level2Beds", ward.CoreOpen - third),
                    ("level3Beds", third),
                    ("level2Patients", patients - ill),
                    ("level3Patients", ill),
                    ("expiresAt", new Moment(Now + (26 * Hour))),
                    ("declaredBy", "critical care co-ordinator"));
            }
        }

        _world.Agenda.At(_world.Calendar.OnDay(_world.Calendar.NextMidnight(Now), 7.75), DeclareCriticalCare);
    }

    private void DeclareOpel()
    {
        var highest = 1;
        foreach (var hospital in _hospitals)
        {
            var level = Level(hospital);
            highest = Math.Max(highest, level);
            Write(hospital.Lists, hospital.Code, level, "director on call");
        }

        Write(_system, _world.Network.Code, highest, "system control centre");
        _world.Agenda.At(_world.Calendar.OnDay(_world.Calendar.NextMidnight(Now), 8), DeclareOpel);
    }

    // What a director sees: full beds, a crowded department, a queue of ambulances. The world's own rule of thumb.
    private static int Level(Hospital hospital)
    {
        var occupied = hospital.AdultWards.Sum(ward => ward.Taken) / (double)Math.Max(1, hospital.AdultCoreBeds);
        var delayed = hospital.Present.Count(visit => visit is { InDepartment: true, DecidedAt: not null });
        var queue = hospital.Conveyances.Count(conveyance => conveyance.ArrivedAt is not null);
        var signs = (occupied > 0.95 ? 1 : 0) + (delayed > 12 ? 1 : 0) + (queue > 5 ? 1 : 0);
        return 1 + signs;
    }

    private void Write(EventWriter writer, string site, int level, string who)
    {
        _world.Declared.Set("opel", site, "", level);
        writer.Write(
            site,
            "OpelDeclared",
            Now,
            ("level", level),
            ("reason", level >= 3 ? "beds full and patients waiting for them" : null),
            ("expiresAt", new Moment(Now + (26 * Hour))),
            ("declaredBy", who));
    }
}
