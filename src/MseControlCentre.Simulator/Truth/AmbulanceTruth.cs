using System.Globalization;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>Ambulances at some hospitals: arrivals, handovers, time lost, cohorts, crews, diversions.</summary>
internal static class AmbulanceTruth
{
    /// <summary>Measures and values of some hospitals together.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(
        IReadOnlyList<Hospital> hospitals, WorldContext world)
    {
        var now = world.Now;
        var midnight = world.Calendar.Midnight(now);
        var limits = world.Network.Thresholds;
        yield return ("ambulance.arrivals-today",
            hospitals.Sum(one => one.Ledger.AmbulanceArrivals.Between(midnight, now).Count()));
        yield return ("ambulance.arrivals-last-hour",
            hospitals.Sum(one => one.Ledger.AmbulanceArrivals.Between(now - 3599, now).Count()));
        var handovers = hospitals.SelectMany(one => one.Ledger.Handovers.Between(midnight, now)).ToList();
        foreach (var (name, minutes) in new[]
        {
            ("15", limits.HandoverStandard), ("30", limits.HandoverSecond), ("45", limits.HandoverMaximum),
            ("60", limits.HandoverLong),
        })
        {
            var within = handovers.Count(handover => handover.Seconds <= minutes * 60);
            yield return ($"ambulance.handed-over-{name}-today", within);
            yield return ($"ambulance.handed-over-{name}-share", Shares.Percent(within, handovers.Count));
        }

        var waiting = hospitals.SelectMany(one => one.Conveyances).Where(one => one.ArrivedAt is not null).ToList();
        yield return ("ambulance.lost-waiting",
            waiting.Sum(one => Math.Max(0, now - one.ArrivedAt!.Value - (limits.HandoverStandard * 60))) / 3600);
        yield return ("ambulance.release-to-respond",
            waiting.Count(one => one.CohortArea is null && now - one.ArrivedAt > limits.HandoverMaximum * 60));
        yield return ("ambulance.release-to-respond-today",
            hospitals.Sum(one => one.Ledger.HeldTooLong.Between(midnight, now).Count()));
        yield return ("ambulance.diverted-today",
            hospitals.Sum(one => one.Ledger.Diversions.Between(midnight, now).Count()));
        // What no hospital has declared is not known.
        var declared = hospitals.Where(one => one.HandoverIsDeclared).ToList();
        double? areas = declared.Count == 0 ? null : declared.Count(one => one.CohortIsOpen);
        yield return ("ambulance.diverts-in-force",
            declared.Count == 0 ? null : declared.Count(one => one.IsOnDivert));
        yield return ("ambulance.cohort-areas", areas);
        yield return ("ambulance.cohort-capacity", areas * CohortArea.Capacity);
        yield return ("ambulance.cohort-patients", waiting.Count(one => one.CohortArea is not null));
        var clears = hospitals.SelectMany(one => one.Ledger.Clears.Between(midnight, now)).ToList();
        yield return ("ambulance.crew-clear-mean-today", Shares.Mean([.. clears.Select(clear => clear.Seconds)], 60));
        var tells = hospitals.Any(one => one.TellsOfClearCrews);
        yield return ("ambulance.crews-not-clear", tells ? hospitals.Sum(one => one.CrewsNotClear.Count) : null);
        if (limits.CrewClear is { } limit)
        {
            yield return ("ambulance.crew-clear-over-today",
                tells ? clears.Count(clear => clear.Seconds > limit * 60) : null);
        }
    }

    /// <summary>Response times and the stack of 999 calls, of the whole system.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(EmergencyCalls calls, WorldContext world)
    {
        var now = world.Now;
        var responses = calls.Responses.Between(world.Calendar.Midnight(now), now).ToList();
        var waiting = calls.Open.Where(call => call.AllocatedAt is null && call.AtSceneAt is null).ToList();
        for (var category = 1; category <= 4; category++)
        {
            var seconds = responses.Where(one => one.Category == category).Select(one => one.Seconds).ToList();
            var name = string.Create(CultureInfo.InvariantCulture, $"category-{category}");
            yield return ($"ambulance.{name}-mean", Shares.Mean(seconds, 60));
            yield return ($"ambulance.{name}-90th", Shares.NinetiethCentile(seconds, 60));
            yield return ($"ambulance.{name}-responses-today", seconds.Count);
            yield return ($"ambulance.calls-waiting-{name}", waiting.Count(call => call.Category == category));
        }

        yield return ("ambulance.calls-waiting", waiting.Count);
        yield return ("ambulance.calls-longest-wait",
            waiting.Count == 0 ? null : (now - waiting.Min(call => call.AnsweredAt)) / 60);
        yield return ("ambulance.reap", world.Declared.Sum("ambulance-service", 0));
        yield return ("ambulance.clinical-safety-plan", world.Declared.Sum("ambulance-service", 1));
    }
}
