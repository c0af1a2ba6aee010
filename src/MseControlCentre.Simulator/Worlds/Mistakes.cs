using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// Entries made in error and taken back: admissions (A11), transfers (A12), discharges (A13), registrations (A11).
/// While
/// such an entry stands, the records say what is not so; a board can only follow the records.
/// </summary>
public sealed class Mistakes
{
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;
    private readonly Admissions _admissions;

    /// <summary>Works for a hospital.</summary>
    public Mistakes(Hospital hospital, BedOffice beds, Admissions admissions)
    {
        _hospital = hospital;
        _beds = beds;
        _admissions = admissions;
    }

    private RandomStream Random => _hospital.Random;

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Registers somebody who is there already, and cancels it some minutes later.</summary>
    public void WrongRegistration()
    {
        var visit = _hospital.NewVisit(_hospital.NewPerson(16 + Random.Below(70)), StayKind.Mistake);
        visit.ArrivedAt = Now;
        visit.Acuity = 4;
        visit.Ward = _hospital.Departments.Count > 0 ? _hospital.Departments[^1] : null;
        visit.DepartmentType = visit.Ward?.Entry.DepartmentType;
        visit.LastEventAt = Now;
        _hospital.Present.Add(visit);
        _hospital.Ledger.Arrivals.Add(Now, visit.Number);
        _hospital.Adt.Write("A04", "ADT_A01", visit, Now);
        World.Agenda.At(Soon(), visit, () =>
        {
            visit.IsGone = true;
            visit.LastEventAt = Now;
            _hospital.Present.Remove(visit);
            _hospital.Ledger.Arrivals.Strike(visit.Number);
            _hospital.Adt.Write("A11", "ADT_A09", visit, Now);
        });
    }

    /// <summary>Admits somebody in error, and cancels it.</summary>
    public void WrongAdmission()
    {
        if (_beds.Find(_hospital.AdultWards) is not { } bed)
        {
            return;
        }

        var visit = _hospital.NewVisit(_hospital.NewPerson(30 + Random.Below(60)), StayKind.Mistake);
        visit.AdmissionMethod = "22";
        visit.AdmittedAt = Now;
        visit.Ward = bed.Ward;
        visit.Bed = bed;
        visit.LastEventAt = Now;
        bed.Take(visit);
        _hospital.Present.Add(visit);
        _hospital.Ledger.Admissions.Add(Now, visit.Number);
        _hospital.Ledger.EmergencyAdmissions.Add(Now, visit.Number);
        _hospital.Adt.Write("A01", "ADT_A01", visit, Now);
        World.Agenda.At(Soon(), visit, () =>
        {
            visit.IsGone = true;
            visit.LastEventAt = Now;
            _hospital.Present.Remove(visit);
            _hospital.Ledger.Admissions.Strike(visit.Number);
            _hospital.Ledger.EmergencyAdmissions.Strike(visit.Number);
            _hospital.Adt.Write("A11", "ADT_A09", visit, Now);
            bed.Release(visit);
            _beds.Serve();
        });
    }

    /// <summary>Moves a patient in error; the cancel puts the patient back into the bed that was kept.</summary>
    public void WrongTransfer()
    {
        if (Anyone() is not { } visit || _beds.Find(_hospital.AdultWards) is not { } wrong)
        {
            return;
        }

        visit.IsBusy = true;
        var holder = new object();
        wrong.Take(holder);
        World.Agenda.At(Now, visit, () =>
        {
            var (ward, bed) = (visit.Ward!, visit.Bed!);
            visit.Ward = wrong.Ward;
            visit.Bed = wrong;
            visit.LastEventAt = Now;
            _hospital.Adt.Write("A02", "ADT_A02", visit, Now, new AdtExtras { Prior = (ward, bed) });
            World.Agenda.At(Soon(), visit, () =>
            {
                visit.Ward = ward;
                visit.Bed = bed;
                visit.IsBusy = false;
                visit.LastEventAt = Now;
                _hospital.Adt.Write("A12", "ADT_A09", visit, Now, new AdtExtras { Prior = (wrong.Ward, wrong) });
                wrong.Release(holder);
                _beds.Serve();
            });
        });
    }

    /// <summary>Discharges a patient in error; the cancel finds the patient in the bed.</summary>
    public void WrongDischarge()
    {
        if (Anyone() is not { } visit)
        {
            return;
        }

        visit.IsBusy = true;
        World.Agenda.At(Now, visit, () =>
        {
            _admissions.RecordDischarge(visit, "1", "19");
            World.Agenda.At(Soon(), visit, () =>
            {
                visit.IsGone = false;
                visit.GoneAt = null;
                visit.IsBusy = false;
                visit.LastEventAt = Now;
                _hospital.Ledger.Discharges.Strike(visit.Number);
                _hospital.Adt.Write("A13", "ADT_A01", visit, Now);
            });
        });
    }

    /// <summary>An adult in a general and acute bed about whom nothing is in doubt, or null.</summary>
    private Visit? Anyone()
    {
        var candidates = _hospital.Present
            .Where(visit =>
                visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false, Bed: not null }
                && visit.Ward!.Entry.IsGeneralAndAcute)
            .ToList();
        return candidates.Count == 0 ? null : Random.Pick(candidates);
    }

    private long Soon() => Now + Random.Between(180, 2700);
}
