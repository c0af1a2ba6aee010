using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;
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

    /// <summary>
    /// How many waited for the full virtual ward that most waited for, at each step that the board showed; 0 while none
    /// was full, null where that was not known of each.
    /// </summary>
    public static IEnumerable<double?> ValuesOf(Situation places, TimeSpan back, IFigureTrail trail)
    {
        var wards = places.VirtualWards
            .Select(ward => (
                Free: Steps(ward, VirtualWardMeasures.VirtualWardAvailable),
                Waiting: Steps(ward, VirtualWardMeasures.VirtualWardReferrals)))
            .ToList();
        return wards.SelectMany(ward => ward.Free.Keys).Distinct().Order().Select(MostWaiting);

        Dictionary<DateTimeOffset, double?> Steps(Place ward, Measure measure) => trail
            .Of(ward.Scope + ":" + measure.Id, back)
            .ToDictionary(step => step.At, step => Reading.Current(step.Value, step.Quality));

        double? MostWaiting(DateTimeOffset at) =>
            wards.Exists(ward => ward.Free.GetValueOrDefault(at) is null || ward.Waiting.GetValueOrDefault(at) is null)
                ? null
                : wards.Max(ward => ward.Free[at] <= 0 ? ward.Waiting[at] : 0);
    }

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
