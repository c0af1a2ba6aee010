using MseControlCentre.Domain;
using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Server.Calls;

/// <summary>
/// What the board showed of the system, its sites and its virtual wards, from a replay: what constraints are followed
/// by. Bounded by the steps of a day.
/// </summary>
internal sealed class PlacesTrail : IFigureTrail
{
    private readonly List<(DateTimeOffset At, IReadOnlyDictionary<string, FigureSet> Places)> _steps = [];

    /// <summary>One trail of two, of which the first ends where the second begins.</summary>
    public static PlacesTrail Of(PlacesTrail before, PlacesTrail after)
    {
        var whole = new PlacesTrail();
        whole._steps.AddRange(before._steps);
        whole._steps.AddRange(after._steps);
        return whole;
    }

    /// <summary>Takes what the board showed at a step; steps are taken in order.</summary>
    public void Take(DateTimeOffset step, ControlCentre centre)
    {
        // A journal that began later has shown nothing yet.
        if (centre.Network is not null)
        {
            _steps.Add((step, centre.PlacesAt(step, RankedConstraints.Followed)));
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<TrailPoint> Of(string figureId, TimeSpan back)
    {
        ArgumentNullException.ThrowIfNull(figureId);
        if (_steps.Count == 0)
        {
            return [];
        }

        var colon = figureId.IndexOf(':', StringComparison.Ordinal);
        var (scope, measure) = (figureId[..colon], figureId[(colon + 1)..]);
        var from = _steps[^1].At - back;
        return
        [
            .. _steps.Where(step => step.At >= from).Select(step =>
                step.Places.GetValueOrDefault(scope)?.Find(measure) is { } figure
                    ? new TrailPoint(step.At, figure.Value, figure.Quality)
                    : new TrailPoint(step.At, null, FigureQuality.Unknown)),
        ];
    }
}
