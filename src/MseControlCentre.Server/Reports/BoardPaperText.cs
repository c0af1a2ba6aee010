using System.Globalization;
using System.Text;
using MseControlCentre.Domain.Reports;
using static MseControlCentre.Server.Reports.PrintedFigures;

namespace MseControlCentre.Server.Reports;

/// <summary>Prints a board paper's figures as tables of plain text.</summary>
internal static class BoardPaperText
{
    private const string InPart = "*";

    public static string Print(BoardPaper paper)
    {
        var text = new StringBuilder();
        Line(text, $"{paper.System}: urgent and emergency care, {paper.Month.Name}");
        Line(text);
        PrintResponseTimes(text, paper);
        Line(text);
        PrintDepartments(text, paper);
        Line(text);
        PrintHandovers(text, paper);
        PrintNotes(text, paper);
        return text.ToString();
    }

    private static void PrintResponseTimes(StringBuilder text, BoardPaper paper)
    {
        Line(text, $"{paper.AmbulanceService}, {paper.Month.Name}{Mark(paper.ResponsesAreWhole)}");
        Line(text, $"{"",-12}{"mean",-10}{"standard",-16}{"90th centile",-14}standard");
        foreach (var row in paper.ResponseTimes)
        {
            var category = $"Category {(int)row.Category}";
            Line(text, $"{category,-12}{Time(row.Mean),-10}{Standards(row.MeanStandards),-16}"
                + $"{Time(row.Ninetieth),-14}{Standards(row.NinetiethStandards)}");
        }
    }

    private static void PrintDepartments(StringBuilder text, BoardPaper paper)
    {
        var standards = Standards(paper.DepartmentStandards);
        Line(text, "Type 1 departments, four-hour standard" + (standards.Length > 0 ? $" {standards}" : ""));
        Line(text, $"{"",-10}{"total",10}{"breaches",12}{"performance",14}");
        foreach (var month in paper.Departments)
        {
            Line(text, $"{month.Month.ShortName,-10}{Count(month.Attendances),10}{Count(month.Breaches),12}"
                + $"{Percent(month.Performance),14}{Mark(month.IsWhole || month.Attendances is null)}");
        }
    }

    private static void PrintHandovers(StringBuilder text, BoardPaper paper)
    {
        var (now, before) = (paper.Handovers, paper.HandoversBefore);
        var mark = Mark((now.IsWhole || now.Completed is null) && (before.IsWhole || before.Completed is null));
        var earlier = before.Month.ShortName;
        Line(text, $"Ambulance handovers, {paper.Month.Name}{mark}");
        Line(text, $"{"minutes lost beyond the standard",-40}{Count(Minutes(now.Lost)),12}");
        Line(text, $"{$"minutes lost in {earlier}",-40}{Count(Minutes(before.Lost)),12}");
        Line(text, $"{"reduction of minutes lost",-40}{Count(Minutes(paper.LostReduction)),12}");
        Line(text, $"{"long delays",-40}{Count(now.LongDelays),12}");
        Line(text, $"{$"long delays in {earlier}",-40}{Count(before.LongDelays),12}");
        Line(text, $"{"fewer long delays",-40}{Percent(paper.LongDelayReduction),12}");
    }

    private static void PrintNotes(StringBuilder text, BoardPaper paper)
    {
        Line(text);
        Line(text, "An attendance counts in the month in which it ended, a handover in that in which it was "
            + "completed,");
        Line(text, "a 999 call by its category when the response arrived. - is what the journal does not hold.");
        if (text.ToString().Contains(InPart, StringComparison.Ordinal))
        {
            var last = paper.RecordedUntil.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            Line(text, $"{InPart} The journal may not hold the whole: the feeds were first heard after the month "
                + $"began, "
                + $"or the last entry ({last} UTC) was recorded before it ended.");
        }

        if (paper.WithoutType > 0)
        {
            Line(text, $"{Count(paper.WithoutType)} attendances are left out: neither the feed nor the ward's "
                + "departmentType in the network file tells their type of department. Have one of them tell it.");
        }

        if (paper.TooLate > 0)
        {
            Line(text, $"{Count(paper.TooLate)} events of these months are left out: they came so long after their "
                + $"story "
                + "had ended that the board no longer took them.");
        }
    }

    private static string Mark(bool isWhole) => isWhole ? "" : " " + InPart;

    private static void Line(StringBuilder text, FormattableString line) =>
        Line(text, line.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string line = "") => text.Append(line.TrimEnd()).Append('\n');
}
