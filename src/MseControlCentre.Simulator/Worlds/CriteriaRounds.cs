using MseControlCentre.Simulator.Calibration;
using MseControlCentre.Simulator.Messages;
using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// The daily rounds: who no longer meets the criteria to reside, with pathway, reason and owner; who is planned to go
/// home. As many are assessed as the published stock of the weekday asks for; that weekends have few is partly how
/// hospitals record, and is kept.
/// </summary>
public sealed class CriteriaRounds
{
    private const int Hour = 3600;
    private static readonly double[] s_roundHours =
        [0, 0, 0, 0, 0, 0, 0, 1, 8, 18, 22, 17, 9, 6, 7, 6, 4, 2, 0, 0, 0, 0, 0, 0];
    private readonly Hospital _hospital;
    private readonly DelayBook _delays;
    private readonly SuitabilityRounds _suitability;

    /// <summary>Works for a hospital.</summary>
    public CriteriaRounds(Hospital hospital)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        _hospital = hospital;
        _delays = new DelayBook(hospital, hospital.Random);
        _suitability = new SuitabilityRounds(hospital);
    }

    private RandomStream Random => _hospital.Random;

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    // One hospital's wards keep potential discharges in the patient system (A16, A25), the others on the hub's lists.
    private bool PlansInPatientSystem => _hospital.Style == AdmissionStyle.SameVisit;

    /// <summary>Plans the day that has just begun.</summary>
    /// <param name="discharges">Discharges of the day.</param>
    /// <param name="target">Patients without criteria to reside at its end.</param>
    public void PlanDay(int discharges, double target)
    {
        var figures = World.Figures;
        var present = _hospital.Present.Count(visit => visit.IsInpatient && visit.NoCriteriaToReside);
        var leaving = discharges * figures.NoCriteriaShareOfDischarges.Value;
        var wanted =
            Random.Round(Math.Max(discharges * 0.05, (target * (1 + (0.03 * Random.Normal()))) - present + leaving));
        for (var i = 0; i < wanted; i++)
        {
            World.Agenda.At(AtRound(), AssessNext);
        }

        var kept = Random.Poisson(discharges * 0.25);
        for (var i = 0; i < kept; i++)
        {
            World.Agenda.At(AtRound(), Confirm);
        }

        var plans = Random.Round(discharges * 1.1);
        for (var i = 0; i < plans; i++)
        {
            World.Agenda.At(World.Calendar.OnDay(Now, 7.25 + (3 * Random.Unit())), PlanNext);
        }

        World.Agenda.At(World.Calendar.OnDay(Now, 16.5), ReviewPlans);
        _suitability.PlanDay();
    }

    private long AtRound() => World.Calendar.OnDay(Now, Random.Weighted(s_roundHours) + Random.Unit());

    private void AssessNext()
    {
        var stay = Earliest(visit => !visit.NoCriteriaToReside && Now - visit.AdmittedAt > 12 * Hour);
        if (stay is not null)
        {
            World.Agenda.At(Now, stay, () => Assess(stay));
        }
    }

    private void Assess(Visit stay)
    {
        if (!CanBeSeen(stay))
        {
            return;
        }

        var figures = World.Figures;
        var isComplex = Random.Chance(figures.ComplexShare.Value);
        stay.NoCriteriaToReside = true;
        stay.CriteriaAssessedAt = Now;
        stay.Pathway = isComplex ? 1 + Random.Weighted(figures.PathwayMix.Value) : 0;
        (stay.DelayReason, stay.DelayOwner) = (null, null);
        if (isComplex || Random.Chance(0.25))
        {
            _delays.Give(stay);
        }

        var wait = isComplex ? figures.ComplexWaitDays.Value : figures.SimpleWaitDays.Value;
        stay.DueAt = Now + (long)(Random.Exponential(wait) * 86400);
        stay.LastEventAt = Now;
        WriteAssessment(stay);
        World.Agenda.At(Now + Random.Between(20, 900), stay, () => SetReadyDate(stay));
        if (stay.DelayReason is null)
        {
            World.Agenda.At(Now + _hospital.Side.Between(20 * Hour, 24 * Hour), stay, () => FindReason(stay));
        }
    }

    // Nobody goes on waiting for a second day without a reason.
    private void FindReason(Visit stay)
    {
        if (stay is { IsInpatient: true, NoCriteriaToReside: true, DelayReason: null })
        {
            _delays.Give(stay);
            stay.CriteriaAssessedAt = Now;
            stay.LastEventAt = Now;
            WriteAssessment(stay);
        }
    }

    /// <summary>Writes the newest assessment of a stay.</summary>
    public void WriteAssessment(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        _hospital.Lists.Write(
            _hospital.Code,
            "CriteriaToResideAssessed",
            stay.CriteriaAssessedAt ?? Now,
            ("encounter", stay.Number),
            ("met", !stay.NoCriteriaToReside),
            ("pathway", stay.NoCriteriaToReside && stay.Pathway is { } pathway ? "P" + (char)('0' + pathway) : null),
            ("delayReason", stay.NoCriteriaToReside ? stay.DelayReason : null),
            ("owner", stay.NoCriteriaToReside ? stay.DelayOwner : null));
    }

    /// <summary>Writes the discharge plan of a stay.</summary>
    public void WritePlan(Visit stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (PlansInPatientSystem && !stay.PlanIsDefinite)
        {
            _hospital.Adt.Write(
                "A16", "ADT_A16", stay, stay.PlannedAt ?? Now, new AdtExtras { ExpectedDischarge = stay.PlannedFor });
            return;
        }

        _hospital.Lists.Write(
            _hospital.Code,
            "DischargePlanned",
            stay.PlannedAt ?? Now,
            ("encounter", stay.Number),
            ("expectedAt", stay.PlannedFor is { } expected ? new Moment(expected) : null),
            ("certainty", stay.PlanIsDefinite ? "Definite" : "Potential"));
    }

    private void SetReadyDate(Visit stay)
    {
        if (stay is { IsInpatient: true, NoCriteriaToReside: true, CriteriaAssessedAt: { } ready })
        {
            stay.DischargeReadyAt = ready;
            stay.LastEventAt = Now;
            WriteReadyDate(stay, Now);
        }
    }

    /// <summary>Writes the discharge-ready date of a stay; none takes an earlier one back.</summary>
    public void WriteReadyDate(Visit stay, long at)
    {
        ArgumentNullException.ThrowIfNull(stay);
        _hospital.Lists.Write(
            _hospital.Code,
            "DischargeReadyDateSet",
            at,
            ("encounter", stay.Number),
            ("readyAt", stay.DischargeReadyAt is { } ready ? new Moment(ready) : null));
    }

    private void TakeReadyDateBack(Visit stay)
    {
        if (stay is { IsInpatient: true, NoCriteriaToReside: false, DischargeReadyAt: not null })
        {
            stay.DischargeReadyAt = null;
            stay.LastEventAt = Now;
            WriteReadyDate(stay, Now);
        }
    }

    // A round that finds no change, or that a patient has become too ill again to go.
    private void Confirm()
    {
        var candidates = _hospital.Present.Where(CanBeSeen).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var stay = Random.Pick(candidates);
        World.Agenda.At(Now, stay, () =>
        {
            if (CanBeSeen(stay) && (!stay.NoCriteriaToReside || Random.Chance(0.15)))
            {
                stay.DueAt += stay.NoCriteriaToReside ? 3 * 86400 : 0;
                stay.NoCriteriaToReside = false;
                stay.CriteriaAssessedAt = Now;
                stay.Pathway = null;
                stay.DelayReason = null;
                stay.DelayOwner = null;
                stay.LastEventAt = Now;
                WriteAssessment(stay);
                World.Agenda.At(Now + 1, stay, () => TakeReadyDateBack(stay));
            }
        });
    }

    private void PlanNext()
    {
        var stay = Earliest(visit => visit.PlannedFor is null && Now - visit.AdmittedAt > 12 * Hour);
        if (stay is not null)
        {
            World.Agenda.At(Now, stay, () => Plan(stay, Random.Chance(stay.NoCriteriaToReside ? 0.75 : 0.35)));
        }
    }

    private void Plan(Visit stay, bool isDefinite)
    {
        if (CanBeSeen(stay))
        {
            stay.PlannedFor = World.Calendar.OnDay(Now, 11 + (8 * Random.Unit()));
            stay.PlannedAt = Now;
            stay.PlanIsDefinite = isDefinite;
            stay.LastEventAt = Now;
            WritePlan(stay);
        }
    }

    private void ReviewPlans()
    {
        foreach (var stay in _hospital.Present
            .Where(visit => CanBeSeen(visit) && visit.PlannedFor is not null).ToList())
        {
            var at = Now + Random.Between(0, 2 * Hour);
            var draw = Random.Unit();
            if (draw < 0.25)
            {
                World.Agenda.At(at, stay, () => CancelPlan(stay));
            }
            else if (draw < 0.5)
            {
                World.Agenda.At(at, stay, () => Plan(stay, isDefinite: true));
            }
        }
    }

    private void CancelPlan(Visit stay)
    {
        if (CanBeSeen(stay) && stay.PlannedFor is not null)
        {
            stay.PlannedFor = null;
            stay.PlannedAt = null;
            stay.LastEventAt = Now;
            if (PlansInPatientSystem)
            {
                _hospital.Adt.Write("A25", "ADT_A21", stay, Now);
            }
            else
            {
                _hospital.Lists.Write(_hospital.Code, "DischargePlanCancelled", Now, ("encounter", stay.Number));
            }
        }
    }

    private Visit? Earliest(Func<Visit, bool> fits)
    {
        Visit? best = null;
        foreach (var visit in _hospital.Present)
        {
            if (CanBeSeen(visit) && fits(visit) && (best is null || visit.DueAt < best.DueAt))
            {
                best = visit;
            }
        }

        return best;
    }

    private static bool CanBeSeen(Visit visit) =>
        visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false }
        && visit.Ward!.Entry.IsGeneralAndAcute;
}
