using MseControlCentre.Domain.Constraints;
using MseControlCentre.Domain.Opel;
using MseControlCentre.Domain.Pictures;

namespace MseControlCentre.Domain.Escalations;

/// <summary>
/// The calculated OPEL level of each site and of the system. What is missing raises nothing: the lowest level that it
/// can be counts.
/// </summary>
internal static class OpelSituations
{
    /// <summary>Whether the level of a place is certain, so that being below a limit means that it is over.</summary>
    public static bool IsKnown(string scope, Situation places) =>
        (string.Equals(scope, places.System.Scope, StringComparison.Ordinal)
            ? places.Picture.Opel.Calculated?.MeasuredTotal
            : places.Sites.FirstOrDefault(site => string.Equals(site.Scope, scope, StringComparison.Ordinal))
                ?.Site!.Opel.Calculated?.MeasuredTotal) is { } total
        && total.LeastLevel == total.Level;

    /// <summary>The level at each step that the board showed; null where it was not known.</summary>
    public static IEnumerable<double?> ValuesOf(string scope, TimeSpan back, IFigureTrail trail) => trail
        .Of(scope + ":" + OpelMeasures.Level.Id, back)
        .Select(step => Reading.Current(step.Value, step.Quality));

    /// <summary>Where nothing behind the level is current.</summary>
    public static IEnumerable<Place> NotMeasured(Situation places)
    {
        foreach (var site in places.Sites.Where(site => site.Site!.Opel.Calculated?.MeasuredTotal is null))
        {
            yield return site;
        }

        if (places.Picture.Opel.Calculated?.MeasuredTotal is null)
        {
            yield return places.System;
        }
    }

    public static IEnumerable<EscalationSituation> Of(Situation places)
    {
        foreach (var site in places.Sites)
        {
            if (Made(site, site.Site!.Opel.Calculated?.MeasuredTotal) is { } situation)
            {
                yield return situation;
            }
        }

        if (Made(places.System, places.Picture.Opel.Calculated?.MeasuredTotal) is { } ofSystem)
        {
            yield return ofSystem;
        }
    }

    private static EscalationSituation? Made(Place place, OpelTotal? total) => total is null
        ? null
        : new EscalationSituation(
            EscalationKind.OpelChange,
            place.Scope,
            place.Name,
            $"{place.Name}: OPEL {(total.LeastLevel == total.Level ? "" : "at least ")}{total.LeastLevel} calculated",
            total.LeastLevel,
            null,
            place.FigureId(OpelMeasures.Level),
            []);
}
