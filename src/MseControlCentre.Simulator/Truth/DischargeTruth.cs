using System.Globalization;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>Delayed patients of some hospitals, and how the discharges of the day are spread.</summary>
internal static class DischargeTruth
{
    private static readonly (string Group, string Slug)[] s_groups =
    [
        ("Hospital process", "hospital-process"), ("Wellbeing concerns", "wellbeing"),
        ("Care transfer hub process", "care-transfer-hub"), ("Interface process", "interface"),
        ("Capacity", "capacity"),
    ];

    /// <summary>Measures and values of some hospitals together.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(
        IReadOnlyList<Hospital> hospitals, WorldContext world)
    {
        var delayed = hospitals.SelectMany(one => one.Present)
            .Where(visit => visit is { IsInpatient: true, NoCriteriaToReside: true }).ToList();
        return Delays(delayed, world).Concat(Dates(delayed, world)).Concat(Today(hospitals, world));
    }

    private static IEnumerable<(string Measure, double? Value)> Delays(List<Visit> delayed, WorldContext world)
    {
        for (var pathway = 0; pathway <= 3; pathway++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"discharge.pathway-{pathway}"),
                delayed.Count(visit => visit.Pathway == pathway));
        }

        yield return ("discharge.pathway-unknown", delayed.Count(visit => visit.Pathway is null));
        foreach (var (group, slug) in s_groups)
        {
            yield return ($"discharge.group-{slug}", delayed.Count(visit =>
                visit.DelayReason?.StartsWith(group + " - ", StringComparison.Ordinal) == true));
        }

        foreach (var reason in world.Figures.DelayReasons.Reasons)
        {
            yield return ($"discharge.reason-{reason.Slug}", delayed.Count(visit =>
                string.Equals(visit.DelayReason, reason.Reason, StringComparison.Ordinal)));
        }

        yield return ("discharge.reason-unknown", delayed.Count(visit => visit.DelayReason is null));
        foreach (var partner in world.Network.Partners)
        {
            yield return ($"discharge.owner-{partner.Code}", delayed.Count(visit =>
                string.Equals(visit.DelayOwner, partner.Code, StringComparison.Ordinal)));
        }

        yield return ("discharge.owner-unknown", delayed.Count(visit => visit.DelayOwner is null));
    }

    private static IEnumerable<(string Measure, double? Value)> Dates(List<Visit> delayed, WorldContext world)
    {
        var now = world.Now;
        var days = delayed.Where(visit => visit.DischargeReadyAt is not null)
            .Select(visit => world.Calendar.Nights(visit.DischargeReadyAt!.Value, now)).ToList();
        yield return ("discharge.days-since-ready-mean", days.Count == 0 ? null : days.Average());
        yield return ("discharge.bed-days-lost", days.Count == 0 ? null : days.Sum());
        foreach (var nights in new[] { 7, 14, 21 })
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"discharge.delayed-stay-{nights}"),
                delayed.Count(visit => world.Calendar.Nights(visit.AdmittedAt!.Value, now) >= nights));
        }
    }

    private static IEnumerable<(string Measure, double? Value)> Today(
        IReadOnlyList<Hospital> hospitals, WorldContext world)
    {
        var now = world.Now;
        var midnight = world.Calendar.Midnight(now);
        var all = Discharges(hospitals, midnight, now);
        yield return ("discharge.before-noon-share",
            Shares.Percent(Discharges(hospitals, midnight, world.Calendar.AtClock(now, 12, 0) - 1, now), all));
        // Up to 17:00:59: the collection's bands are "by 17:00" and "17:01 to 23:59".
        yield return ("discharge.by-17-share",
            Shares.Percent(Discharges(hospitals, midnight, world.Calendar.AtClock(now, 17, 1) - 1, now), all));
    }

    private static int Discharges(IReadOnlyList<Hospital> hospitals, long from, long to, long now = long.MaxValue) =>
        hospitals.Sum(one => one.Ledger.Discharges.Between(from, Math.Min(to, now)).Count());
}
