using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.EmergencyDepartments;

/// <summary>Patients in the emergency department and how long they have been there.</summary>
internal static class EmergencyDepartmentFigures
{
    public static void Add(FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust trust)
    {
        var standard = TimeSpan.FromHours(moment.Network.Thresholds.EdStandard.Value);
        var longStay = TimeSpan.FromHours(moment.Network.Thresholds.EdLong.Value);
        var present = sites.SelectMany(site => site.InDepartment).Select(e => e.Standing).ToList();
        figures.Add(Measures.InDepartment, present.Count, trust);
        figures.Add(Measures.EdOverStandard, present.Count(p => moment.IsOver(p.ArrivedAt, standard)), trust);
        figures.Add(Measures.EdOverLong, present.Count(p => moment.IsOver(p.ArrivedAt, longStay)), trust);
        figures.Add(Measures.AwaitingBed, present.Count(p => p.DecisionToAdmitAt is not null), trust);
        figures.Add(Measures.AttendancesToday, Count(sites, moment.DayStart, moment), trust);
        figures.Add(Measures.ArrivalsLastHour, LastHour(sites, moment), trust);
        figures.Add(Measures.EdPerformanceToday, Performance(sites, moment, standard), trust);
    }

    private static int Count(IReadOnlyList<SiteView> sites, DateTimeOffset from, Moment moment) =>
        sites.Sum(site => site.Log.Between(MarkKind.EdArrival, from, moment.At).Count());

    private static int LastHour(IReadOnlyList<SiteView> sites, Moment moment) =>
        sites.Sum(site => site.Log.After(MarkKind.EdArrival, moment.HourAgo, moment.At).Count());

    private static double? Performance(IReadOnlyList<SiteView> sites, Moment moment, TimeSpan standard)
    {
        var departures = sites
            .SelectMany(site => site.Log.Between(MarkKind.EdDeparture, moment.DayStart, moment.At))
            .Where(mark => mark.Took is not null)
            .ToList();
        return FigureList.Percent(departures.Count(mark => mark.Took <= standard), departures.Count);
    }
}
