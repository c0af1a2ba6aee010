using System.Globalization;
using MseControlCentre.Domain.Network;

namespace MseControlCentre.Server.Exports;

/// <summary>
/// The acute discharge situation report (technical specification of 30 April 2024): one metric a row. Of the day before
/// the day of reporting: patients without criteria to reside at its 08:00, discharges until 17:00 and after, and who is
/// left at its end. Reasons for delay are a weekly snapshot, given when that day is a Monday.
/// </summary>
public static class AcuteDischargeSitrep
{
    /// <summary>Its name in addresses.</summary>
    public const string Name = "acute-discharge-sitrep";

    private const string Daily = "Daily metric";
    private const string Weekly = "Weekly snapshot metric";
    private const string NoCriteria = "discharge.no-criteria-to-reside";
    private const string Discharged = "discharge.today";
    private const string ReasonPrefix = "discharge.reason-";

    private static readonly Metric[] s_daily =
    [
        new("Number of patients who no longer meet the criteria to reside", Daily, "NCTR",
            site => site.PeriodSnapshot?.Find(NoCriteria)?.Value),
        new("Number of patients discharged", Daily, "Discharges", site => site.PeriodEnd?.Find(Discharged)?.Value),
        new("Number of patients discharged by 17:00", Daily, "Discharges",
            site => site.FiveOClock?.Find(Discharged)?.Value),
        new("Number of patients discharged between 17:01 and 23:59", Daily, "Discharges",
            site => site.PeriodEnd?.Find(Discharged)?.Value - site.FiveOClock?.Find(Discharged)?.Value),
        new("Number of patients remaining in hospital who no longer meet the criteria to reside", Daily,
            "NCTR not discharged", site => site.PeriodEnd?.Find(NoCriteria)?.Value),
        new("Additional bed days, length of stay 7 days or more", Daily, "Additional bed days lost", null),
        new("Additional bed days, length of stay 14 days or more", Daily, "Additional bed days lost", null),
        new("Additional bed days, length of stay 21 days or more", Daily, "Additional bed days lost", null),
    ];

    /// <summary>Makes the return.</summary>
    public static NationalReport Of(NetworkMap network, ReportingDay day, ReportPictures pictures)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(day);
        Metric[] metrics = [.. s_daily, .. Reasons(day, pictures)];
        return new NationalReport(
            Name,
            day,
            [
                "Period", "Level", "Region", "ICB", "Org Code", "Org Name", "Metric", "Metric Type", "Metric Group",
                "Value",
            ],
            [
                .. ReportOrganisation.Of(network, pictures)
                    .SelectMany(one => metrics.Select(metric => Row(one, metric, network, day))),
            ],
            [.. s_daily.Where(metric => metric.Value is null).Select(metric => metric.Name)]);
    }

    // One row for each reason that this system knows, whatever the length of stay: no figure tells them apart by it.
    private static IEnumerable<Metric> Reasons(ReportingDay day, ReportPictures pictures) =>
        day.Period.DayOfWeek != DayOfWeek.Monday || pictures.PeriodEnd is null || pictures.PeriodEnd.Sites.Count == 0
            ? []
            : pictures.PeriodEnd.Sites[0].Figures
                .Where(figure => figure.Measure.Id.StartsWith(ReasonPrefix, StringComparison.Ordinal))
                .Select(figure => new Metric(
                    figure.Measure.Name,
                    Weekly,
                    "Delay reason",
                    site => site.PeriodEnd?.Find(figure.Measure.Id)?.Value));

    private static List<ReportCell> Row(
        ReportOrganisation organisation, Metric metric, NetworkMap network, ReportingDay day) =>
    [
        ReportCell.Of(day.Period.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ReportCell.Of(organisation.Level),
        ReportCell.Of(network.Reporting?.Region ?? ""),
        ReportCell.Of(network.Reporting?.IntegratedCareBoard ?? ""),
        ReportCell.Of(organisation.Code),
        ReportCell.Of(organisation.Name),
        ReportCell.Of(metric.Name),
        ReportCell.Of(metric.Type),
        ReportCell.Of(metric.Group),
        metric.Value is { } value ? ReportCell.Of(organisation.Sum(value)) : ReportCell.Unknown,
    ];

    private sealed record Metric(string Name, string Type, string Group, Func<ReportSite, double?>? Value);
}
