namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// Referrals from the emergency department to a service that must see the patient first: to the specialty before a
/// decision to admit, to others before going home, and to mental health, whose patients wait longest.
/// </summary>
public sealed class ServiceReferrals
{
    private const int Minute = 60;
    private const int LongestWait = 40 * 3600;
    private readonly Hospital _hospital;

    /// <summary>Works for a hospital.</summary>
    public ServiceReferrals(Hospital hospital) => _hospital = hospital;

    /// <summary>Whether a patient needs mental health care: some adults who come are.</summary>
    public bool NeedsMentalHealth(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Person.Age >= 16 && visit.Acuity is >= 2 and <= 4
            && _hospital.Side.Chance(_hospital.World.Figures.MentalHealthShare.Value);
    }

    /// <summary>Plans the referral of a mental-health patient.</summary>
    /// <returns>When the patient leaves.</returns>
    public long PlanMentalHealth(Visit visit, long seen)
    {
        var figures = _hospital.World.Figures;
        Plan(visit, seen + _hospital.Side.Between(10 * Minute, 50 * Minute), "mental-health");
        var wait = (long)(_hospital.Side.LogNormal(figures.MentalHealthWaitMedianHours.Value, 0.9) * 3600);
        return seen + 3600 + Math.Min(wait, LongestWait);
    }

    /// <summary>Plans the referral to the specialty that will decide whether to admit.</summary>
    public void PlanSpecialty(Visit visit, long seen, long decided)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var service = visit.Person.Age < 16 ? "paediatrics" : _hospital.Side.Chance(0.65) ? "medicine" : "surgery";
        Plan(visit, seen + ((decided - seen) / 2), service);
    }

    /// <summary>Plans, for some, the referral of a patient who will go home.</summary>
    public void PlanOther(Visit visit, long seen, long leaves)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (_hospital.Side.Chance(_hospital.World.Figures.ReferredShareNotAdmitted.Value))
        {
            var service = visit.Person.Age < 16 ? "paediatrics" : _hospital.Side.Chance(0.5) ? "frailty" : "surgery";
            Plan(visit, seen + ((leaves - seen) / 3), service);
        }
    }

    private void Plan(Visit visit, long at, string service) =>
        _hospital.World.Agenda.At(at, visit, () => Refer(visit, service));

    private void Refer(Visit visit, string service)
    {
        if (visit.InDepartment)
        {
            visit.ReferredAt = _hospital.World.Now;
            visit.ReferredTo = service;
            visit.LastEventAt = _hospital.World.Now;
            Write(_hospital, visit);
        }
    }

    /// <summary>Writes the referral of a visit, if it has one.</summary>
    public static void Write(Hospital hospital, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.ReferredAt is { } at)
        {
            hospital.Department.Write(
                hospital.Code, "EdReferredToService", at, ("encounter", visit.Number), ("service", visit.ReferredTo));
        }
    }
}
