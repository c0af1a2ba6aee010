namespace MseControlCentre.Simulator.Worlds;

/// <summary>Decides at admission how long a stay would last if nothing stood in its way.</summary>
public sealed class StayPlanner
{
    private const double DaySeconds = 86400;
    private readonly Hospital _hospital;

    /// <summary>Works for a hospital.</summary>
    public StayPlanner(Hospital hospital) => _hospital = hospital;

    /// <summary>Sets <see cref="Visit.DueAt"/>.</summary>
    public void Plan(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var from = stay.AdmittedAt ?? _hospital.World.Now;
        stay.DueAt = from + (long)(stay.Kind switch
        {
            StayKind.SameDay => Math.Clamp(_hospital.Random.LogNormal(4.5, 0.4), 1.5, 11) * 3600,
            StayKind.Child => Math.Max(3 * 3600, ChildDays() * DaySeconds),
            _ => OvernightDays() * DaySeconds,
        });
    }

    /// <summary>Days of a stay of an adult who stays at least one night.</summary>
    public double OvernightDays()
    {
        var figures = _hospital.World.Figures;
        var mean = _hospital.Random.Chance(figures.LongStayShare.Value)
            ? figures.LongStayDays.Value
            : figures.ShortStayDays.Value;
        return 0.5 + _hospital.Random.Exponential(mean);
    }

    /// <summary>Days of a child's stay.</summary>
    public double ChildDays() => _hospital.Random.Exponential(_hospital.World.Figures.PaediatricStayDays.Value);
}
