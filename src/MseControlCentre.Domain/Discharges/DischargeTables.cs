using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Domain.Pictures.Rules;

namespace MseControlCentre.Domain.Discharges;

/// <summary>What of discharges is no single figure: by hour, by owner.</summary>
internal static class DischargeTables
{
    /// <summary>The owner of delays whose owner no feed has named.</summary>
    public const string UnknownOwner = "unknown";

    /// <summary>
    /// Discharges in each hour of the local day so far, by hours elapsed since midnight: 23, 24 or 25 in a whole day.
    /// Null in the hours before the site was first told of: unknown is not zero.
    /// </summary>
    public static IReadOnlyList<int?> ByHour(SiteView site, DateTimeOffset? countedSince, Moment moment)
    {
        var byHour = new int?[(int)(moment.At - moment.DayStart).TotalHours + 1];
        var first = countedSince is { } since ? (int)(since - moment.DayStart).TotalHours : 0;
        byHour.AsSpan(Math.Min(first, byHour.Length)).Fill(0);
        foreach (var mark in site.Log.Between(MarkKind.Discharge, moment.DayStart, moment.At))
        {
            var hour = (int)(mark.At - moment.DayStart).TotalHours;
            byHour[hour] = (byHour[hour] ?? 0) + 1;
        }

        return byHour;
    }

    /// <summary>
    /// How many should have left by the end of each hour of the whole local day, by hours elapsed since midnight: 23,
    /// 24 or 25, so that it lies over <see cref="ByHour"/>. Null in the hours before the site was first told of; all
    /// null when no target or no need is known.
    /// </summary>
    public static IReadOnlyList<double?> TargetByHour(ScopeView site)
    {
        var moment = site.Moment;
        var day = site.Of(DischargePopulations.Days)[0];
        var byHour = new double?[(int)Math.Ceiling((moment.DayEnd - moment.DayStart).TotalHours)];
        for (var hour = 0; hour < byHour.Length; hour++)
        {
            var end = moment.DayStart.AddHours(hour + 1);
            byHour[hour] = day.TargetBy(end) is { } target && end > day.From
                ? Math.Round(target, 1, MidpointRounding.AwayFromZero)
                : null;
        }

        return byHour;
    }

    /// <summary>Patients with no criteria to reside by who can unblock them, most first.</summary>
    public static IReadOnlyList<DelayOwner> Owners(IReadOnlyList<SiteView> sites, Moment moment)
    {
        var names = moment.Network.Partners.ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        return
        [
            .. sites.SelectMany(new DelayReading(moment).Among)
                .GroupBy(delay => delay.Owner ?? UnknownOwner, StringComparer.Ordinal)
                .Select(g => new DelayOwner(g.Key, names.GetValueOrDefault(g.Key, g.Key), g.Count()))
                .OrderByDescending(owner => owner.Patients)
                .ThenBy(owner => owner.Code, StringComparer.Ordinal),
        ];
    }
}
