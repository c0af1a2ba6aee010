using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Events;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Discharges;

/// <summary>Who has left today, who will, and who could.</summary>
internal static class DischargeFigures
{
    /// <summary>The owner of delays whose owner no feed has named.</summary>
    public const string UnknownOwner = "unknown";

    public static void Add(
        FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust beds, Trust discharge)
    {
        var today = sites.Sum(site => site.Log.Between(MarkKind.Discharge, moment.DayStart, moment.At).Count());
        var lastHour = sites.Sum(site => site.Log.After(MarkKind.Discharge, moment.HourAgo, moment.At).Count());
        var inpatients = sites.SelectMany(site => site.Inpatients).Select(e => e.Standing).ToList();
        figures.Add(Measures.DischargesToday, today, beds);
        figures.Add(Measures.DischargesLastHour, lastHour, beds);
        figures.Add(
            Measures.DefiniteDischarges, Planned(inpatients, DischargeCertainty.Definite, moment), discharge);
        figures.Add(
            Measures.PotentialDischarges, Planned(inpatients, DischargeCertainty.Potential, moment), discharge);
        figures.Add(Measures.NoCriteriaToReside, inpatients.Count(HasNoCriteriaToReside), discharge);
    }

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

    public static IReadOnlyList<DelayOwner> Owners(IReadOnlyList<SiteView> sites, Moment moment)
    {
        var names = moment.Network.Partners.ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        return
        [
            .. sites.SelectMany(site => site.Inpatients)
                .Where(e => HasNoCriteriaToReside(e.Standing))
                .GroupBy(e => e.Standing.DelayOwner ?? UnknownOwner, StringComparer.Ordinal)
                .Select(g => new DelayOwner(g.Key, names.GetValueOrDefault(g.Key, g.Key), g.Count()))
                .OrderByDescending(owner => owner.Patients)
                .ThenBy(owner => owner.Code, StringComparer.Ordinal),
        ];
    }

    private static bool HasNoCriteriaToReside(EncounterStanding standing) => standing.MeetsCriteriaToReside == false;

    /// <summary>Planned for today or overdue; one with no time told is taken for today.</summary>
    private static int Planned(List<EncounterStanding> inpatients, DischargeCertainty certainty, Moment moment) =>
        inpatients.Count(p => p.DischargeCertainty == certainty
            && (p.DischargeExpectedAt is null || p.DischargeExpectedAt < moment.DayEnd));
}
