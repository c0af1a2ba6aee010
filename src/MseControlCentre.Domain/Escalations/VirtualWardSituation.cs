using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.VirtualWards;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// Virtual wards without a place left while referrals wait for them: one situation of the whole system.
/// </summary>
internal static class VirtualWardSituation
{
    /// <summary>
    /// Whether every virtual ward tells its room and who waits, so that none being full means that none is.
    /// </summary>
    public static bool IsRoomKnown(Situation places) => places.VirtualWards.All(ward =>
        ward.Now[VirtualWardMeasures.VirtualWardAvailable] is not null
        && ward.Now[VirtualWardMeasures.VirtualWardReferrals] is not null);

    public static IEnumerable<EscalationSituation> Of(Situation places, double least)
    {
        var full = places.VirtualWards
            .Where(ward => ward.Now[VirtualWardMeasures.VirtualWardAvailable] <= 0)
            .Select(ward => (ward.Name, Waiting: ward.Now[VirtualWardMeasures.VirtualWardReferrals] ?? 0))
            .Where(ward => ward.Waiting >= least)
            .OrderByDescending(ward => ward.Waiting)
            .ToList();
        if (full.Count == 0)
        {
            yield break;
        }

        var waiting = full.Sum(ward => ward.Waiting);
        var what = full is [var only] ? $"{only.Name} full" : $"{full.Count} virtual wards full";
        yield return new EscalationSituation(
            EscalationKind.VirtualWardFull,
            places.System.Scope,
            places.System.Name,
            $"{what}, {Words.Count(waiting, "patient waits", "patients wait")}",
            waiting,
            null,
            places.System.FigureId(VirtualWardMeasures.VirtualWardAvailable),
            [.. full.Select(ward => new SituationRow(ward.Name, Value: ward.Waiting))]);
    }
}
