using System.Globalization;
using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>Beds of some hospitals: adults and children, escalation, long stays, outliers, critical care.</summary>
internal static class BedTruth
{
    /// <summary>Measures and values of some hospitals together.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(
        IReadOnlyList<HospitalCount> counts, WorldContext world)
    {
        var wards = counts.SelectMany(count => count.Wards).ToList();
        var patients = counts.SelectMany(count => count.Hospital.Present)
            .Where(visit => visit.IsInpatient && visit.Ward!.Entry.IsGeneralAndAcute).ToList();
        return Split(wards).Concat(Patients(counts, patients, world)).Concat(Critical(counts, wards, world));
    }

    private static IEnumerable<(string Measure, double? Value)> Split(List<WardCount> all)
    {
        var wards = all.Where(ward => ward.Entry.IsGeneralAndAcute).ToList();
        var core = wards.Sum(ward => ward.Core - ward.Singly);
        var escalation = wards.Sum(ward => ward.Escalation);
        yield return ("beds.core-open", core);
        yield return ("beds.escalation-share", Shares.Percent(escalation, core + escalation));
        foreach (var (name, ofAge) in new[]
        {
            ("adult", wards.Where(ward => ward.Entry.IsAdult).ToList()),
            ("paediatric", wards.Where(ward => !ward.Entry.IsAdult).ToList()),
        })
        {
            yield return ($"beds.{name}-core-open", ofAge.Sum(ward => ward.Core - ward.Singly));
            yield return ($"beds.{name}-escalation-open", ofAge.Sum(ward => ward.Escalation));
            yield return ($"beds.{name}-open", ofAge.Sum(ward => ward.Open));
            yield return ($"beds.{name}-occupied", ofAge.Sum(ward => ward.Occupied));
        }

        var adult = wards.Where(ward => ward.Entry.IsAdult).ToList();
        yield return ("beds.adult-occupancy",
            Shares.Percent(adult.Sum(ward => ward.Occupied), adult.Sum(ward => ward.Open)));
    }

    private static IEnumerable<(string Measure, double? Value)> Patients(
        IReadOnlyList<HospitalCount> counts, List<Visit> patients, WorldContext world)
    {
        var now = world.Now;
        var midnight = world.Calendar.Midnight(now);
        var divisions = world.Network.Divisions;
        foreach (var nights in new[] { 7, 14, 21 })
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"beds.long-stay-{nights}"),
                patients.Count(visit => world.Calendar.Nights(visit.AdmittedAt!.Value, now) >= nights));
        }

        yield return ("beds.outliers", patients.Count(visit =>
            !visit.OnLeave && divisions.TryGetValue(visit.Specialty, out var division)
            && !visit.Ward!.IsFor(division)));
        yield return ("beds.closed-infection", counts.SelectMany(count => count.Hospital.Wards)
            .Where(ward => ward.Entry.IsGeneralAndAcute
                && ward.ClosedReason?.StartsWith("infection", StringComparison.Ordinal) == true)
            .Sum(ward => ward.DeclaredClosed));
        yield return ("beds.emergency-admissions-today",
            counts.Sum(count => count.Hospital.Ledger.EmergencyAdmissions.Between(midnight, now).Count()));
        var present = patients.Where(visit => !visit.OnLeave).ToList();
        yield return ("beds.no-criteria-share",
            Shares.Percent(present.Count(visit => visit.NoCriteriaToReside), present.Count));
    }

    private static IEnumerable<(string Measure, double? Value)> Critical(
        IReadOnlyList<HospitalCount> counts, List<WardCount> wards, WorldContext world)
    {
        foreach (var (index, measure) in new[]
        {
            (0, "beds.critical-care-level-2-open"), (1, "beds.critical-care-level-3-open"),
        })
        {
            var ofSites = counts.Select(count => world.Declared.Sum("critical-care", index, count.Hospital.Code))
                .ToList();
            yield return (measure, ofSites.Contains(null) ? null : ofSites.Sum());
        }

        foreach (var (name, population) in new[] { ("paediatric", "Paediatric"), ("neonatal", "Neonatal") })
        {
            var units = wards.Where(ward => ward.Entry.Is("CriticalCare")
                && string.Equals(ward.Entry.Population, population, StringComparison.Ordinal)).ToList();
            yield return ($"beds.{name}-critical-care-open", units.Sum(ward => Math.Max(ward.Open, ward.Occupied)));
            yield return ($"beds.{name}-critical-care-occupied", units.Sum(ward => ward.Occupied));
        }
    }
}
