using MseControlCentre.Simulator.Networks;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>One count of a ward.</summary>
/// <param name="Entry">The ward.</param>
/// <param name="Core">Core beds open.</param>
/// <param name="Escalation">Escalation beds open.</param>
/// <param name="Closed">Beds closed.</param>
/// <param name="Singly">Of these, beds closed one by one.</param>
public sealed record WardCount(NetworkWard Entry, int Core, int Escalation, int Closed, int Singly)
{
    /// <summary>Patients in its beds.</summary>
    public int Occupied { get; set; }

    /// <summary>Patients on leave from its beds.</summary>
    public int Reserved { get; set; }

    /// <summary>Beds open.</summary>
    public int Open => Core + Escalation - Singly;

    /// <summary>Writes its figures.</summary>
    public void Write(SortedDictionary<string, double?> figures, string site)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var scope = $"{site}/{Entry.Code}:beds.";
        figures[scope + "open"] = Open;
        figures[scope + "escalation"] = Escalation;
        figures[scope + "closed"] = Closed;
        figures[scope + "occupied"] = Occupied;
        figures[scope + "reserved"] = Reserved;
        figures[scope + "available"] = Open - Occupied - Reserved;
    }
}

/// <summary>One count of a hospital at the present second.</summary>
public sealed class HospitalCount
{
    private readonly WorldContext _world;
    private readonly List<Visit> _present;
    private readonly Dictionary<WardState, WardCount> _wards;

    /// <summary>Counts wards and patients.</summary>
    public HospitalCount(Hospital hospital, WorldContext world)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        Hospital = hospital;
        _world = world;
        _present = hospital.Present.Where(visit => !visit.IsGone).ToList();
        _wards = hospital.Wards.ToDictionary(ward => ward, ward => new WardCount(
            ward.Entry, ward.CoreOpen, ward.EscalationOpen, ward.DeclaredClosed + ward.SinglyClosed,
                ward.SinglyClosed));
        foreach (var visit in _present.Where(visit => visit.IsInpatient))
        {
            var ward = _wards[visit.Ward!];
            ward.Occupied += visit.OnLeave ? 0 : 1;
            ward.Reserved += visit.OnLeave ? 1 : 0;
        }
    }

    /// <summary>The hospital.</summary>
    public Hospital Hospital { get; }

    /// <summary>Its wards, in the order of the network file.</summary>
    public IEnumerable<WardCount> Wards => Hospital.Wards.Select(ward => _wards[ward]);

    /// <summary>Its totals.</summary>
    public Totals Totals(NetworkThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        var totals = new Totals();
        CountAmbulances(totals, thresholds);
        CountDepartment(totals, thresholds);
        CountBeds(totals);
        CountDischarges(totals);
        return totals;
    }

    private void CountAmbulances(Totals totals, NetworkThresholds thresholds)
    {
        var now = _world.Now;
        var waits = Hospital.Conveyances.Where(one => one.ArrivedAt is not null)
            .Select(one => now - one.ArrivedAt!.Value).ToList();
        totals.EnRoute = Hospital.Conveyances.Count - waits.Count;
        totals.Waiting = waits.Count;
        totals.WaitingOverStandard = waits.Count(wait => wait > thresholds.HandoverStandard * 60);
        totals.WaitingOverSecond = waits.Count(wait => wait > thresholds.HandoverSecond * 60);
        totals.WaitingOverMaximum = waits.Count(wait => wait > thresholds.HandoverMaximum * 60);
        totals.WaitingOverLong = waits.Count(wait => wait > thresholds.HandoverLong * 60);
        totals.LongestWaitSeconds = waits.Count == 0 ? null : waits.Max();
        var handovers = Hospital.Ledger.Handovers.Between(_world.Calendar.Midnight(now), now).ToList();
        totals.Handovers = handovers.Count;
        totals.HandoverSeconds = handovers.Sum(handover => handover.Seconds);
        totals.LostSeconds =
            handovers.Sum(handover => Math.Max(0, handover.Seconds - (thresholds.HandoverStandard * 60)));
    }

    private void CountDepartment(Totals totals, NetworkThresholds thresholds)
    {
        var now = _world.Now;
        var midnight = _world.Calendar.Midnight(now);
        var inside = _present.Where(visit => visit.InDepartment).ToList();
        totals.InDepartment = inside.Count;
        totals.EdOverStandard = inside.Count(visit => now - visit.ArrivedAt > thresholds.EdStandard * 3600);
        totals.EdOverLong = inside.Count(visit => now - visit.ArrivedAt > thresholds.EdLong * 3600);
        totals.AwaitingBed = inside.Count(visit => visit.DecidedAt is not null);
        totals.Attendances = Hospital.Ledger.Arrivals.Between(midnight, now).Count();
        totals.ArrivalsLastHour = Hospital.Ledger.Arrivals.Between(now - 3599, now).Count();
        var departures = Hospital.Ledger.Departures.Between(midnight, now).ToList();
        totals.Departures = departures.Count;
        totals.DeparturesWithinStandard =
            departures.Count(departure => departure.Seconds <= thresholds.EdStandard * 3600);
    }

    private void CountBeds(Totals totals)
    {
        foreach (var ward in Wards)
        {
            if (ward.Entry.IsGeneralAndAcute)
            {
                totals.BedsOpen += ward.Open;
                totals.BedsEscalation += ward.Escalation;
                totals.BedsClosed += ward.Closed;
                totals.BedsOccupied += ward.Occupied;
                totals.BedsReserved += ward.Reserved;
            }
            else if (ward.Entry.Is("CriticalCare") && ward.Entry.IsAdult)
            {
                totals.CriticalOpen += ward.Open;
                totals.CriticalOccupied += ward.Occupied;
            }
        }

        totals.Inpatients = _present.Count(visit => visit.IsInpatient);
    }

    private void CountDischarges(Totals totals)
    {
        var now = _world.Now;
        var midnight = _world.Calendar.Midnight(now);
        var tomorrow = _world.Calendar.NextMidnight(now);
        totals.Admissions = Hospital.Ledger.Admissions.Between(midnight, now).Count();
        totals.Discharges = Hospital.Ledger.Discharges.Between(midnight, now).Count();
        totals.DischargesLastHour = Hospital.Ledger.Discharges.Between(now - 3599, now).Count();
        foreach (var visit in _present.Where(visit => visit.IsInpatient))
        {
            var isDue = visit.PlannedFor < tomorrow;
            totals.Definite += isDue && visit.PlanIsDefinite ? 1 : 0;
            totals.Potential += isDue && !visit.PlanIsDefinite ? 1 : 0;
            totals.NoCriteria += visit.NoCriteriaToReside ? 1 : 0;
        }
    }
}
