using System.Globalization;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Randomness;
using MseControlCentre.Simulator.Truth;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>One virtual ward: referrals, places, discharges.</summary>
public sealed class VirtualWardState
{
    private const int Hour = 3600;
    private readonly WorldContext _world;
    private readonly RandomStream _random;
    private readonly RandomStream _plans;
    private readonly EventWriter _writer;
    private long _stays;

    /// <summary>Works for a virtual ward.</summary>
    public VirtualWardState(WorldContext world, NetworkVirtualWard entry)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(entry);
        _world = world;
        Entry = entry;
        _random = new RandomStream(world.Seed, "virtual-ward/" + entry.Code);
        _plans = new RandomStream(world.Seed, "virtual-ward-plans/" + entry.Code);
        _writer = new EventWriter(world.Outbox, world.Feed("Json", "VirtualWards", null)?.Id);
    }

    /// <summary>The virtual ward in the network file.</summary>
    public NetworkVirtualWard Entry { get; }

    /// <summary>Patients; bounded by its places.</summary>
    public IList<VirtualStay> Patients { get; } = new List<VirtualStay>();

    /// <summary>What has been recorded today.</summary>
    public VirtualWardBook Book { get; private set; } = new();

    /// <summary>Referrals waiting; bounded by a day's referrals, for each is decided within hours.</summary>
    public IList<VirtualStay> Referrals { get; } = new List<VirtualStay>();

    private long Now => _world.Now;

    private double StaySeconds => _world.Figures.VirtualWardStayDays.Value * 86400;

    /// <summary>Fills it as usual and goes on for ever.</summary>
    public void Start()
    {
        var usual = _random.Round(Entry.Capacity * _world.Figures.VirtualWardOccupancy.Value);
        for (var i = 0; i < usual; i++)
        {
            var stay = NewStay(Now - (long)_random.Exponential(StaySeconds) - (3 * Hour));
            stay.AdmittedAt = stay.ReferredAt + (2 * Hour);
            stay.LastEventAt = stay.AdmittedAt.Value;
            Patients.Add(stay);
            stay.DueAt = Now + (long)_random.Exponential(StaySeconds);
            _world.Agenda.At(stay.DueAt, stay, () => Discharge(stay));
        }

        _world.Agenda.At(Now + Hour, EveryHour);
        _world.Agenda.At(_world.Calendar.OnDay(_world.Calendar.NextMidnight(Now), 8.5), PlanDay);
    }

    /// <summary>Writes the patients and referrals of the present moment.</summary>
    public void WriteCensus()
    {
        Book = new();
        foreach (var stay in Patients.Concat(Referrals))
        {
            Book.Referrals.Add(stay.ReferredAt, stay);
            WriteReferral(stay);
            if (stay.AdmittedAt is { } admitted)
            {
                Book.Admissions.Add(admitted, stay);
                WriteAdmission(stay);
            }

            if (stay.PlannedFor is not null)
            {
                WritePlan(stay, stay.LastEventAt);
            }
        }
    }

    private void EveryHour()
    {
        var hour = _world.Calendar.Hour(Now);
        var perDay =
            Entry.Capacity * _world.Figures.VirtualWardOccupancy.Value / _world.Figures.VirtualWardStayDays.Value / 0.9;
        var pull = 1
            + (3 * (_world.Figures.VirtualWardOccupancy.Value - (Patients.Count / (double)Math
            .Max(1, Entry.Capacity))));
        var count = hour is >= 8 and < 20 ? _random.Poisson(perDay / 12 * Math.Clamp(pull, 0.2, 2)) : 0;
        for (var i = 0; i < count; i++)
        {
            _world.Agenda.At(Now + _random.Below(Hour), Refer);
        }

        _world.Agenda.At(Now + Hour, EveryHour);
    }

    // The morning round plans most of the discharges of the day, and some that will not happen.
    private void PlanDay()
    {
        foreach (var stay in Patients.ToList())
        {
            var isDue = stay.DueAt < _world.Calendar.NextMidnight(Now);
            if (isDue ? _plans.Chance(0.85) : stay.PlannedFor is null && _plans.Chance(0.04))
            {
                _world.Agenda.At(Now + _plans.Between(60, 2 * Hour), stay,
                    () => Plan(stay, _world.Calendar.OnDay(Now, 12 + (6 * _plans.Unit()))));
            }
            else if (!isDue && stay.PlannedFor is not null)
            {
                _world.Agenda.At(Now + _plans.Between(60, 2 * Hour), stay, () => Plan(stay, null));
            }
        }

        _world.Agenda.At(_world.Calendar.OnDay(_world.Calendar.NextMidnight(Now), 8.5), PlanDay);
    }

    private void Plan(VirtualStay stay, long? expected)
    {
        if (Patients.Contains(stay))
        {
            stay.PlannedFor = expected;
            stay.LastEventAt = Now;
            WritePlan(stay, Now);
        }
    }

    private void WritePlan(VirtualStay stay, long at) => _writer.Write(
        stay.Site,
        "VirtualWardDischargePlanned",
        at,
        ("stay", stay.Number),
        ("virtualWard", Entry.Code),
        ("expectedAt", stay.PlannedFor is { } expected ? new Moment(expected) : null));

    private void Refer()
    {
        var stay = NewStay(Now);
        Referrals.Add(stay);
        Book.Referrals.Add(Now, stay);
        WriteReferral(stay);
        _world.Agenda.At(Now + _random.Between(Hour / 2, 5 * Hour), stay, () => Answer(stay));
    }

    private void Answer(VirtualStay stay)
    {
        stay.LastEventAt = Now;
        Referrals.Remove(stay);
        if (Patients.Count >= Entry.Capacity || _random.Chance(0.1))
        {
            WriteEnd(stay, "Declined");
            return;
        }

        stay.AdmittedAt = Now;
        stay.DueAt = Now + (long)_random.Exponential(StaySeconds);
        Patients.Add(stay);
        Book.Admissions.Add(Now, stay);
        WriteAdmission(stay);
        _world.Agenda.At(stay.DueAt, stay, () => Discharge(stay));
    }

    private void Discharge(VirtualStay stay)
    {
        stay.LastEventAt = Now;
        Patients.Remove(stay);
        var draw = _random.Unit();
        stay.Outcome = draw < 0.06 ? "EscalatedToBed" : draw < 0.07 ? "Died" : "Discharged";
        stay.EndedAt = Now;
        Book.Discharges.Add(Now, stay);
        WriteEnd(stay, stay.Outcome);
    }

    private VirtualStay NewStay(long referredAt)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{Entry.Code}-{4000000 + ++_stays}");
        var isStepDown = _random.Chance(0.6);
        return new VirtualStay(number)
        {
            Site = _random.Pick(_world.Network.Sites).Code,
            ReferredAt = referredAt,
            LastEventAt = referredAt,
            IsStepDown = isStepDown,
            ReferredBy = isStepDown ? "ward" : _random.Pick(["community team", "ambulance crew", "care home"]),
        };
    }

    private void WriteReferral(VirtualStay stay) => _writer.Write(
        stay.Site,
        "VirtualWardReferred",
        stay.ReferredAt,
        ("stay", stay.Number),
        ("virtualWard", Entry.Code),
        ("route", stay.IsStepDown ? "StepDown" : "StepUp"),
        ("referredBy", stay.ReferredBy));

    private void WriteAdmission(VirtualStay stay) => _writer.Write(
        stay.Site,
        "VirtualWardAdmitted",
        stay.AdmittedAt!.Value,
        ("stay", stay.Number),
        ("virtualWard", Entry.Code),
        ("route", stay.IsStepDown ? "StepDown" : "StepUp"),
        ("technologyEnabled", stay.TechnologyEnabled));

    private void WriteEnd(VirtualStay stay, string outcome) => _writer.Write(
        stay.Site,
        "VirtualWardDischarged",
        Now,
        ("stay", stay.Number),
        ("virtualWard", Entry.Code),
        ("outcome", outcome));
}
