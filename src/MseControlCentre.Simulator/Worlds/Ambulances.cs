using System.Globalization;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>Ambulances of one hospital: on the way, waiting outside, handed over, clear.</summary>
public sealed class Ambulances
{
    private static readonly double[] s_categories = [0.12, 0.58, 0.24, 0.06];
    private readonly Hospital _hospital;
    private readonly EmergencyDepartment _department;
    private long _jobs;

    /// <summary>Works for a hospital.</summary>
    public Ambulances(Hospital hospital, EmergencyDepartment department)
    {
        _hospital = hospital;
        _department = department;
    }

    /// <summary>Ambulances to which a conveyance on the way can be diverted: those of the other hospitals.</summary>
    public IReadOnlyList<Ambulances> Others { get; set; } = [];

    private WorldContext World => _hospital.World;

    private RandomStream Random => _hospital.Random;

    private long Now => World.Now;

    /// <summary>A crew leaves the scene for this hospital.</summary>
    public void Dispatch()
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"J{_hospital.Code[^2..]}{3000000 + ++_jobs}");
        var conveyance = new Conveyance(number, 1 + Random.Weighted(s_categories))
        {
            DispatchedAt = Now,
            ExpectedAt = Now + Random.Between(12 * 60, 38 * 60),
            LastEventAt = Now,
        };
        _hospital.Conveyances.Add(conveyance);
        WriteDispatch(conveyance);
        var draw = Random.Unit();
        if (draw < 0.006)
        {
            World.Agenda.At(Now + Random.Between(120, 600), conveyance, () => Cancel(conveyance));
        }
        else if (draw < 0.012 && Others.Count > 0)
        {
            World.Agenda.At(Now + Random.Between(120, 600), conveyance, () => Divert(conveyance, Random.Pick(Others)));
        }
        else
        {
            Expect(conveyance);
        }
    }

    /// <summary>Writes that the crew left the scene.</summary>
    public void WriteDispatch(Conveyance conveyance)
    {
        ArgumentNullException.ThrowIfNull(conveyance);
        Write(
            "AmbulanceDispatchedToHospital",
            conveyance.DispatchedAt,
            ("conveyance", conveyance.Number),
            ("category", Category(conveyance)),
            ("expectedAt", new Moment(conveyance.ExpectedAt)));
    }

    /// <summary>Writes that the ambulance arrived.</summary>
    public void WriteArrival(Conveyance conveyance)
    {
        ArgumentNullException.ThrowIfNull(conveyance);
        Write(
            "AmbulanceArrived",
            conveyance.ArrivedAt!.Value,
            ("conveyance", conveyance.Number),
            ("category", Category(conveyance)));
    }

    private void Expect(Conveyance conveyance)
    {
        var late = (long)(Random.Normal() * 180);
        World.Agenda.At(Math.Max(Now + 60, conveyance.ExpectedAt + late), conveyance, () => Arrive(conveyance));
    }

    private void Arrive(Conveyance conveyance)
    {
        conveyance.ArrivedAt = Now;
        conveyance.LastEventAt = Now;
        _hospital.Ledger.AmbulanceArrivals.Add(Now, conveyance.Number);
        WriteArrival(conveyance);
        World.Agenda.At(Now + Random.Between(30, 240),
            () => conveyance.Attendance = _department.Register(byAmbulance: true));
        World.Agenda.At(Now + HandoverSeconds(), conveyance, () => HandOver(conveyance));
        World.Agenda.At(TooLong(conveyance), () => NoteHeldTooLong(conveyance));
    }

    /// <summary>Notes that a crew has waited with its patient for longer than the maximum, if it has.</summary>
    public void NoteHeldTooLong(Conveyance conveyance)
    {
        ArgumentNullException.ThrowIfNull(conveyance);
        if (conveyance is { ArrivedAt: not null, HandedOverAt: null, CohortArea: null } && TooLong(conveyance) <= Now)
        {
            _hospital.Ledger.HeldTooLong.Add(TooLong(conveyance), conveyance.Number);
        }
    }

    private long TooLong(Conveyance conveyance) =>
        conveyance.ArrivedAt!.Value + (long)(World.Network.Thresholds.HandoverMaximum * 60) + 1;

    private long HandoverSeconds()
    {
        var figures = World.Figures;
        var crowded = Math.Clamp(ExactMath.Power(Math.Max(0.25, _department.Crowding), 0.5), 0.55, 3);
        var minutes = Random.LogNormal(figures.HandoverMedianMinutes.Value, figures.HandoverSigma.Value) * crowded;
        if (Random.Chance(figures.HandoverLongShare.Value * Math.Min(2, crowded * crowded)))
        {
            minutes += Random.Exponential(figures.HandoverLongMeanMinutes.Value);
        }

        return Math.Max(250, (long)(minutes * 60));
    }

    private void HandOver(Conveyance conveyance)
    {
        conveyance.HandedOverAt = Now;
        conveyance.LastEventAt = Now;
        _hospital.Conveyances.Remove(conveyance);
        _hospital.Ledger.Handovers.Add(Now, new(conveyance.Number, Now - conveyance.ArrivedAt!.Value));
        Write(
            "HandoverCompleted", Now, ("conveyance", conveyance.Number), ("encounter", conveyance.Attendance?.Number));
        var clear = (long)(Random.LogNormal(14, 0.35) * 60);
        if (conveyance.ClearedAt is null)
        {
            _hospital.CrewsNotClear.Add(conveyance);
            World.Agenda.At(Now + clear, conveyance, () => Clear(conveyance));
        }
    }

    /// <summary>Puts a waiting patient into a cohort area; the crew goes as soon as it is clear.</summary>
    public void Cohort(Conveyance conveyance, string area)
    {
        ArgumentNullException.ThrowIfNull(conveyance);
        if (conveyance.HandedOverAt is null && conveyance.CohortArea is null && _hospital.CohortIsOpen
            && _hospital.Conveyances.Count(one => one.CohortArea is not null) < CohortArea.Capacity)
        {
            conveyance.CohortArea = area;
            conveyance.LastEventAt = Now;
            Write("PatientCohorted", Now, ("conveyance", conveyance.Number), ("area", area));
            World.Agenda.At(
                Now + (long)(_hospital.Side.LogNormal(12, 0.3) * 60), conveyance, () => LeaveCohorted(conveyance));
        }
    }

    // A crew whose patient was handed over meanwhile is cleared by that.
    private void LeaveCohorted(Conveyance conveyance)
    {
        if (conveyance.HandedOverAt is null)
        {
            conveyance.ClearedAt = Now;
            conveyance.LastEventAt = Now;
            WriteClear(conveyance);
        }
    }

    private void Clear(Conveyance conveyance)
    {
        conveyance.ClearedAt = Now;
        conveyance.LastEventAt = Now;
        _hospital.CrewsNotClear.Remove(conveyance);
        if (conveyance.IsTold)
        {
            _hospital.Ledger.Clears.Add(Now, new(conveyance.Number, Now - conveyance.HandedOverAt!.Value));
            WriteClear(conveyance);
        }
    }

    private void WriteClear(Conveyance conveyance)
    {
        _hospital.TellsOfClearCrews = true;
        Write("AmbulanceCleared", Now, ("conveyance", conveyance.Number));
    }

    private void Cancel(Conveyance conveyance)
    {
        conveyance.LastEventAt = Now;
        _hospital.Conveyances.Remove(conveyance);
        Write("ConveyanceCancelled", Now, ("conveyance", conveyance.Number));
    }

    private void Divert(Conveyance conveyance, Ambulances other)
    {
        conveyance.LastEventAt = Now;
        conveyance.ExpectedAt = Now + Random.Between(20 * 60, 45 * 60);
        _hospital.Conveyances.Remove(conveyance);
        _hospital.Ledger.Diversions.Add(Now, conveyance.Number);
        other._hospital.Conveyances.Add(conveyance);
        Write(
            "ConveyanceDiverted",
            Now,
            ("conveyance", conveyance.Number),
            ("toSite", other._hospital.Code),
            ("expectedAt", new Moment(conveyance.ExpectedAt)));
        other.Expect(conveyance);
    }

    private static string Category(Conveyance conveyance) =>
        string.Create(CultureInfo.InvariantCulture, $"C{conveyance.Category}");

    private void Write(string kind, long at, params ReadOnlySpan<(string Name, object? Value)> detail) =>
        _hospital.Ambulance.Write(_hospital.Code, kind, at, detail);
}
