using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Network;
using MseControlCentre.Domain.Reports;
using MseControlCentre.Feeds.Csv;
using static MseControlCentre.Server.Reports.PrintedFigures;

namespace MseControlCentre.Server.Reports;

/// <summary>
/// Prints a board paper's figures one to a line, for a spreadsheet (RFC 4180): the number in its unit, and as the paper
/// prints it. The number is empty when it is not known.
/// </summary>
internal static class BoardPaperCsv
{
    private const string Heading = "section,month,item,value,unit,shown,standard,whole";

    public static string Print(BoardPaper paper)
    {
        var text = new StringBuilder(Heading).Append("\r\n");
        foreach (var row in Responses(paper).Concat(Departments(paper)).Concat(Handovers(paper)))
        {
            text.Append(CsvCell.Row(row.Fields()));
        }

        return text.ToString();
    }

    private static IEnumerable<Row> Responses(BoardPaper paper)
    {
        foreach (var row in paper.ResponseTimes)
        {
            var (name, month, whole) = ($"Category {(int)row.Category}", paper.Month, paper.ResponsesAreWhole);
            yield return Time($"{name} mean", row.Mean, row.MeanStandards);
            yield return Time($"{name} 90th centile", row.Ninetieth, row.NinetiethStandards);
            yield return new Row(
                "responses", month, $"{name} responses", row.Responses, "calls", Count(row.Responses), "", whole);

            Row Time(string item, TimeSpan? time, IReadOnlyList<Standard> standards) => new(
                "responses",
                month,
                item,
                Seconds(time),
                "seconds",
                PrintedFigures.Time(time),
                Standards(standards),
                whole);
        }
    }

    private static IEnumerable<Row> Departments(BoardPaper paper)
    {
        var standard = Standards(paper.DepartmentStandards);
        foreach (var month in paper.Departments)
        {
            yield return Of("total", month.Attendances, "attendances", Count(month.Attendances), "");
            yield return Of("breaches", month.Breaches, "attendances", Count(month.Breaches), "");
            yield return Of("performance", month.Performance, "percent", Percent(month.Performance), standard);

            Row Of(string item, double? value, string unit, string shown, string held) =>
                new("type 1 departments", month.Month, item, value, unit, shown, held, month.IsWhole);
        }
    }

    private static IEnumerable<Row> Handovers(BoardPaper paper)
    {
        foreach (var month in new[] { paper.HandoversBefore, paper.Handovers })
        {
            yield return Of(month.Month, "minutes lost", Minutes(month.Lost), "minutes", month.IsWhole);
            yield return Of(month.Month, "long delays", month.LongDelays, "handovers", month.IsWhole);
        }

        var whole = paper.Handovers.IsWhole && paper.HandoversBefore.IsWhole;
        yield return Of(paper.Month, "reduction of minutes lost", Minutes(paper.LostReduction), "minutes", whole);
        yield return new Row(
            "handovers", paper.Month, "fewer long delays", paper.LongDelayReduction, "percent",
            Percent(paper.LongDelayReduction), "", whole);

        static Row Of(CalendarMonth month, string item, long? value, string unit, bool whole) =>
            new("handovers", month, item, value, unit, Count(value), "", whole);
    }

    private sealed record Row(
        string Section,
        CalendarMonth Month,
        string Item,
        double? Value,
        string Unit,
        string Shown,
        string Standard,
        bool IsWhole)
    {
        public IEnumerable<string> Fields() =>
        [
            Section,
            Month.ToString(),
            Item,
            Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            Unit,
            Shown,
            Standard,
            IsWhole ? "yes" : "no",
        ];
    }
}
