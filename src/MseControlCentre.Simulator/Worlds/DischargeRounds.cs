using MseControlCentre.Simulator.Randomness;

namespace MseControlCentre.Simulator.Worlds;

/// <summary>
/// Discharges of adults who stayed at least one night. Every midnight the hospital's discharges of the day are counted
/// out by weekday, with a correction for how full it is (fuller: more), and spread over the hours; who goes is decided
/// when the hour comes: whoever is most overdue. Stays are therefore as long as beds and discharges make them, and
/// occupancy neither drifts nor explodes.
/// </summary>
public sealed class DischargeRounds
{
    private const double DaySeconds = 86400;
    private readonly Hospital _hospital;
    private readonly Admissions _admissions;
    private readonly CriteriaRounds _criteria;
    private readonly double _scale;
    private readonly double[] _weekSwing;

    /// <summary>Works for a hospital whose adult emergency admissions staying overnight are given for a day.</summary>
    public DischargeRounds(Hospital hospital, Admissions admissions, double overnightEmergenciesPerDay)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        _hospital = hospital;
        _admissions = admissions;
        _criteria = new CriteriaRounds(hospital);
        var figures = hospital.World.Figures;
        var arrivals = overnightEmergenciesPerDay
            + (figures.ElectiveWeekday.Value.Average() * hospital.Share.Admissions);
        var deaths = figures.DeathsPerDay.Value * hospital.Share.Admissions;
        _scale = (arrivals - deaths) / figures.DischargesPerDay.Value.Average();
        _weekSwing = WeekSwing(overnightEmergenciesPerDay, deaths);
    }

    private RandomStream Random => _hospital.Random;

    private WorldContext World => _hospital.World;

    private long Now => World.Now;

    /// <summary>Starts with the day of the present second and goes on for ever.</summary>
    public void Start() => World.Agenda.At(World.Calendar.NextMidnight(Now), Midnight);

    private void Midnight()
    {
        var figures = World.Figures;
        var weekday = World.Calendar.Weekday(Now);
        var target = figures.AdultOccupancy.Value * _hospital.AdultCoreBeds;
        var occupied = _hospital.AdultWards.Sum(ward => ward.Taken);

        // The week swings occupancy by a few percent around its mean; the correction looks past that swing.
        var excess = (occupied / Math.Max(1, target)) - 1 - _weekSwing[weekday];
        var usual = figures.DischargesPerDay.Value[weekday] * _scale;
        var expected = usual * Math.Clamp(1 + (2.5 * excess), 0.6, 1.6) * (1 + (0.04 * Random.Normal()));
        var count = Random.Round(Math.Max(0, expected));
        for (var i = 0; i < count; i++)
        {
            World.Agenda.At(AtShareOfDay((i + Random.Unit()) / count), () => SendSomebodyHome(2));
        }

        var deaths = Random.Poisson(figures.DeathsPerDay.Value * _hospital.Share.Admissions);
        for (var i = 0; i < deaths; i++)
        {
            World.Agenda.At(Now + Random.Below(86400), Die);
        }

        _criteria.PlanDay(count, figures.NoCriteriaToReside.Value[weekday] * _hospital.Share.Admissions);
        World.Agenda.At(World.Calendar.NextMidnight(Now), Midnight);
    }

    // By how much midnight occupancy lies over its weekly mean when admissions and discharges are as published.
    private double[] WeekSwing(double emergencies, double deaths)
    {
        var figures = World.Figures;
        var levels = new double[7];
        var level = 0.0;
        for (var day = 0; day < 7; day++)
        {
            levels[day] = level;
            level += (emergencies * figures.AttendanceWeekday.Value[day])
                + (figures.ElectiveWeekday.Value[day] * _hospital.Share.Admissions)
                - (figures.DischargesPerDay.Value[day] * _scale) - deaths;
        }

        var mean = levels.Average();
        return [.. levels.Select(one => (one - mean) / Math.Max(1, _hospital.AdultCoreBeds))];
    }

    // When a share of the day's discharges has gone, by the published shape of the day.
    private long AtShareOfDay(double share)
    {
        var hours = World.Figures.DischargeHour.Value;
        var rest = share * hours.Sum();
        var hour = 0;
        while (hour < 23 && rest >= hours[hour])
        {
            rest -= hours[hour++];
        }

        return World.Calendar.OnDay(Now, hour + Math.Min(1, rest / hours[hour]));
    }

    private void SendSomebodyHome(int attemptsLeft)
    {
        var fromNoCriteria = Random.Chance(World.Figures.NoCriteriaShareOfDischarges.Value);
        var stay = MostOverdue(fromNoCriteria) ?? MostOverdue(!fromNoCriteria);
        if (stay is not null)
        {
            World.Agenda.At(Now, stay, () => Leave(stay));
        }
        else if (attemptsLeft > 0)
        {
            World.Agenda.At(Now + 3600, () => SendSomebodyHome(attemptsLeft - 1));
        }
    }

    private void Leave(Visit stay)
    {
        if (!IsFree(stay))
        {
            return;
        }

        var destination = stay.Pathway switch
        {
            2 => "51",
            3 => Random.Chance(0.6) ? "85" : "65",
            _ => "19",
        };
        _hospital.Ledger.OvernightDischarges.Add(Now, Now);
        _admissions.Discharge(stay, "1", destination);
    }

    private void Die()
    {
        var candidates = _hospital.Present.Where(visit => IsFree(visit) && visit.Person.Age > 50).ToList();
        if (candidates.Count > 0)
        {
            var stay = Random.Pick(candidates);
            World.Agenda.At(Now, stay, () =>
            {
                if (stay.IsInpatient && !stay.IsBusy)
                {
                    _admissions.Discharge(stay, "4", "79");
                }
            });
        }
    }

    private Visit? MostOverdue(bool noCriteria)
    {
        Visit? best = null;
        var bestScore = double.MaxValue;
        var midnight = World.Calendar.Midnight(Now);
        foreach (var visit in _hospital.Present)
        {
            if (!IsFree(visit) || visit.NoCriteriaToReside != noCriteria || visit.AdmittedAt >= midnight)
            {
                continue;
            }

            // A plan for today brings somebody forward by a day and a half.
            var planned = visit.PlannedFor is { } plan && plan < World.Calendar.NextMidnight(Now);
            var score = visit.DueAt - (planned ? 1.5 * DaySeconds : 0);
            if (score < bestScore)
            {
                (best, bestScore) = (visit, score);
            }
        }

        return best;
    }

    private static bool IsFree(Visit visit) =>
        visit is { Kind: StayKind.Overnight, IsInpatient: true, IsBusy: false, OnLeave: false }
        && visit.Ward!.Entry.IsGeneralAndAcute;
}
