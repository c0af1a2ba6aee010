using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>Admissions, moves and discharges of one hospital, recorded as its patient system does.</summary>
public sealed class Admissions
{
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;
    private readonly StayPlanner _planner;

    /// <summary>Works for a hospital.</summary>
    public Admissions(Hospital hospital, BedOffice beds)
    {
        _hospital = hospital;
        _beds = beds;
        _planner = new StayPlanner(hospital);
    }

    private WorldContext World => _hospital.World;

    private long Now => _hospital.World.Now;

    /// <summary>Admits an attendance into a bed that it holds already, or to the same day unit (no bed).</summary>
    public void FromDepartment(Visit attendance, StayKind kind, WardState ward, Bed? bed)
    {
        ArgumentNullException.ThrowIfNull(attendance);
        _hospital.Ledger.BedWaits.Add(Now, new(attendance.Number, Now - (attendance.DecidedAt ?? Now)));
        if (_hospital.Style == AdmissionStyle.NewVisit)
        {
            var stay = _hospital.NewVisit(attendance.Person, kind);
            stay.Specialty = attendance.Specialty;
            bed?.Pass(attendance, stay);
            Depart(attendance, "01", "51");
            World.Agenda.At(Now + _hospital.Random.Between(20, 120), stay,
                () => Begin(stay, ward, bed, "A01", "ADT_A01", null));
            return;
        }

        var prior = attendance.Ward;
        attendance.Kind = kind;
        _hospital.Ledger.Departures.Add(
            Now, new(attendance.Number, Now - attendance.ArrivedAt!.Value, attendance.DepartmentType));
        var change = _hospital.Style == AdmissionStyle.ClassChange;
        Begin(attendance, ward, bed, change ? "A06" : "A01", change ? "ADT_A06" : "ADT_A01", prior);
    }

    /// <summary>Admits a patient who did not come through the department, into a bed held by the stay.</summary>
    public void Direct(Visit stay, string method, WardState ward, Bed? bed)
    {
        ArgumentNullException.ThrowIfNull(stay);
        stay.AdmissionMethod = method;
        Begin(stay, ward, bed, "A01", "ADT_A01", null);
    }

    /// <summary>Moves a stay to another bed, which it then holds.</summary>
    public void Move(Visit stay, Bed bed)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(bed);
        var (ward, left) = (stay.Ward!, stay.Bed);
        bed.Take(stay);
        stay.Ward = bed.Ward;
        stay.Bed = bed;
        stay.LastEventAt = Now;
        _hospital.Adt.Write("A02", "ADT_A02", stay, Now, new AdtExtras { Prior = (ward, left) });
        if (left is not null)
        {
            _beds.Vacate(left, stay);
        }
    }

    /// <summary>Records that a stay ended and vacates its bed.</summary>
    public void Discharge(Visit stay, string disposition, string destination)
    {
        ArgumentNullException.ThrowIfNull(stay);
        RecordDischarge(stay, disposition, destination);
        _hospital.Present.Remove(stay);
        if (stay.Bed is { } bed)
        {
            _beds.Vacate(bed, stay);
        }
    }

    /// <summary>Records that a stay ended; the bed and the place on the roster are left as they are.</summary>
    public void RecordDischarge(Visit stay, string disposition, string destination)
    {
        ArgumentNullException.ThrowIfNull(stay);
        stay.IsGone = true;
        stay.GoneAt = Now;
        stay.LastEventAt = Now;
        _hospital.Ledger.Discharges.Add(Now, stay.Number);
        _hospital.Adt.Write("A03", "ADT_A03", stay, Now, new AdtExtras
        {
            Disposition = disposition, Destination = destination, LeftAt = Now,
        });
    }

    /// <summary>Records that an attendance ended.</summary>
    public void Depart(Visit attendance, string disposition, string destination)
    {
        ArgumentNullException.ThrowIfNull(attendance);
        attendance.IsGone = true;
        attendance.GoneAt = Now;
        attendance.LastEventAt = Now;
        _hospital.Present.Remove(attendance);
        _hospital.Ledger.Departures.Add(
            Now, new(attendance.Number, Now - attendance.ArrivedAt!.Value, attendance.DepartmentType));
        _hospital.Adt.Write("A03", "ADT_A03", attendance, Now, new AdtExtras
        {
            Disposition = disposition, Destination = destination, LeftAt = Now,
        });
    }

    private void Begin(Visit stay, WardState ward, Bed? bed, string trigger, string structure, WardState? prior)
    {
        stay.AdmittedAt = Now;
        stay.Ward = ward;
        stay.Bed = bed;
        stay.LastEventAt = Now;
        _hospital.Present.Add(stay);
        _hospital.Ledger.Admissions.Add(Now, stay.Number);
        if (stay.IsEmergency)
        {
            _hospital.Ledger.EmergencyAdmissions.Add(Now, stay.Number);
        }

        _hospital.Adt.Write(
            trigger, structure, stay, Now, prior is null ? null : new AdtExtras { Prior = (prior, null) });
        _planner.Plan(stay);
        switch (stay.Kind)
        {
            case StayKind.SameDay or StayKind.Child:
                World.Agenda.At(stay.DueAt, stay, () => EndOfShortStay(stay));
                break;
            case StayKind.Overnight when ward.Entry.Is("Assessment"):
                World.Agenda.At(Now + _hospital.Random.Between(8 * 3600, 22 * 3600), stay, () => MoveOn(stay, 8));
                break;
        }
    }

    /// <summary>Ends the stay of a child or of somebody admitted for the day, or looks again later.</summary>
    public void EndOfShortStay(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.IsInpatient && !stay.IsBusy && !stay.OnLeave)
        {
            Discharge(stay, "1", "19");
        }
        else if (stay.IsInpatient || stay.IsBusy)
        {
            World.Agenda.At(Now + 1800, stay, () => EndOfShortStay(stay));
        }
    }

    private void MoveOn(Visit stay, int attemptsLeft)
    {
        if (!stay.IsInpatient || stay.IsBusy || stay.OnLeave || !stay.Ward!.Entry.Is("Assessment"))
        {
            return;
        }

        var wards = _hospital.AdultWards.Where(ward => ward.Entry.Is("GeneralAndAcute")).ToList();
        if (_beds.Find(wards, stay.Specialty) is { } bed)
        {
            Move(stay, bed);
        }
        else if (attemptsLeft > 0)
        {
            World.Agenda.At(Now + (3 * 3600), stay, () => MoveOn(stay, attemptsLeft - 1));
        }
    }
}
