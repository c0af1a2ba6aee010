using System.Globalization;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>A referral to a virtual ward, and the stay that may follow.</summary>
public sealed class VirtualStay : IStory
{
    /// <summary>Opens a referral.</summary>
    public VirtualStay(string number) => Number = number;

    /// <summary>The virtual ward's number of it.</summary>
    public string Number { get; }

    /// <inheritdoc />
    public long LastEventAt { get; set; }

    /// <summary>When it was referred.</summary>
    public long ReferredAt { get; set; }

    /// <summary>When it was taken on; null before.</summary>
    public long? AdmittedAt { get; set; }

    /// <summary>Whether it comes from a hospital bed rather than instead of one.</summary>
    public bool IsStepDown { get; set; }

    /// <summary>Hospital it was referred from, or the nearest.</summary>
    public required string Site { get; init; }

    /// <summary>Who referred it.</summary>
    public string ReferredBy { get; set; } = "";
}

/// <summary>One virtual ward: referrals, places, discharges.</summary>
public sealed class VirtualWardState
{
    private const int Hour = 3600;
    private readonly WorldContext _world;
    private readonly RandomStream _random;
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
        _writer = new EventWriter(world.Outbox, world.Feed("Json", "VirtualWards", null)?.Id);
    }

    /// <summary>The virtual ward in the network file.</summary>
    public NetworkVirtualWard Entry { get; }

    /// <summary>Patients; bounded by its places.</summary>
    public IList<VirtualStay> Patients { get; } = new List<VirtualStay>();

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
            _world.Agenda.At(Now + (long)_random.Exponential(StaySeconds), stay, () => Discharge(stay));
        }

        _world.Agenda.At(Now + Hour, EveryHour);
    }

    /// <summary>Writes the patients and referrals of the present moment.</summary>
    public void WriteCensus()
    {
        foreach (var stay in Patients.Concat(Referrals))
        {
            WriteReferral(stay);
            if (stay.AdmittedAt is not null)
            {
                WriteAdmission(stay);
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

    private void Refer()
    {
        var stay = NewStay(Now);
        Referrals.Add(stay);
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
        Patients.Add(stay);
        WriteAdmission(stay);
        _world.Agenda.At(Now + (long)_random.Exponential(StaySeconds), stay, () => Discharge(stay));
    }

    private void Discharge(VirtualStay stay)
    {
        stay.LastEventAt = Now;
        Patients.Remove(stay);
        var draw = _random.Unit();
        WriteEnd(stay, draw < 0.06 ? "EscalatedToBed" : draw < 0.07 ? "Died" : "Discharged");
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
        ("technologyEnabled", StableHash.Of(stay.Number) % 3 != 0));

    private void WriteEnd(VirtualStay stay, string outcome) => _writer.Write(
        stay.Site,
        "VirtualWardDischarged",
        Now,
        ("stay", stay.Number),
        ("virtualWard", Entry.Code),
        ("outcome", outcome));
}
