namespace MseControlCentre.Simulator.Worlds;

/// <summary>Finds beds in one hospital, opens escalation beds when there are none, keeps those who wait in
/// order.</summary>
public sealed class BedOffice
{
    private readonly HashSet<WardState> _declared = [];
    private readonly Hospital _hospital;
    private readonly Queue<(string? Specialty, Action<Bed> Found)> _waiting = new();

    /// <summary>Works for a hospital.</summary>
    public BedOffice(Hospital hospital) => _hospital = hospital;

    /// <summary>Patients waiting because no adult bed is free; bounded by the department and the direct admissions of a
    /// day.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Finds an adult bed now, or when the next becomes free; first come, first served.</summary>
    public void Request(string? specialty, Action<Bed> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (_waiting.Count == 0 && Find(_hospital.AdultWards, specialty) is { } bed)
        {
            found(bed);
        }
        else
        {
            _waiting.Enqueue((specialty, found));
            Escalate();
            Serve();
        }
    }

    /// <summary>
    /// A free bed of some wards, more likely where more are free; null when none is. Wards that are for the specialty
    /// come first; only when they are full is a patient put elsewhere.
    /// </summary>
    public Bed? Find(IReadOnlyList<WardState> wards, string? specialty = null)
    {
        ArgumentNullException.ThrowIfNull(wards);
        if (specialty is not null && _hospital.World.Network.Divisions.TryGetValue(specialty, out var division))
        {
            var fitting = wards.Where(ward => ward.IsFor(division)).ToList();
            if (fitting.Count < wards.Count && Find(fitting) is { } bed)
            {
                return bed;
            }
        }

        var total = wards.Sum(ward => ward.Free);
        if (total == 0)
        {
            return null;
        }

        var draw = _hospital.Random.Below(total);
        foreach (var ward in wards)
        {
            draw -= ward.Free;
            if (draw < 0)
            {
                return ward.FirstFree();
            }
        }

        return null;
    }

    /// <summary>Frees a bed after cleaning it, and gives it to whoever waits longest.</summary>
    public void Vacate(Bed bed, object holder)
    {
        ArgumentNullException.ThrowIfNull(bed);
        var cleaning = new object();
        bed.Pass(holder, cleaning);
        _hospital.World.Agenda.At(_hospital.World.Now + (_hospital.Random.Between(20, 70) * 60), () =>
        {
            bed.Release(cleaning);
            Serve();
        });
    }

    /// <summary>Gives free beds to those who wait.</summary>
    public void Serve()
    {
        while (_waiting.Count > 0 && Find(_hospital.AdultWards, _waiting.Peek().Specialty) is { } bed)
        {
            _waiting.Dequeue().Found(bed);
        }
    }

    /// <summary>Opens escalation beds in one ward, if any are left.</summary>
    public void Escalate()
    {
        var ward = _hospital.AdultWards.FirstOrDefault(candidate =>
            candidate.SinglyClosed == 0 && candidate.EscalationOpen < candidate.Entry.EscalationBeds);
        if (ward is not null)
        {
            var opened = ward.Beds.Where(bed => bed.IsEscalation && !bed.IsOpen).Take(4).ToList();
            opened.ForEach(bed => bed.IsOpen = true);
            ward.EscalationOpen += opened.Count;
            Declare(ward, null);
        }
    }

    /// <summary>Closes escalation beds that are empty.</summary>
    public void StandDown()
    {
        foreach (var ward in _hospital.AdultWards.Where(ward => ward.EscalationOpen > 0 && ward.SinglyClosed == 0))
        {
            var empty = ward.Beds.Where(bed => bed.IsEscalation && bed.IsFree).ToList();
            if (empty.Count > 0)
            {
                empty.ForEach(bed => bed.IsOpen = false);
                ward.EscalationOpen -= empty.Count;
                Declare(ward, null);
            }
        }
    }

    /// <summary>
    /// Declares again how the wards stand that were declared before: a declaration is believed for a day. A ward with a
    /// bed closed by itself (A20) is left for the next time, since a declaration would count that bed as open.
    /// </summary>
    public void Restate()
    {
        foreach (var ward in _hospital.Wards.Where(ward => _declared.Contains(ward) && ward.SinglyClosed == 0))
        {
            Declare(ward, ward.ClosedReason);
        }
    }

    /// <summary>Declares what a ward has open and closed.</summary>
    public void Declare(WardState ward, string? reason)
    {
        ArgumentNullException.ThrowIfNull(ward);
        _declared.Add(ward);
        _hospital.Lists.Write(
            _hospital.Code,
            "WardCapacityDeclared",
            _hospital.World.Now,
            ("ward", ward.Entry.Code),
            ("coreOpen", ward.CoreOpen),
            ("escalationOpen", ward.EscalationOpen),
            ("closed", ward.DeclaredClosed),
            ("closedReason", reason),
            ("declaredBy", "site operations team"));
    }
}
