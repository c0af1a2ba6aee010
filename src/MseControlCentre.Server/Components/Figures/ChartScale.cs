namespace MseControlCentre.Server.Components.Figures;

/// <summary>An axis with ticks at round numbers.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Step">From one tick to the next.</param>
public sealed record ChartScale(double Low, double High, double Step)
{
    private const int WantedTicks = 5;

    private static readonly double[] s_rounds = [1, 2, 2.5, 5, 10];

    /// <summary>The ticks.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / Step);
            for (var index = 0; index <= count; index++)
            {
                yield return Low + (index * Step);
            }
        }
    }

    /// <summary>
    /// An axis for some values. It begins at zero, unless all values lie close together far above it (an occupancy between
    /// 88 and 97 per cent), where a line from zero would hide what happens.
    /// </summary>
    /// <param name="values">What must be on it.</param>
    /// <param name="whole">Whether ticks are whole numbers, as for counts.</param>
    public static ChartScale Of(IReadOnlyCollection<double> values, bool whole)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (low, high) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        if (low > 0 && low < high * 0.6)
        {
            low = 0;
        }

        if (low > 0 && high - low < high * 0.05)
        {
            low = high * 0.9;
        }

        high = high > low ? high : low + 1;
        var step = RoundStep((high - low) / WantedTicks);
        step = whole ? Math.Max(1, Math.Ceiling(step)) : step;
        return new ChartScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * s_rounds.First(round => round * power >= rough * 0.999);
    }
}
