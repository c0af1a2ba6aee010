namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// The cohort area of one hospital: it opens when ambulances queue, takes patients whose crews have waited beyond the
/// standard so that the crews can go, and closes when the queue has gone.
/// </summary>
public sealed class CohortArea
{
    /// <summary>Its name within the site.</summary>
    public const string Name = "handover unit";

    /// <summary>Patients it can hold.</summary>
    public const int Capacity = 6;

    private const int FirstLook = 50;
    private const int LookEvery = 600;
    private const int RestateEvery = 6 * 3600;
    private const int OpensAbove = 5;
    private const int DivertsAbove = 11;
    private readonly Hospital _hospital;
    private readonly Ambulances _ambulances;

    /// <summary>Works for a hospital.</summary>
    public CohortArea(Hospital hospital, Ambulances ambulances)
    {
        _hospital = hospital;
        _ambulances = ambulances;
    }

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Starts now and goes on for ever.</summary>
    public void Start() => World.Agenda.At(Now + FirstLook, Begin);

    // What was never declared is not known to anybody: the day begins with how things stand.
    private void Begin()
    {
        DeclareCohort(_hospital.CohortIsOpen);
        Declare(_hospital.IsOnDivert ? "Divert" : "Open", null);
        World.Agenda.At(Now + LookEvery, Look);
        World.Agenda.At(Now + RestateEvery, Restate);
    }

    // A declaration is believed for a day at most.
    private void Restate()
    {
        Declare(_hospital.IsOnDivert ? "Divert" : "Open", _hospital.IsOnDivert ? "ambulance queue" : null);
        World.Agenda.At(Now + RestateEvery, Restate);
    }

    private void DeclareCohort(bool isOpen)
    {
        _hospital.CohortIsOpen = isOpen;
        _hospital.HandoverIsDeclared = true;
        _hospital.Ambulance.Write(
            _hospital.Code,
            isOpen ? "CohortOpened" : "CohortClosed",
            Now,
            ("area", Name),
            ("capacity", isOpen ? Capacity : null),
            ("declaredBy", "hospital ambulance liaison"));
    }

    private void Look()
    {
        var waiting = _hospital.Conveyances.Where(one => one.ArrivedAt is not null).ToList();
        var inside = waiting.Count(one => one.CohortArea is not null);
        if (!_hospital.CohortIsOpen && waiting.Count > OpensAbove)
        {
            DeclareCohort(isOpen: true);
        }
        else if (_hospital.CohortIsOpen && waiting.Count <= 2 && inside == 0)
        {
            DeclareCohort(isOpen: false);
        }

        if (_hospital.CohortIsOpen)
        {
            TakeIn(waiting, Capacity - inside);
        }

        Declare(waiting.Count);
        World.Agenda.At(Now + LookEvery, Look);
    }

    private void TakeIn(List<Conveyance> waiting, int places)
    {
        foreach (var conveyance in waiting
            .Where(one => one.CohortArea is null && Now - one.ArrivedAt > 15 * 60).Take(Math.Max(0, places)))
        {
            World.Agenda.At(
                Now + _hospital.Side.Between(10, 400), conveyance, () => _ambulances.Cohort(conveyance, Name));
        }
    }

    // A divert is an action of last resort: only a queue that the cohort area cannot take leads to one.
    private void Declare(int waiting)
    {
        if (!_hospital.IsOnDivert && waiting > DivertsAbove)
        {
            _hospital.IsOnDivert = true;
            Declare("Divert", "ambulance queue");
        }
        else if (_hospital.IsOnDivert && waiting <= 4)
        {
            _hospital.IsOnDivert = false;
            Declare("Open", null);
        }
    }

    private void Declare(string status, string? reason) => _hospital.Department.Write(
        _hospital.Code, "EmergencyDepartmentDeclared", Now, ("status", status), ("reason", reason),
            ("declaredBy", "site operations team"));
}
