namespace MseControlCentre.Simulator.Worlds;

/// <summary>Who comes to one hospital and when: walk-ins, ambulances, patients sent by their GP, planned
/// admissions.</summary>
public sealed class Arrivals
{
    private const int SlotSeconds = 900;
    private const double SlotsInHour = 4;
    private readonly Hospital _hospital;
    private readonly EmergencyDepartment _department;
    private readonly Ambulances _ambulances;
    private readonly BedOffice _beds;
    private readonly Admissions _admissions;

    /// <summary>Works for a hospital.</summary>
    public Arrivals(
        Hospital hospital, EmergencyDepartment department, Ambulances ambulances, BedOffice beds, Admissions admissions)
    {
        _hospital = hospital;
        _department = department;
        _ambulances = ambulances;
        _beds = beds;
        _admissions = admissions;
    }

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Starts at the present second and goes on for ever.</summary>
    public void Start() => World.Agenda.At(Now - (Now % SlotSeconds) + SlotSeconds, Slot);

    /// <summary>Adult emergency admissions a day that stay at least one night.</summary>
    public double OvernightEmergenciesPerDay
    {
        get
        {
            var figures = World.Figures;
            return figures.EmergencyAdmissionsPerDay.Value * _hospital.Share.Admissions
                * (1 - figures.PaediatricShare.Value) * (1 - figures.SameDayShare.Value);
        }
    }

    private void Slot()
    {
        var figures = World.Figures;
        var hour = World.Calendar.Hour(Now);
        var weekday = World.Calendar.Weekday(Now);
        var demand = World.Demand(Now) * figures.AttendanceWeekday.Value[weekday];
        var attendances = _hospital.Share.Attendances;
        var ambulances = figures.AmbulancesPerDay.Value;
        Spread(
            (figures.AttendancesPerDay.Value - ambulances) * attendances * demand,
            PercentOfDay(figures.AttendanceHour.Value, hour),
            () => _department.Register(byAmbulance: false));
        Spread(
            ambulances * attendances * demand, PercentOfDay(figures.AmbulanceHour.Value, hour),
                () => _ambulances.Dispatch());
        var direct = figures.EmergencyAdmissionsPerDay.Value * (1 - figures.AdmittedThroughEd.Value);
        Spread(direct * _hospital.Share.Admissions * demand, PercentOfDay(figures.AttendanceHour.Value, hour),
            SendByPractice);
        Spread(
            figures.ElectiveWeekday.Value[weekday] * _hospital.Share.Admissions,
            hour is >= 7 and < 11 ? 25 : 0,
            PlanElective);
        World.Agenda.At(Now + SlotSeconds, Slot);
    }

    // Published shares are rounded and need not add up to 100.
    private static double PercentOfDay(IReadOnlyList<double> hours, int hour) => 100 * hours[hour] / hours.Sum();

    private void Spread(double perDay, double percentOfDay, Action happen)
    {
        var count = _hospital.Random.Poisson(perDay * percentOfDay / 100 / SlotsInHour);
        for (var i = 0; i < count; i++)
        {
            World.Agenda.At(Now + _hospital.Random.Below(SlotSeconds), happen);
        }
    }

    private void SendByPractice()
    {
        var figures = World.Figures;
        var isChild = _hospital.Random.Chance(figures.PaediatricShare.Value) && _hospital.ChildWards.Count > 0;
        if (isChild)
        {
            if (_beds.Find(_hospital.ChildWards) is { } cot)
            {
                Take(NewStay(StayKind.Child, _hospital.Random.Below(16)), cot, "22");
            }

            return;
        }

        var kind = _hospital.Random.Chance(figures.SameDayShare.Value) ? StayKind.SameDay : StayKind.Overnight;
        var stay = NewStay(kind, 18 + _hospital.Random.Below(78));
        if (kind == StayKind.SameDay && _hospital.SameDayUnit is { } unit)
        {
            _admissions.Direct(stay, "22", unit, null);
        }
        else
        {
            _beds.Request(stay.Specialty, bed => Take(stay, bed, "22"));
        }
    }

    private void PlanElective()
    {
        // Pre-admitted (A05) in the morning, a bed in the afternoon; some are put off because there is none (A38).
        var stay = NewStay(StayKind.Overnight, 25 + _hospital.Random.Below(65));
        stay.AdmissionMethod = "11";
        stay.Specialty = "110";
        stay.LastEventAt = Now;
        var expected = Now + _hospital.Random.Between(2 * 3600, 8 * 3600);
        _hospital.Adt.Write("A05", "ADT_A05", stay, Now, new() { Class = "P", ExpectedAdmission = expected });
        World.Agenda.At(expected, stay, () => BeginElective(stay));
    }

    private void BeginElective(Visit stay)
    {
        if (_beds.Waiting < 3 && _beds.Find(_hospital.AdultWards, stay.Specialty) is { } bed)
        {
            Take(stay, bed, "11");
        }
        else
        {
            stay.LastEventAt = Now;
            stay.IsGone = true;
            _hospital.Adt.Write("A38", "ADT_A38", stay, Now, new() { Class = "P" });
        }
    }

    private Visit NewStay(StayKind kind, int age)
    {
        var stay = _hospital.NewVisit(_hospital.NewPerson(age), kind);
        stay.Specialty = _hospital.Specialties.Draw(kind == StayKind.Child);
        return stay;
    }

    private void Take(Visit stay, Bed bed, string method)
    {
        bed.Take(stay);
        World.Agenda.At(
            Now + _hospital.Random.Between(30, 600), stay, () => _admissions.Direct(stay, method, bed.Ward, bed));
    }
}
