using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;
using MseControlCentre.Server.Exports;
using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Server.Tests.Exports;

/// <summary>The national layouts, from figures made up here: what is not known is an empty cell, never a zero.</summary>
public sealed class NationalReportTests
{
    private static readonly NetworkMap s_network = NetworkFile.Read(TestNetwork.Utf8).Map! with
    {
        Reporting = new Reporting("East of England", "=Board"),
    };

    private static readonly ReportingDay s_tuesday =
        new(new DateOnly(2026, 11, 24), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    // Basildon: 95 of 100 beds; 40 handovers, 30 within 30 minutes, 36 within 60: 6 of 30 to 60, 4 over 60.
    // Southend: 45 of 50; 20 handovers, 20 within 30 minutes and 60; critical care not known.
    // The trust: 140 of 150 is 0.9333; critical care is not known, since Southend's is not.
    [Fact]
    public void UecDailySitrep_HasThePublishedColumnsAndARowForEachSiteAndTrust()
    {
        var snapshot = PictureOf(
            [("beds.occupied", 95), ("beds.open", 100), ("beds.critical-care-open", 10),
                ("beds.critical-care-occupied", 9), ("beds.long-stay-7", 40), ("beds.long-stay-21", 12)],
            [("beds.occupied", 45), ("beds.open", 50), ("beds.critical-care-open", null),
                ("beds.long-stay-7", 20), ("beds.long-stay-21", 0)]);
        var day = PictureOf(
            [("ambulance.handovers-today", 40), ("ambulance.handed-over-30-today", 30),
                ("ambulance.handed-over-60-today", 36)],
            [("ambulance.handovers-today", 20), ("ambulance.handed-over-30-today", 20),
                ("ambulance.handed-over-60-today", 20)]);

        var csv = ReportText.Csv(UecDailySitrep.Of(s_network, s_tuesday, Pictures(snapshot, day)));

        Assert.Equal(
            """
            Code,Name,Region,Date,G&A beds occ'd,G&A Beds Open,G&A beds unavailable to non-covid admissions “void”,Occupancy rate,Delays30,Delays60,CC Adult Open,CC Adult Occ,Critical care beds occupancy rate,No. beds occupied by long-stay patients (> 7 days),No. beds occupied by long-stay patients (> 21 days),No. beds occupied by flu patients (G&A),No. beds occupied by flu patients (Critical Care),Closures,Diverts,Adult core beds open,Adult escalation beds open,Adult beds occ'd,Paediatric core beds open,Paediatric escalation beds open,Paediatric beds occ'd,CC Paediatric Open,CC Paediatric Occ,CC Neonatal Open,CC Neonatal Occ,No. beds occupied by long-stay patients (> 14 days),No. beds closed due to norovirus etc.
            RAJ,,East of England,2026-11-24,140,150,,0.9333,6,4,,,,60,12,,,,,,,,,,,,,,,,
            RAJ12,Basildon,East of England,2026-11-24,95,100,,0.95,6,4,10,9,0.9,40,12,,,1,0,,,,,,,,,,,,
            RAJ01,Southend,East of England,2026-11-24,45,50,,0.9,0,0,,,,20,0,,,,,,,,,,,,,,,,

            """.ReplaceLineEndings("\r\n"),
            csv);
    }

    [SharedSitrepFact]
    public void UecDailySitrep_BeginsWithTheColumnsOfThePublishedFile()
    {
        var published = File.ReadLines(SharedSitrepFactAttribute.File).First().TrimStart('\uFEFF').Split(',');

        var report = UecDailySitrep.Of(s_network, s_tuesday, Pictures(PictureOf([], []), PictureOf([], [])));

        Assert.Equal(published, report.Columns.Take(published.Length));
    }

    // The period is Monday 23 November: reasons for delay are given.
    [Fact]
    public void AcuteDischargeSitrep_HasOneMetricARow_AndItsRowsAreNoFormulas()
    {
        var figures = new (string, double?)[]
        {
            ("discharge.no-criteria-to-reside", 30), ("discharge.today", 25), ("discharge.reason-therapy", 4),
        };
        var pictures = Pictures(PictureOf([], []), PictureOf(figures, figures)) with
        {
            PeriodSnapshot = PictureOf(
                [("discharge.no-criteria-to-reside", 40)], [("discharge.no-criteria-to-reside", null)]),
            FiveOClock = PictureOf([("discharge.today", 15)], [("discharge.today", 10)]),
        };

        var csv = ReportText.Csv(AcuteDischargeSitrep.Of(s_network, s_tuesday, pictures));

        var lines = csv.Split("\r\n");
        Assert.Equal("Period,Level,Region,ICB,Org Code,Org Name,Metric,Metric Type,Metric Group,Value", lines[0]);
        const string start = "2026-11-23,Site,East of England,'=Board,RAJ12,Basildon,";
        Assert.Equal(
            [
                start + "Number of patients who no longer meet the criteria to reside,Daily metric,NCTR,40",
                start + "Number of patients discharged,Daily metric,Discharges,25",
                start + "Number of patients discharged by 17:00,Daily metric,Discharges,15",
                start + "Number of patients discharged between 17:01 and 23:59,Daily metric,Discharges,10",
                start + "Number of patients remaining in hospital who no longer meet the criteria to reside,"
                    + "Daily metric,NCTR not discharged,30",
                start + "\"Additional bed days, length of stay 7 days or more\"",
            ],
            lines.Where(line => line.Contains(",RAJ12,", StringComparison.Ordinal)).Take(6)
                .Select((line, index) => index < 5 ? line : line[..line.IndexOf(",Daily", StringComparison.Ordinal)]),
            StringComparer.Ordinal);
        Assert.Contains(start + "reason-therapy,Weekly snapshot metric,Delay reason,4", lines);
        Assert.Contains(lines, line => line.StartsWith("2026-11-23,Trust,", StringComparison.Ordinal)
            && line.EndsWith("NCTR,", StringComparison.Ordinal));
    }

    [Fact]
    public void AcuteDischargeSitrep_OfAnotherDay_HasNoWeeklySnapshot()
    {
        var wednesday = new ReportingDay(
            new DateOnly(2026, 11, 25), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var picture = PictureOf([("discharge.reason-therapy", 4)], []);

        var report = AcuteDischargeSitrep.Of(s_network, wednesday, Pictures(picture, picture));

        Assert.DoesNotContain(report.Rows, row => row[7].Text.StartsWith("Weekly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+44", "+44")]
    [InlineData("-5", "-5")]
    [InlineData("-a", "'-a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("", "")]
    public void Cell_OfAnExport_IsNeverAFormula(string text, string cell) =>
        Assert.Equal(cell, Feeds.Csv.CsvCell.Of(text));

    private static ReportPictures Pictures(Picture snapshot, Picture day) => new(
        snapshot,
        null,
        null,
        day,
        new Dictionary<string, DepartmentDay>(StringComparer.Ordinal) { ["RAJ12"] = new(1, 0) });

    private static Picture PictureOf((string, double?)[] basildon, (string, double?)[] southend) => new(
        s_tuesday.Snapshot, 1, "TST", "Test", "Europe/London", Set("TST", []),
        [SiteOf("RAJ12", "Basildon", basildon), SiteOf("RAJ01", "Southend", southend)], [], [], [], [], [],
        new SystemOpel(null, null));

    private static SitePicture SiteOf(string code, string name, (string, double?)[] figures) =>
        new(code, name, Set(code, figures), [], [], [], [], [], null, new SiteOpel(null, null));

    private static FigureSet Set(string scope, (string Id, double? Value)[] figures) => new([.. figures.Select(one =>
        new Figure(
            scope,
            new Measure(one.Id, one.Id[(one.Id.IndexOf('.', StringComparison.Ordinal) + 1)..], "", "", ""),
            one.Value,
            FigureQuality.Live,
            "",
            null))]);
}
