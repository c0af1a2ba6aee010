namespace MseControlCentre.Simulator.Worlds;

/// <summary>Adults who become critically ill on a ward, and go back to one.</summary>
public sealed class CriticalCare
{
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;
    private readonly Admissions _admissions;

    /// <summary>Works for a hospital.</summary>
    public CriticalCare(Hospital hospital, BedOffice beds, Admissions admissions)
    {
        _hospital = hospital;
        _beds = beds;
        _admissions = admissions;
    }

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start() => World.Agenda.At(Now + 3600, EveryHour);

    private void EveryHour()
    {
        var figures = World.Figures;
        var wards = _hospital.CriticalWards;
        var beds = wards.Sum(ward => ward.Entry.CoreBeds);
        var missing = (figures.CriticalCareOccupancy.Value * beds) - wards.Sum(ward => ward.Taken);
        // About half of critical care comes straight from the emergency department.
        var perHour = 0.5 * beds * figures.CriticalCareOccupancy.Value / figures.CriticalCareStayDays.Value / 24;
        var falling = _hospital.Random.Poisson(Math.Max(0, perHour + (missing / 24)));
        for (var i = 0; i < falling; i++)
        {
            World.Agenda.At(Now + _hospital.Random.Below(3600), FallIll);
        }

        foreach (var visit in _hospital.Present.Where(IsCritical).ToList())
        {
            if (_hospital.Random.Chance(1 / (24 * figures.CriticalCareStayDays.Value)))
            {
                World.Agenda.At(Now + _hospital.Random.Below(3600), visit, () => GoBack(visit));
            }
        }

        World.Agenda.At(Now + 3600, EveryHour);
    }

    private void FallIll()
    {
        var candidates = _hospital.Present
            .Where(visit =>
                visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false,
                NoCriteriaToReside: false }
                && visit.Ward!.Entry.IsGeneralAndAcute)
            .ToList();
        if (candidates.Count > 0)
        {
            var visit = _hospital.Random.Pick(candidates);
            World.Agenda.At(Now, visit, () =>
            {
                if (visit is { IsInpatient: true, IsBusy: false, OnLeave: false }
                    && _beds.Find(_hospital.CriticalWards) is { } bed)
                {
                    visit.DueAt += 4 * 86400;
                    _admissions.Move(visit, bed);
                }
            });
        }
    }

    private void GoBack(Visit visit)
    {
        if (!IsCritical(visit))
        {
            return;
        }

        if (_hospital.Random.Chance(0.12))
        {
            _admissions.Discharge(visit, "4", "79");
        }
        else if (_beds.Find(_hospital.AdultWards, visit.Specialty) is { } bed)
        {
            _admissions.Move(visit, bed);
        }
    }

    private static bool IsCritical(Visit visit) =>
        visit is { IsInpatient: true, IsBusy: false, OnLeave: false } && visit.Ward!.Entry.Is("CriticalCare");
}
