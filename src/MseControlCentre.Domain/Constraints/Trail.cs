using System.Runtime.InteropServices;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Constraints;

/// <summary>How a constraint came about, from what the board showed at its five-minute steps.</summary>
/// <param name="PatientMinutes">
/// Patient-minutes of the last hour, of the steps that are known; null when none is.
/// </param>
/// <param name="IsWhole">Whether all of them are known.</param>
/// <param name="HourAgo">Patients affected an hour ago; null when not known.</param>
/// <param name="Since">The first step of the run that reaches now; null when the newest step does not tell.</param>
/// <param name="BeganThen">Whether the step before it tells that it was not so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trail(
    double? PatientMinutes, bool IsWhole, double? HourAgo, DateTimeOffset? Since, bool BeganThen)
{
    private const int StepsOfAnHour = 12;

    /// <summary>Reads the trail of a rule at a place up to an instant.</summary>
    public static Trail Of(ConstraintRule rule, Place place, DateTimeOffset at, IFigureTrail trail)
    {
        var steps = new TrailSteps(place.Scope, trail);
        var newest = steps.Newest(rule.Affected, at);
        var (minutes, known) = LastHour(rule, steps, newest);
        var (since, began) = Run(rule, steps, newest);
        return new Trail(
            known > 0 ? minutes : null,
            known == StepsOfAnHour,
            steps.At(newest - (StepsOfAnHour * RankedConstraints.TrailStep))[rule.Affected],
            since,
            began);
    }

    private static (double Minutes, int Known) LastHour(ConstraintRule rule, TrailSteps steps, DateTimeOffset newest)
    {
        var (minutes, known) = (0.0, 0);
        for (var back = 0; back < StepsOfAnHour; back++)
        {
            var figures = steps.At(newest - (back * RankedConstraints.TrailStep));
            if (rule.Read(figures) is not Holding.NotKnown and var holding
                && (holding is Holding.No ? 0 : figures[rule.Affected]) is { } patients)
            {
                minutes += patients * RankedConstraints.TrailStep.TotalMinutes;
                known++;
            }
        }

        return (Math.Round(minutes, 1, MidpointRounding.AwayFromZero), known);
    }

    private static (DateTimeOffset? Since, bool BeganThen) Run(
        ConstraintRule rule, TrailSteps steps, DateTimeOffset newest)
    {
        // So now, and not yet at the newest step: it began after that.
        if (rule.Read(steps.At(newest)) is Holding.No)
        {
            return (newest, true);
        }

        DateTimeOffset? since = null;
        for (var step = newest; step > newest - RankedConstraints.TrailReach; step -= RankedConstraints.TrailStep)
        {
            switch (rule.Read(steps.At(step)))
            {
                case Holding.No:
                    return (since, true);
                case Holding.NotKnown:
                    return (since, false);
                default:
                    since = step;
                    break;
            }
        }

        return (since, false);
    }
}
