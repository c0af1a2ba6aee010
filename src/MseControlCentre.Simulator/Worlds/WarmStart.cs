namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// Fills a hospital as it usually is, so that a day does not begin with empty wards. Some days are then simulated
/// unseen, which settles the rhythm of the week before the first message.
/// </summary>
public sealed class WarmStart
{
    private const double DaySeconds = 86400;
    private readonly Hospital _hospital;
    private readonly BedOffice _beds;

    /// <summary>Works for a hospital.</summary>
    public WarmStart(Hospital hospital, BedOffice beds)
    {
        _hospital = hospital;
        _beds = beds;
    }

    private long Now => _hospital.World.Now;

    /// <summary>Puts patients into beds.</summary>
    public void Fill(Action<Visit> endShortStay)
    {
        var figures = _hospital.World.Figures;
        Fill(_hospital.AdultWards, figures.AdultOccupancy.Value, StayKind.Overnight, endShortStay);
        Fill(_hospital.CriticalWards, figures.CriticalCareOccupancy.Value, StayKind.Overnight, endShortStay);
        Fill(_hospital.ChildWards, figures.PaediatricOccupancy.Value, StayKind.Child, endShortStay);
        MarkNoCriteria(figures.NoCriteriaToReside.Value.Average() * _hospital.Share.Admissions);
    }

    private void Fill(IReadOnlyList<WardState> wards, double share, StayKind kind, Action<Visit> endShortStay)
    {
        var count = _hospital.Random.Round(wards.Sum(ward => ward.Entry.CoreBeds) * share);
        for (var i = 0; i < count && _beds.Find(wards) is { } bed; i++)
        {
            var isChild = kind == StayKind.Child;
            var age = isChild ? _hospital.Random.Below(16) : 18 + _hospital.Random.Below(78);
            var stay = _hospital.NewVisit(_hospital.NewPerson(age), kind);
            var mean = (isChild ? _hospital.World.Figures.PaediatricStayDays.Value : AdultMeanDays()) * DaySeconds;

            // Exponential stays have no memory: how long a patient present has been here, and will yet be, are both
            // distributed like a whole stay.
            stay.AdmittedAt = Now - 3600 - (long)_hospital.Random.Exponential(mean);
            stay.DueAt = Now + 3600 + (long)_hospital.Random.Exponential(mean);
            stay.LastEventAt = stay.AdmittedAt.Value;
            stay.Ward = bed.Ward;
            stay.Bed = bed;
            stay.Specialty = SpecialtyMix.Of(bed.Ward);
            bed.Take(stay);
            _hospital.Present.Add(stay);
            if (isChild)
            {
                _hospital.World.Agenda.At(stay.DueAt, stay, () => endShortStay(stay));
            }
        }
    }

    // Patients present are found in proportion to how long they stay.
    private double AdultMeanDays()
    {
        var figures = _hospital.World.Figures;
        var longDays = figures.LongStayShare.Value * figures.LongStayDays.Value;
        var shortDays = (1 - figures.LongStayShare.Value) * figures.ShortStayDays.Value;
        return _hospital.Random.Chance(longDays / (longDays + shortDays)) ? figures.LongStayDays.Value
            : figures.ShortStayDays.Value;
    }

    private void MarkNoCriteria(double count)
    {
        var figures = _hospital.World.Figures;
        var candidates = _hospital.Present
            .Where(visit => visit.Kind == StayKind.Overnight && visit.Ward!.Entry.IsGeneralAndAcute
                && Now - visit.AdmittedAt > 2 * DaySeconds)
            .ToList();
        var delays = new DelayBook(_hospital, _hospital.Random);
        for (var i = 0; i < count && candidates.Count > 0; i++)
        {
            var index = _hospital.Random.Below(candidates.Count);
            var stay = candidates[index];
            candidates.RemoveAt(index);
            stay.NoCriteriaToReside = true;
            var waited = (long)Math.Min(
                _hospital.Random.Exponential(figures.ComplexWaitDays.Value) * DaySeconds,
                Now - stay.AdmittedAt!.Value - (0.5 * DaySeconds));
            stay.CriteriaAssessedAt = Now - Math.Max(600, waited);
            stay.DischargeReadyAt = stay.CriteriaAssessedAt;
            stay.LastEventAt = stay.CriteriaAssessedAt.Value;
            stay.Pathway = 1 + _hospital.Random.Weighted(figures.PathwayMix.Value);
            delays.Give(stay);
            stay.DueAt = Now + (long)(_hospital.Random.Exponential(figures.ComplexWaitDays.Value) * DaySeconds);
        }
    }
}
