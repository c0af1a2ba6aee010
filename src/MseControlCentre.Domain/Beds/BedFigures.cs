using MseControlCentre.Domain.Encounters;
using MseControlCentre.Domain.Histories;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Beds;

/// <summary>General and acute beds, critical care, admissions.</summary>
internal static class BedFigures
{
    public static void Add(FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust trust)
    {
        var acute = sites.SelectMany(site => site.Wards).Where(ward => ward.Ward.IsGeneralAndAcute).ToList();
        var capacity = Trust.Combine(acute.Select(ward => ward.Capacity));
        var both = FromBoth(trust, capacity);
        var open = acute.Sum(ward => ward.Open);
        var occupied = acute.Sum(ward => ward.Occupied);
        var reserved = acute.Sum(ward => ward.Reserved);
        figures.Add(Measures.BedsOpen, open, capacity);
        figures.Add(Measures.EscalationBedsOpen, acute.Sum(ward => ward.Escalation), capacity);
        figures.Add(Measures.BedsClosed, acute.Sum(ward => ward.Closed), capacity);
        figures.Add(Measures.BedsOccupied, occupied, trust);
        figures.Add(Measures.BedsReserved, reserved, trust);
        figures.Add(Measures.BedsAvailable, open - occupied - reserved, both);
        figures.Add(Measures.BedOccupancy, FigureList.Percent(occupied, open), both);
        AddCriticalCare(figures, sites, trust);
        AddPatients(figures, sites, moment, trust);
    }

    public static WardPicture Picture(string site, WardBeds beds, Trust trust)
    {
        var figures = new FigureList(site + "/" + beds.Ward.Code);
        figures.Add(Measures.BedsOpen, beds.Open, beds.Capacity);
        figures.Add(Measures.EscalationBedsOpen, beds.Escalation, beds.Capacity);
        figures.Add(Measures.BedsClosed, beds.Closed, beds.Capacity);
        figures.Add(Measures.BedsOccupied, beds.Occupied, trust);
        figures.Add(Measures.BedsReserved, beds.Reserved, trust);
        figures.Add(
            Measures.BedsAvailable, beds.Open - beds.Occupied - beds.Reserved, FromBoth(trust, beds.Capacity));
        return new WardPicture(beds.Ward.Code, beds.Ward.Name, beds.Ward.Type.ToString(), figures.ToSet());
    }

    public static IReadOnlyList<UnmappedPlace> Unmapped(SiteView site) =>
    [
        .. site.Inpatients.Concat(site.InDepartment)
            .Where(e => e.Standing.Place?.Unmapped is not null)
            .GroupBy(e => e.Standing.Place!.Unmapped!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(100)
            .Select(group => new UnmappedPlace(group.Key, group.Count())),
    ];

    private static void AddCriticalCare(FigureList figures, IReadOnlyList<SiteView> sites, Trust trust)
    {
        var critical = sites
            .SelectMany(site => site.Wards)
            .Where(ward => ward.Ward is { Type: WardType.CriticalCare, Population: WardPopulation.Adult })
            .ToList();
        figures.Add(Measures.CriticalCareOccupied, critical.Sum(ward => ward.Occupied), trust);
        figures.Add(
            Measures.CriticalCareOpen,
            critical.Sum(ward => ward.Open),
            Trust.Combine(critical.Select(ward => ward.Capacity)));
    }

    private static void AddPatients(FigureList figures, IReadOnlyList<SiteView> sites, Moment moment, Trust trust)
    {
        figures.Add(Measures.Inpatients, sites.Sum(site => site.Inpatients.Count), trust);
        figures.Add(Measures.UnmappedInpatients, sites.Sum(site => site.Inpatients.Count(HasNoWard)), trust);
        figures.Add(
            Measures.AdmissionsToday,
            sites.Sum(site => site.Log.Between(MarkKind.Admission, moment.DayStart, moment.At).Count()),
            trust);
    }

    private static bool HasNoWard(Encounter encounter) => encounter.Standing.Place?.Ward is null;

    /// <summary>
    /// Free beds rest on the feed and on the declared capacity: as good as the feed, unless the capacity has expired.
    /// </summary>
    private static Trust FromBoth(Trust feed, Trust capacity) =>
        feed.Quality == FigureQuality.Live && capacity.Quality == FigureQuality.Stale
            ? feed with { Quality = FigureQuality.Stale, Source = feed.Source + "," + capacity.Source }
            : feed;
}
