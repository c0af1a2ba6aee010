using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>The emergency department of one hospital: from registration to departure or a bed.</summary>
public sealed class EmergencyDepartment
{
    private const int Minute = 60;
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;
    private readonly Admissions _admissions;
    private readonly DepartmentAreas _areas;
    private readonly ServiceReferrals _referrals;
    private readonly double _usualNumber;

    /// <summary>Works for a hospital.</summary>
    public EmergencyDepartment(Hospital hospital, BedOffice beds, Admissions admissions)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        _hospital = hospital;
        _beds = beds;
        _admissions = admissions;
        _areas = new DepartmentAreas(hospital);
        _referrals = new ServiceReferrals(hospital);

        // Patients present on average: arrivals an hour times the mean stay of nearly four hours (Little's law).
        _usualNumber =
            Math.Max(1, hospital.World.Figures.AttendancesPerDay.Value * hospital.Share.Attendances / 24 * 3.9);
    }

    /// <summary>How full the department is: 1 as usual, 2 with twice as many patients as usual.</summary>
    public double Crowding => _hospital.Present.Count(visit => visit.InDepartment) / _usualNumber;

    private RandomStream Random => _hospital.Random;

    private Agenda Agenda => _hospital.World.Agenda;

    private long Now => _hospital.World.Now;

    /// <summary>Registers a patient and lets the attendance take its course.</summary>
    public Visit Register(bool byAmbulance)
    {
        var figures = _hospital.World.Figures;
        var isChild = Random.Chance(byAmbulance ? 0.04 : 0.13);
        var age = isChild ? Random.Below(16) : 16 + Random.Below(80);
        var visit = _hospital.NewVisit(_hospital.NewPerson(age), StayKind.Attendance);
        visit.ArrivedAt = Now;
        visit.ByAmbulance = byAmbulance;
        visit.Acuity = 1 + Random.Weighted((byAmbulance ? figures.EdAcuityAmbulance : figures.EdAcuity).Value);
        visit.Specialty = "180";
        visit.Ward = _areas.First(visit);
        visit.DepartmentType = visit.Ward?.Entry.DepartmentType;
        visit.LastEventAt = Now;
        _hospital.Present.Add(visit);
        _hospital.Ledger.Arrivals.Add(Now, visit.Number);
        _hospital.Adt.Write("A04", "ADT_A01", visit, Now);
        FollowCourse(visit);
        return visit;
    }

    /// <summary>Lets a registered attendance take its course from here.</summary>
    public void FollowCourse(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var figures = _hospital.World.Figures;
        var slow = Math.Clamp(ExactMath.Power(Math.Max(0.2, Crowding), 0.5), 0.6, 2.2);
        var assessed = Now + (long)(Random.LogNormal(visit.ByAmbulance ? 7 : 13, 0.6) * slow * Minute);
        var seen = assessed + (long)(Random.LogNormal(visit.Acuity <= 2 ? 18 : 55, 0.6) * slow * Minute);
        Agenda.At(assessed, visit, () => Assess(visit));
        _areas.PlanMove(visit, assessed);
        if (visit.Acuity >= 3 && Random.Chance(figures.EdLeftShare.Value))
        {
            Agenda.At(assessed + (long)(Random.LogNormal(110, 0.5) * Minute), visit, () => Leave(visit, "12", "19"));
            return;
        }

        Agenda.At(seen, visit, () => See(visit));
        if (_referrals.NeedsMentalHealth(visit))
        {
            PlanToGoHome(visit, _referrals.PlanMentalHealth(visit, seen));
            return;
        }

        var chances = (visit.ByAmbulance ? figures.AdmitByAcuityAmbulance : figures.AdmitByAcuity).Value;
        var chance = chances[visit.Acuity - 1] * _hospital.Share.Admissions / _hospital.Share.Attendances;
        if (Random.Chance(chance))
        {
            var decided = seen + (long)(Random.LogNormal(50, 0.6) * Minute);
            _referrals.PlanSpecialty(visit, seen, decided);
            Agenda.At(decided, visit, () => Decide(visit));
        }
        else
        {
            var total = Random.LogNormal(figures.EdNotAdmittedMedianMinutes.Value,
                figures.EdNotAdmittedSigma.Value) * slow;
            var gone = Math.Max(seen + (10 * Minute), visit.ArrivedAt!.Value + (long)(total * Minute));
            _referrals.PlanOther(visit, seen, gone);
            PlanToGoHome(visit, gone);
        }
    }

    private void PlanToGoHome(Visit visit, long gone)
    {
        Agenda.At(gone - Random.Between(4 * Minute, 9 * Minute), visit, () => BecomeReady(visit));
        Agenda.At(gone, visit, () => GoHome(visit));
    }

    private void Assess(Visit visit)
    {
        if (visit.InDepartment)
        {
            visit.AssessedAt = Milestone(visit, "EdInitialAssessmentCompleted", ("acuity", AcuityName(visit.Acuity)));
            _hospital.Ledger.Assessments.Add(Now, new(visit.Number, Now - visit.ArrivedAt!.Value));
        }
    }

    private void See(Visit visit)
    {
        if (visit.InDepartment)
        {
            visit.SeenAt = Milestone(visit, "EdSeenForTreatment");
            _hospital.Ledger.Seen.Add(Now, new(visit.Number, Now - visit.ArrivedAt!.Value));
        }
    }

    private void BecomeReady(Visit visit)
    {
        if (visit.InDepartment && visit.ReadyAt is null)
        {
            visit.ReadyAt = Milestone(visit, "EdClinicallyReadyToProceed");
        }
    }

    private void GoHome(Visit visit)
    {
        var dies = Random.Chance(0.001);
        Leave(visit, dies ? "10" : Random.Chance(0.5) ? "02" : "03", dies ? "79" : "19");
    }

    private void Leave(Visit visit, string disposition, string destination)
    {
        if (visit.InDepartment)
        {
            _admissions.Depart(visit, disposition, destination);
        }
    }

    private void Decide(Visit visit)
    {
        if (!visit.InDepartment)
        {
            return;
        }

        var figures = _hospital.World.Figures;
        var isChild = visit.Person.Age < 16;
        visit.Specialty = _hospital.Specialties.Draw(isChild);
        visit.DecidedAt = Milestone(visit, "EdDecisionToAdmit", ("specialty", visit.Specialty));
        _hospital.Ledger.Decisions.Add(Now, visit.Number);
        var isSameDay = !isChild && Random.Chance(figures.SameDayShare.Value);
        var fullness = Math.Clamp(ExactMath.Power(Math.Max(0.3, Crowding), 0.6), 0.6, 2.5);
        var median = isChild || isSameDay ? figures.BedWaitMedianMinutes.Value / 2 : figures.BedWaitMedianMinutes.Value;
        var wait = (long)(Random.LogNormal(median, figures.BedWaitSigma.Value) * fullness * Minute);

        // The distribution has a tail of days that no department has: the longest waits are cut at 26 hours.
        wait = Math.Min(wait, 26 * 60 * Minute);
        Agenda.At(Now + Math.Min(wait / 2, Random.Between(5 * Minute, 40 * Minute)), visit, () => BecomeReady(visit));
        Agenda.At(Now + wait, () => FindPlace(visit, isChild, isSameDay));
    }

    private void FindPlace(Visit visit, bool isChild, bool isSameDay)
    {
        if (!visit.InDepartment)
        {
            return;
        }

        if (isSameDay && _hospital.SameDayUnit is { } unit)
        {
            Agenda.At(Now + Random.Between(60, 300), visit,
                () => _admissions.FromDepartment(visit, StayKind.SameDay, unit, null));
        }
        else if (isChild && _hospital.ChildWards.Count > 0)
        {
            if (_beds.Find(_hospital.ChildWards) is { } bed)
            {
                GoTo(visit, StayKind.Child, bed);
            }
            else
            {
                Agenda.At(Now + (20 * Minute), () => FindPlace(visit, isChild, isSameDay));
            }
        }
        else if (Random.Chance(0.05) && _beds.Find(_hospital.CriticalWards) is { } critical)
        {
            GoTo(visit, StayKind.Overnight, critical);
        }
        else
        {
            _beds.Request(
                visit.Specialty, bed => GoTo(visit, isSameDay ? StayKind.SameDay : StayKind.Overnight, bed));
        }
    }

    private void GoTo(Visit visit, StayKind kind, Bed bed)
    {
        bed.Take(visit);
        Agenda.At(Now + Random.Between(60, 900), visit, () => _admissions.FromDepartment(visit, kind, bed.Ward, bed));
    }

    private long Milestone(Visit visit, string kind, (string Name, object? Value)? detail = null)
    {
        visit.LastEventAt = Now;
        if (detail is { } more)
        {
            _hospital.Department.Write(_hospital.Code, kind, Now, ("encounter", visit.Number), more);
        }
        else
        {
            _hospital.Department.Write(_hospital.Code, kind, Now, ("encounter", visit.Number));
        }

        return Now;
    }

    /// <summary>The event catalogue's name of an acuity.</summary>
    public static string AcuityName(int acuity) => acuity switch
    {
        1 => "Immediate",
        2 => "VeryUrgent",
        3 => "Urgent",
        4 => "Standard",
        _ => "Low",
    };
}
