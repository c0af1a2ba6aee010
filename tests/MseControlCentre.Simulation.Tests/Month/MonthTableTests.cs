using MseControlCentre.Tests.Shared;

namespace MseControlCentre.Simulation.Tests.Month;

/// <summary>Keeps <c>docs/a-simulated-month.md</c> honest.</summary>
public sealed class MonthTableTests
{
    private const int FirstDays = 2;

    private static string Document => Repository.PathOf("docs", "a-simulated-month.md");

    [Fact]
    public async Task Document_FirstDays_AreWhatTheBoardShows()
    {
        var days = await SimulatedMonth.RunAsync(FirstDays);

        Assert.Equal(MonthTable.FirstDays(days), Section("first-days"));
    }

    [PublishedFact]
    public void Document_PublishedColumn_IsWhatWasPublished()
    {
        var anything = Enumerable.Range(0, 7).Select(day => new BoardDay(
            SimulatedMonth.FirstDay.AddDays(day), new AnyFigure(), new AnyFigure(), 1)).ToList();
        var expected = MonthTable.Compare(PublishedMonth.Read(), anything).Select(line => Columns(line.Markdown));

        Assert.Equal(expected, Section("month").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(Columns));
    }

    /// <summary>Runs the whole month, writes both tables into the document and checks how close they are.</summary>
    [WholeMonthFact]
    public async Task Month_Whole_IsCloseToThePublishedOne()
    {
        var days = await SimulatedMonth.RunAsync(31);
        var lines = MonthTable.Compare(PublishedMonth.Read(), days);
        Replace("month", MonthTable.Markdown(lines));
        Replace("first-days", MonthTable.FirstDays(days.Take(FirstDays)));

        Assert.Empty(lines.Where(line => Math.Abs(line.Difference) > line.Tolerance).Select(line => line.Markdown));
    }

    private static (string Measure, string Published) Columns(string line) =>
        (line.Split('|')[1].Trim(), line.Split('|')[2].Trim());

    private static string Section(string name)
    {
        var text = File.ReadAllText(Document);
        var (from, to) = Bounds(text, name);
        return text[from..to];
    }

    private static void Replace(string name, string table)
    {
        var text = File.ReadAllText(Document);
        var (from, to) = Bounds(text, name);
        File.WriteAllText(Document, text[..from] + table + text[to..]);
    }

    private static (int From, int To) Bounds(string text, string name)
    {
        var begin = $"<!-- {name}: begin -->\n";
        return (
            text.IndexOf(begin, StringComparison.Ordinal) + begin.Length,
            text.IndexOf($"<!-- {name}: end -->", StringComparison.Ordinal));
    }
}
