using System.Globalization;
using System.Text;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>One line of the table of a month.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Published">As published.</param>
/// <param name="Simulated">As the board showed it.</param>
/// <param name="Tolerance">How far it may be off, as a share of the published figure.</param>
/// <param name="Format">How many digits are shown.</param>
internal sealed record MonthLine(
    string Measure, double Published, double Simulated, double Tolerance, string Format = "N0")
{
    /// <summary>Difference as a share of the published figure.</summary>
    public double Difference => (Simulated - Published) / Published;

    /// <summary>The line in Markdown.</summary>
    public string Markdown => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Measure} | {Text(Published)} | {Text(Simulated)} | {100 * Difference:+0.0;-0.0;0.0} % |");

    private string Text(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>The table of a month and the one of its first days.</summary>
internal static class MonthTable
{
    private static readonly DayOfWeek[] s_week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
        DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>Compares a month with what was published.</summary>
    public static List<MonthLine> Compare(PublishedMonth published, IReadOnlyList<BoardDay> days)
    {
        var attendances = Sum(days, "ed.attendances-today");
        List<MonthLine> lines =
        [
            new("Attendances", published.Attendances, attendances, 0.05),
            new("Over four hours, share of attendances (%)", 100 * published.OverFourHours / published.Attendances,
                100 * Sum(days, "ed.breaches-today") / attendances, 0.1, "0.0"),
            new("Emergency admissions", published.EmergencyAdmissions,
                Sum(days, "beds.emergency-admissions-today"), 0.05),
            new("G&A beds open at 08:00, mean", published.BedsOpen, AtEight(days, "beds.open"), 0.03),
            new("G&A beds occupied at 08:00, mean", published.BedsOccupied, AtEight(days, "beds.occupied"), 0.03),
            new("G&A occupancy at 08:00 (%)", 100 * published.BedsOccupied / published.BedsOpen,
                100 * AtEight(days, "beds.occupied") / AtEight(days, "beds.open"), 0.02, "0.0"),
        ];
        lines.AddRange(s_week.Select(weekday => new MonthLine(
            $"Discharges on {weekday}s, as the collection counts them",
            published.Discharges[weekday],
            days.Where(day => day.Day.DayOfWeek == weekday).Average(day => day.CountedDischarges),
            0.12)));
        lines.Add(new MonthLine("No criteria to reside, mean at the end of the day", published.NoCriteria.Values.Average(),
            s_week.Average(weekday => AtEnd(days, weekday, "discharge.no-criteria-to-reside")), 0.08));
        lines.AddRange(s_week.Select(weekday => new MonthLine(
            $"No criteria to reside on {weekday}s",
            published.NoCriteria[weekday],
            AtEnd(days, weekday, "discharge.no-criteria-to-reside"),
            0.15)));
        return lines;
    }

    /// <summary>Writes the lines as a Markdown table.</summary>
    public static string Markdown(IEnumerable<MonthLine> lines)
    {
        var text = new StringBuilder("| Measure | Published | Simulated (board) | Difference |\n| --- | ---: | ---: | ---: |\n");
        foreach (var line in lines)
        {
            text.Append(line.Markdown).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What the board showed at the end of each day, to be worked out again by a test.</summary>
    public static string FirstDays(IEnumerable<BoardDay> days)
    {
        var text = new StringBuilder(
            "| Day | Attendances | Over four hours | Emergency admissions | Discharges, all inpatients "
            + "| As the collection counts | No criteria to reside | G&A occupied at 08:00 |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var day in days)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {day.Day:d MMMM yyyy} | {day.AtEnd["ed.attendances-today"]} | {day.AtEnd["ed.breaches-today"]} ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {day.AtEnd["beds.emergency-admissions-today"]} | {day.AtEnd["discharge.today"]} ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {day.CountedDischarges} | {day.AtEnd["discharge.no-criteria-to-reside"]} ");
            text.Append(CultureInfo.InvariantCulture, $"| {day.AtEight["beds.occupied"]} |\n");
        }

        return text.ToString();
    }

    private static double Sum(IEnumerable<BoardDay> days, string measure) => days.Sum(day => Known(day.AtEnd, measure));

    private static double AtEight(IEnumerable<BoardDay> days, string measure) =>
        days.Average(day => Known(day.AtEight, measure));

    private static double AtEnd(IEnumerable<BoardDay> days, DayOfWeek weekday, string measure) =>
        days.Where(day => day.Day.DayOfWeek == weekday).Average(day => Known(day.AtEnd, measure));

    private static double Known(IReadOnlyDictionary<string, double?> figures, string measure) => figures[measure]
        ?? throw new InvalidOperationException($"The board did not know {measure} on a day of the month.");
}
