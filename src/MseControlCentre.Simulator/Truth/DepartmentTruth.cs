using System.Globalization;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>Emergency departments of some hospitals: who is where, how ill, how long, waiting for what.</summary>
internal static class DepartmentTruth
{
    private static readonly (string Measure, string Area)[] s_areas =
    [
        ("ed.in-resuscitation", "Resuscitation"), ("ed.in-majors", "Majors"), ("ed.in-minors", "Minors"),
        ("ed.in-children", "Children"), ("ed.in-urgent-treatment", "UrgentTreatment"),
    ];

    /// <summary>Measures and values of some hospitals together.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(
        IReadOnlyList<Hospital> hospitals, WorldContext world)
    {
        var inside = hospitals.SelectMany(one => one.Present).Where(visit => visit.InDepartment).ToList();
        return Places(hospitals, inside).Concat(Waits(inside, world)).Concat(Today(hospitals, world));
    }

    private static IEnumerable<(string Measure, double? Value)> Places(
        IReadOnlyList<Hospital> hospitals, List<Visit> inside)
    {
        foreach (var (measure, area) in s_areas)
        {
            yield return (measure, inside.Count(visit => IsIn(visit.Ward, area)));
        }

        yield return ("ed.in-other-area", inside.Count(visit => visit.Ward?.Entry.Area is null));
        for (var acuity = 1; acuity <= 5; acuity++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"ed.acuity-{acuity}"),
                inside.Count(visit => visit.AssessedAt is not null && visit.Acuity == acuity));
        }

        yield return ("ed.acuity-unknown", inside.Count(visit => visit.AssessedAt is null));
        var spaces = hospitals.SelectMany(one => one.Wards).Where(IsMajorsOrResuscitation).Sum(ward => ward.CoreOpen);
        yield return ("ed.majors-resus-spaces", spaces);
        yield return ("ed.majors-resus-occupancy", Shares.Percent(
            inside.Count(visit => visit.Ward is { } ward && IsMajorsOrResuscitation(ward)), spaces));
    }

    private static IEnumerable<(string Measure, double? Value)> Waits(List<Visit> inside, WorldContext world)
    {
        var now = world.Now;
        var limits = world.Network.Thresholds;
        var isLong = limits.EdLong * 3600;
        var decided = inside.Where(visit => visit.DecidedAt is not null).ToList();
        yield return ("ed.awaiting-assessment",
            inside.Count(visit => visit is { AssessedAt: null, SeenAt: null, DecidedAt: null }));
        yield return ("ed.over-long-share",
            Shares.Percent(inside.Count(visit => now - visit.ArrivedAt > isLong), inside.Count));
        yield return ("ed.over-long-from-decision", decided.Count(visit => now - visit.DecidedAt > isLong));
        yield return ("ed.longest-wait",
            inside.Count == 0 ? null : (now - inside.Min(visit => visit.ArrivedAt!.Value)) / 60);
        yield return ("ed.longest-wait-for-bed",
            decided.Count == 0 ? null : (now - decided.Min(visit => visit.DecidedAt!.Value)) / 60);
        yield return ("ed.ready-to-proceed", inside.Count(visit => visit.ReadyAt is not null));
        var referred = inside.Count(visit => visit.ReferredTo is not null);
        yield return ("ed.referred", referred);
        yield return ("ed.referred-share", Shares.Percent(referred, inside.Count));
        var minds = inside.Where(visit => visit.ReferredTo is "mental-health").ToList();
        yield return ("ed.mental-health-waiting", minds.Count);
        if (limits.MentalHealthWait is { } limit)
        {
            yield return ("ed.mental-health-over", minds.Count(visit => now - visit.ArrivedAt > limit * 3600));
        }
    }

    private static IEnumerable<(string Measure, double? Value)> Today(
        IReadOnlyList<Hospital> hospitals, WorldContext world)
    {
        var now = world.Now;
        var midnight = world.Calendar.Midnight(now);
        var limits = world.Network.Thresholds;
        var assessed = hospitals.SelectMany(one => one.Ledger.Assessments.Between(midnight, now)).ToList();
        yield return ("ed.assessment-median-today", Shares.Median(assessed.Select(one => one.Seconds), 60));
        if (limits.InitialAssessment is { } limit)
        {
            yield return ("ed.assessment-within-share",
                Shares.Percent(assessed.Count(one => one.Seconds <= limit * 60), assessed.Count));
        }

        yield return ("ed.treatment-median-today", Shares.Median(
            hospitals.SelectMany(one => one.Ledger.Seen.Between(midnight, now)).Select(one => one.Seconds), 60));
        yield return ("ed.decisions-to-admit-today",
            hospitals.Sum(one => one.Ledger.Decisions.Between(midnight, now).Count()));
        var departures = hospitals.SelectMany(one => one.Ledger.Departures.Between(midnight, now)).ToList();
        var standard = limits.EdStandard * 3600;
        yield return ("ed.breaches-today", departures.Count(one => one.Seconds > standard));
        for (var type = 1; type <= 3; type++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"0{type}");
            var ofType = departures
                .Where(one => string.Equals(one.DepartmentType, code, StringComparison.Ordinal)).ToList();
            yield return (string.Create(CultureInfo.InvariantCulture, $"ed.performance-type-{type}-today"),
                Shares.Percent(ofType.Count(one => one.Seconds <= standard), ofType.Count));
        }
    }

    private static bool IsMajorsOrResuscitation(WardState ward) =>
        ward.Entry.IsAdult && (IsIn(ward, "Majors") || IsIn(ward, "Resuscitation"));

    private static bool IsIn(WardState? ward, string area) =>
        string.Equals(ward?.Entry.Area, area, StringComparison.Ordinal);
}
