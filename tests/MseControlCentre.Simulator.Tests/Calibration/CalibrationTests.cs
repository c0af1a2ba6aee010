using MseControlCentre.Simulator.Calibration;

namespace MseControlCentre.Simulator.Tests.Calibration;

public sealed class CalibrationTests
{
    private static readonly Lazy<IReadOnlyList<CalibrationLine>> s_lines =
        new(() => CalibrationTable.Compare(Given.Network, seed: 1, days: 28));

    [Fact]
    public void Compare_FourWeeks_EveryFigureIsWithinItsTolerance()
    {
        Assert.Empty(s_lines.Value.Where(line => !line.IsWithin)
            .Select(line => $"{line.Measure}: {line.Simulated:0.0}, not {line.Published:0.0}"));
    }

    [Fact]
    public void Readme_Table_IsWhatTheCommandPrints()
    {
        var readme = File.ReadAllText(Given.InRepository("src/MseControlCentre.Simulator/README.md"));
        const string Begin = "<!-- calibration: begin -->\n";
        var from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = readme.IndexOf("<!-- calibration: end -->", StringComparison.Ordinal);

        Assert.Equal(CalibrationTable.Markdown(s_lines.Value), readme[from..to]);
    }

    [Fact]
    public void Load_EveryFigure_SaysWhereItComesFrom()
    {
        var figures = CalibrationFigures.Load();
        var sources = typeof(CalibrationFigures).GetProperties()
            .Select(property => property.GetValue(figures))
            .Select(figure => figure!.GetType().GetProperty("Source")!.GetValue(figure) as string);

        Assert.All(sources, source => Assert.False(string.IsNullOrWhiteSpace(source)));
        Assert.Equal(37, figures.DelayReasons.Reasons.Count);
    }
}
