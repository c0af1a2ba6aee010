using MseControlCentre.Simulator.Messages;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>Which area of the emergency department a patient is in, and the move out of resuscitation.</summary>
public sealed class DepartmentAreas
{
    private static readonly string[] s_adultAreas = ["Resuscitation", "Majors", "Minors"];
    private readonly Hospital _hospital;

    /// <summary>Works for a hospital.</summary>
    public DepartmentAreas(Hospital hospital) => _hospital = hospital;

    /// <summary>The area a patient is first put in; null when the network file names none.</summary>
    public WardState? First(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var areas = _hospital.Departments;
        if (visit.Person.Age < 16 && areas.FirstOrDefault(area => !area.Entry.IsAdult) is { } children)
        {
            return children;
        }

        var adult = areas.Where(area => area.Entry.IsAdult).ToList();
        var area = visit.Acuity <= 1 ? 0 : NeedsMajors(visit) ? 1 : 2;
        return adult.Count == 0 ? null : Named(s_adultAreas[area]) ?? adult[Math.Min(adult.Count - 1, area)];
    }

    // Urgent patients who walk in can mostly sit and be seen in minors.
    private bool NeedsMajors(Visit visit) =>
        visit.Acuity == 2 || (visit.Acuity == 3 && (visit.ByAmbulance || _hospital.Side.Chance(0.4)));

    /// <summary>Patients of resuscitation who have been stabilised go on to majors.</summary>
    public void PlanMove(Visit visit, long assessed)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (IsIn(visit, "Resuscitation") && Named("Majors") is { } majors && _hospital.Side.Chance(0.75))
        {
            var at = assessed + (long)(_hospital.Side.LogNormal(80, 0.5) * 60);
            _hospital.World.Agenda.At(at, visit, () => Move(visit, majors));
        }
    }

    private void Move(Visit visit, WardState to)
    {
        if (visit.InDepartment && visit.Ward is { } from)
        {
            visit.Ward = to;
            visit.LastEventAt = _hospital.World.Now;
            _hospital.Adt.Write(
                "A02", "ADT_A02", visit, visit.LastEventAt, new AdtExtras { Prior = (from, null) });
        }
    }

    private WardState? Named(string area) =>
        _hospital.Departments.FirstOrDefault(ward => string.Equals(ward.Entry.Area, area, StringComparison.Ordinal));

    private static bool IsIn(Visit visit, string area) =>
        string.Equals(visit.Ward?.Entry.Area, area, StringComparison.Ordinal);
}
