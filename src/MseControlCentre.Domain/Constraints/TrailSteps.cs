using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>What the board showed of one scope, step by step; each figure is read from the trail once.</summary>
internal sealed class TrailSteps(string scope, IFigureTrail trail)
{
    private readonly Dictionary<string, Dictionary<DateTimeOffset, double?>> _byMeasure = new(StringComparer.Ordinal);

    /// <summary>The figures of a step; none is known of a step that the trail does not have.</summary>
    public Reading At(DateTimeOffset step) =>
        new(measure => StepsOf(measure).GetValueOrDefault(step));

    /// <summary>
    /// The step at or before an instant, or the one before it while the trail does not have it yet: the picture of that
    /// step may be on its way.
    /// </summary>
    public DateTimeOffset Newest(Measure measure, DateTimeOffset at)
    {
        var step = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % RankedConstraints.TrailStep.Ticks), TimeSpan.Zero);
        return StepsOf(measure).ContainsKey(step) ? step : step - RankedConstraints.TrailStep;
    }

    private Dictionary<DateTimeOffset, double?> StepsOf(Measure measure)
    {
        if (!_byMeasure.TryGetValue(measure.Id, out var steps))
        {
            steps = [];
            foreach (var point in trail.Of(scope + ":" + measure.Id, RankedConstraints.TrailReach))
            {
                steps[point.At] = Reading.Current(point.Value, point.Quality);
            }

            _byMeasure.Add(measure.Id, steps);
        }

        return steps;
    }
}
