using MseControlCentre.Simulator.Worlds;

namespace MseControlCentre.Simulator.Truth;

/// <summary>Virtual wards: who is on them by route and stay, and what happened today.</summary>
internal static class VirtualWardTruth
{
    /// <summary>Measures and values of some virtual wards, for the stays that belong to a scope.</summary>
    public static IEnumerable<(string Measure, double? Value)> Figures(
        IReadOnlyList<VirtualWardState> wards, Func<VirtualStay, bool> belongs, WorldContext world)
    {
        var now = world.Now;
        var midnight = world.Calendar.Midnight(now);
        var tomorrow = world.Calendar.NextMidnight(now);
        var patients = wards.SelectMany(ward => ward.Patients).Where(belongs).ToList();
        var referred = wards.SelectMany(ward => ward.Book.Referrals.Between(midnight, now)).Where(belongs).ToList();
        var ended = wards.SelectMany(ward => ward.Book.Discharges.Between(midnight, now)).Where(belongs).ToList();
        yield return ("virtual-ward.step-down-waiting",
            wards.SelectMany(ward => ward.Referrals).Count(stay => stay.IsStepDown && belongs(stay)));
        yield return ("virtual-ward.referrals-today", referred.Count);
        yield return ("virtual-ward.step-up-today", referred.Count(stay => !stay.IsStepDown));
        yield return ("virtual-ward.step-down-today", referred.Count(stay => stay.IsStepDown));
        yield return ("virtual-ward.step-up", patients.Count(stay => !stay.IsStepDown));
        yield return ("virtual-ward.step-down", patients.Count(stay => stay.IsStepDown));
        yield return ("virtual-ward.admissions-today",
            wards.SelectMany(ward => ward.Book.Admissions.Between(midnight, now)).Count(belongs));
        yield return ("virtual-ward.discharges-today", ended.Count);
        yield return ("virtual-ward.back-to-bed-today", ended.Count(stay => stay.Outcome is "EscalatedToBed"));
        var nights = patients.Select(stay => world.Calendar.Nights(stay.AdmittedAt!.Value, now)).ToList();
        yield return ("virtual-ward.length-of-stay-mean", nights.Count == 0 ? null : nights.Average());
        yield return ("virtual-ward.long-stay", world.Network.Thresholds.VirtualWardLongStay is { } limit
            ? nights.Count(stay => stay > limit) : null);
        yield return ("virtual-ward.discharges-due", patients.Count(stay => stay.PlannedFor < tomorrow));
        yield return ("virtual-ward.technology-share",
            Shares.Percent(patients.Count(stay => stay.TechnologyEnabled), patients.Count));
    }

    /// <summary>Inpatients who could move to a virtual ward, of some hospitals; null while nobody was judged.</summary>
    public static double? CouldMove(IReadOnlyList<Hospital> hospitals, string? virtualWard = null)
    {
        var judged = hospitals.SelectMany(one => one.Present)
            .Where(visit => visit is { IsInpatient: true, OnLeave: false, SuitabilityJudgedAt: not null }).ToList();
        return judged.Count == 0 ? null : judged.Count(visit => virtualWard is null
            ? visit.SuitableVirtualWard is not null
            : string.Equals(visit.SuitableVirtualWard, virtualWard, StringComparison.Ordinal));
    }
}
