using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Exports;

/// <summary>What a return reads of one site.</summary>
/// <param name="Snapshot">At 08:00 of the day of reporting.</param>
/// <param name="PeriodSnapshot">At 08:00 of the day before.</param>
/// <param name="FiveOClock">The day before until 17:00:59.</param>
/// <param name="PeriodEnd">The day before, whole.</param>
/// <param name="Department">Closures and diverts; null when not known.</param>
public sealed record ReportSite(
    FigureSet? Snapshot,
    FigureSet? PeriodSnapshot,
    FigureSet? FiveOClock,
    FigureSet? PeriodEnd,
    DepartmentDay? Department)
{
    /// <summary>The site in each picture.</summary>
    public static ReportSite Of(Site site, ReportPictures pictures)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(pictures);
        return new ReportSite(
            In(pictures.Snapshot, site),
            In(pictures.PeriodSnapshot, site),
            In(pictures.FiveOClock, site),
            In(pictures.PeriodEnd, site),
            pictures.Departments.GetValueOrDefault(site.Code));
    }

    private static FigureSet? In(Picture? picture, Site site) => picture?.Sites
        .FirstOrDefault(one => string.Equals(one.Code, site.Code, StringComparison.Ordinal))?.Figures;
}

/// <summary>The rows of a return: each site, and each trust with all its sites.</summary>
/// <param name="Level"><c>Site</c> or <c>Trust</c>.</param>
/// <param name="Code">ODS code.</param>
/// <param name="Name">Name.</param>
/// <param name="Sites">Its sites.</param>
public sealed record ReportOrganisation(string Level, string Code, string Name, IReadOnlyList<ReportSite> Sites)
{
    /// <summary>Every trust of a network followed by its sites.</summary>
    public static IEnumerable<ReportOrganisation> Of(NetworkMap network, ReportPictures pictures)
    {
        ArgumentNullException.ThrowIfNull(network);
        foreach (var trust in network.Sites.GroupBy(site => site.Organisation, StringComparer.Ordinal))
        {
            var sites = trust.Select(site => (site, Figures: ReportSite.Of(site, pictures))).ToList();
            var name = network.Partners
                .FirstOrDefault(one => string.Equals(one.Code, trust.Key, StringComparison.Ordinal))?.Name;
            yield return new ReportOrganisation("Trust", trust.Key, name ?? "", [.. sites.Select(one => one.Figures)]);
            foreach (var (site, figures) in sites)
            {
                yield return new ReportOrganisation("Site", site.Code, site.Name, [figures]);
            }
        }
    }

    /// <summary>The sum over its sites; null when any of them is not known.</summary>
    public double? Sum(Func<ReportSite, double?> value)
    {
        double sum = 0;
        foreach (var site in Sites)
        {
            if (value(site) is not { } known)
            {
                return null;
            }

            sum += known;
        }

        return sum;
    }
}
