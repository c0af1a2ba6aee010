using System.Globalization;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Exports;

/// <summary>
/// The urgent and emergency care daily situation report: columns as NHS England published them in 2022-23, then the
/// splits of the collection (core and escalation, adults and children, other critical care). General and acute beds and
/// critical care at 08:00 of the day of reporting; handover delays, closures and diverts of the day before.
/// </summary>
public static class UecDailySitrep
{
    /// <summary>Its name in addresses.</summary>
    public const string Name = "uec-daily-sitrep";

    private static readonly Column[] s_columns =
    [
        new("G&A beds occ'd", At08("beds.occupied")),
        new("G&A Beds Open", At08("beds.open")),
        new("G&A beds unavailable to non-covid admissions \u201Cvoid\u201D", null),
        new("Occupancy rate", At08("beds.occupied"), At08("beds.open")),
        new("Delays30", site => Less(Day(site, "ambulance.handed-over-60-today"),
            Day(site, "ambulance.handed-over-30-today"))),
        new("Delays60", site => Less(Day(site, "ambulance.handovers-today"),
            Day(site, "ambulance.handed-over-60-today"))),
        new("CC Adult Open", At08("beds.critical-care-open")),
        new("CC Adult Occ", At08("beds.critical-care-occupied")),
        new("Critical care beds occupancy rate", At08("beds.critical-care-occupied"), At08("beds.critical-care-open")),
        new("No. beds occupied by long-stay patients (> 7 days)", At08("beds.long-stay-7")),
        new("No. beds occupied by long-stay patients (> 21 days)", At08("beds.long-stay-21")),
        new("No. beds occupied by flu patients (G&A)", null),
        new("No. beds occupied by flu patients (Critical Care)", null),
        new("Closures", site => site.Department?.Closures),
        new("Diverts", site => site.Department?.Diverts),
        new("Adult core beds open", At08("beds.adult-core-open")),
        new("Adult escalation beds open", At08("beds.adult-escalation-open")),
        new("Adult beds occ'd", At08("beds.adult-occupied")),
        new("Paediatric core beds open", At08("beds.paediatric-core-open")),
        new("Paediatric escalation beds open", At08("beds.paediatric-escalation-open")),
        new("Paediatric beds occ'd", At08("beds.paediatric-occupied")),
        new("CC Paediatric Open", At08("beds.paediatric-critical-care-open")),
        new("CC Paediatric Occ", At08("beds.paediatric-critical-care-occupied")),
        new("CC Neonatal Open", At08("beds.neonatal-critical-care-open")),
        new("CC Neonatal Occ", At08("beds.neonatal-critical-care-occupied")),
        new("No. beds occupied by long-stay patients (> 14 days)", At08("beds.long-stay-14")),
        new("No. beds closed due to norovirus etc.", At08("beds.closed-infection")),
    ];

    /// <summary>Makes the return.</summary>
    public static NationalReport Of(NetworkMap network, ReportingDay day, ReportPictures pictures)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(day);
        return new NationalReport(
            Name,
            day,
            ["Code", "Name", "Region", "Date", .. s_columns.Select(column => column.Name)],
            [.. ReportOrganisation.Of(network, pictures).Select(one => Row(one, network, day))],
            [.. s_columns.Where(column => column.Part is null).Select(column => column.Name)]);
    }

    private static List<ReportCell> Row(ReportOrganisation organisation, NetworkMap network, ReportingDay day) =>
    [
        ReportCell.Of(organisation.Code),
        ReportCell.Of(organisation.Name),
        ReportCell.Of(network.Reporting?.Region ?? ""),
        ReportCell.Of(day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. s_columns.Select(column => ReportCell.Of(column.ValueIn(organisation))),
    ];

    private static Func<ReportSite, double?> At08(string measure) => site => site.Snapshot?.Find(measure)?.Value;

    private static double? Day(ReportSite site, string measure) => site.PeriodEnd?.Find(measure)?.Value;

    private static double? Less(double? whole, double? part) => whole - part;

    /// <param name="Name">Name of the column.</param>
    /// <param name="Part">A site's count; null when this system has no source for it.</param>
    /// <param name="Whole">What the count is a share of; null for a count.</param>
    private sealed record Column(
        string Name, Func<ReportSite, double?>? Part, Func<ReportSite, double?>? Whole = null)
    {
        public double? ValueIn(ReportOrganisation organisation)
        {
            var part = Part is null ? null : organisation.Sum(Part);
            return Whole is null ? part : organisation.Sum(Whole) is > 0 and var whole ? part / whole : null;
        }
    }
}
