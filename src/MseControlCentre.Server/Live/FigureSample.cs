using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Live;

/// <summary>What the board showed at one step, a column a figure: a day of samples takes two megabytes.</summary>
/// <param name="number">Number of the step since the beginning of the calendar.</param>
/// <param name="columns">Columns that are likely to be needed.</param>
internal sealed class FigureSample(long number, int columns)
{
    private double[] _values = NotKnown(columns);
    private FigureQuality[] _qualities = Unknown(columns);

    /// <summary>Number of the step.</summary>
    public long Number { get; } = number;

    /// <summary>Takes a figure into its column.</summary>
    public void Take(int column, Figure figure)
    {
        if (column >= _values.Length)
        {
            Grow(column);
        }

        _values[column] = figure.Value ?? double.NaN;
        _qualities[column] = figure.Quality;
    }

    /// <summary>The figure of a column; unknown when it was not shown.</summary>
    public TrailPoint At(DateTimeOffset at, int column) =>
        column >= 0 && column < _values.Length && !double.IsNaN(_values[column])
            ? new TrailPoint(at, _values[column], _qualities[column])
            : new TrailPoint(at, null, FigureQuality.Unknown);

    private void Grow(int column)
    {
        var more = (column - _values.Length) + 64;
        _values = [.. _values, .. NotKnown(more)];
        _qualities = [.. _qualities, .. Unknown(more)];
    }

    private static double[] NotKnown(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static FigureQuality[] Unknown(int count)
    {
        var qualities = new FigureQuality[count];
        Array.Fill(qualities, FigureQuality.Unknown);
        return qualities;
    }
}
